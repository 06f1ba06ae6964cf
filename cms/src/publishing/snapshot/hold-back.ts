import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import type { Fault } from '../../contracts/publications/releases.ts'
import { dropFile, replaceFile, restoreFile } from './last-good.ts'
import { leading, readRedirects, redirectsFile } from './redirects.ts'
import { json } from './snapshot-files.ts'
import { readIndex, writeIndex, type IndexedFile } from './snapshot-index.ts'

/**
 * So many entries that nobody has changed may be left out of one release. Where more are found at fault, it is the
 * program or its rules that have changed, and a person is to decide.
 */
const mostLeftOut = 20

/** The files of entries that stand in a snapshot. */
export function entryFiles(folder: string): Promise<string[]> {
  return Array.fromAsync(glob('*/*.{md,json}', { cwd: folder }))
}

/** Puts back how an entry last could be shown. @returns where it stands now; null where it could not be shown before */
async function restore(
  folder: string,
  path: string,
  { uploads, moved }: IndexedFile,
): Promise<string | null> {
  const media = Object.keys(uploads).map((name) => join('media', name))
  const restored = await Promise.all([path, ...media].map((part) => restoreFile(folder, part)))
  if (moved !== null && (await restoreFile(folder, moved))) {
    await dropFile(folder, path)
    return moved
  }
  return restored.includes(true) ? path : null
}

/**
 * Takes entries that cannot be published out of the snapshot: each stands in it again as it last could be shown, or
 * not at all where it never could.
 * @returns whether anything was taken out; a release of the rest can be tried then
 */
export async function holdBack(folder: string, faults: readonly Fault[]): Promise<boolean> {
  const index = await readIndex(folder)
  if (!index) return false
  const at = new Set(faults.map(({ documentId }) => documentId))
  const standing = new Set(await entryFiles(folder))
  const files: typeof index.files = {}
  const absent: string[] = []
  let restored = 0
  for (const [path, file] of Object.entries(index.files)) {
    const isFaulty = file.documents.some((id) => at.has(id))
    const now = isFaulty ? await restore(folder, path, file) : path
    files[now ?? path] = file
    if (isFaulty && now !== null) restored += 1
    // Without the lists and settings, which stand beside the entries, there is no site.
    if (now === null && standing.has(path)) absent.push(path)
  }
  if (absent.length > mostLeftOut || restored + absent.length === 0) return false
  for (const path of absent) await dropFile(folder, path)
  const redirects = leading(await readRedirects(folder), await entryFiles(folder))
  await replaceFile(folder, redirectsFile, json(redirects))
  const held = [...index.held, ...faults]
  const unlike = [...new Map(held.map((fault) => [fault.text, fault])).values()]
  await writeIndex(folder, { files, held: unlike })
  return true
}

/** What is wrong with entries that citizens do not see as they were published. */
export async function heldBack(folder: string): Promise<Fault[]> {
  return (await readIndex(folder))?.held ?? []
}
