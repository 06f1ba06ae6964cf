import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { KnownFacts } from '@portal/content/entry/library'
import { sweep } from '../remove-stale.ts'

/**
 * Facts of documents that an earlier build has read and checked. Reading the notes costs a tenth of
 * parsing the documents.
 * @param code the digest of the program that read them
 */
export async function openKnown(cache: string, code: string) {
  const file = join(cache, `entries-${code}.json`)
  const read = await readFile(file, 'utf8')
    .then((text) => JSON.parse(text) as Record<string, unknown>)
    .catch(() => ({}))
  const before = new Map(Object.entries(read))
  const now = new Map<string, unknown>()
  let isNew = false
  const facts: KnownFacts = {
    get(digest) {
      const found = before.get(digest)
      if (found) now.set(digest, found)
      return found
    },
    set(digest, found) {
      isNew = true
      now.set(digest, found)
    },
  }
  return {
    facts,
    /** Keeps what was read this time, for the next. */
    async save(): Promise<void> {
      if (!isNew && now.size === before.size) return
      await mkdir(dirname(file), { recursive: true })
      const unfinished = `${file}.${process.pid}`
      await writeFile(unfinished, JSON.stringify(Object.fromEntries(now)))
      await rename(unfinished, file)
      await sweep(cache, 'entries-', 30)
    },
  }
}
