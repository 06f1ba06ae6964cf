import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fixedPages } from '@portal/content/schema/fixed-page'

/** What of a snapshot no reader finds: lists for programs, and the synonyms themselves. */
const unread = new Set([
  'synonyms.json',
  'redirects.json',
  'withdrawn.json',
  'privacy-allowed.json',
  'workdays.json',
])
const written = /\.(?:md|json|vtt)$/
/** Emphasis in the middle of a word is not part of it. */
const emphasis = /[*_`]+/g

const folded = (text: string) => text.normalize('NFKC').toLowerCase()

/**
 * Words that stand nowhere in what was last published: no title, no text, no keyword, no 问法.
 * @param snapshot folder of the files that the portal was last made of
 * @returns null where nothing has been published yet
 */
export async function deadWords(
  snapshot: string,
  words: readonly string[],
): Promise<Set<string> | null> {
  const left = new Map(words.map((word) => [word, folded(word)]))
  const search = (text: string) => {
    const said = folded(text).replace(emphasis, '')
    for (const [word, form] of left) if (said.includes(form)) left.delete(word)
  }
  const names = await readdir(snapshot, { recursive: true }).catch(() => null)
  if (!names) return null
  search(Object.values(fixedPages).join('\n'))
  for (const name of names) {
    if (left.size === 0) break
    if (written.test(name) && !unread.has(name))
      search(await readFile(join(snapshot, name), 'utf8'))
  }
  return new Set(left.keys())
}

/** The same, remembered until something is published or other words are asked for. */
export function createDeadWords(snapshot: string): (words: string[]) => Promise<string[]> {
  let known = { of: '', dead: Promise.resolve<string[]>([]) }
  return async (words) => {
    const { ino, mtimeMs } = await stat(snapshot).catch(() => ({ ino: 0, mtimeMs: 0 }))
    const of = JSON.stringify([ino, mtimeMs, words])
    if (known.of !== of) {
      known = { of, dead: deadWords(snapshot, words).then((dead) => [...(dead ?? [])]) }
      // What could not be read is read again.
      known.dead.catch(() => (known = { ...known, of: '' }))
    }
    return known.dead
  }
}
