import { readFile, rm, writeFile } from 'node:fs/promises'
import { z } from 'zod'

const indexedFile = z.object({
  kind: z.string(),
  /** The entries that it tells. */
  documents: z.string().array(),
  /** Other entries whose names or addresses it shows. */
  links: z.string().array(),
  /** The files of the media library that it needs, by their names. */
  uploads: z.record(z.string(), z.string()),
  /** Where its entry stood before its address changed, while citizens still see it there. */
  moved: z.string().nullable(),
})
/** A file of the snapshot. */
export type IndexedFile = z.infer<typeof indexedFile>

const fault = z.object({
  text: z.string(),
  uid: z.string().nullable(),
  documentId: z.string().nullable(),
})

/**
 * What a snapshot holds: its files by their paths, and what is wrong with entries that stand in it as they last
 * could be shown, or not at all.
 */
const snapshotIndex = z.object({
  files: z.record(z.string(), indexedFile),
  held: fault.array(),
})
export type SnapshotIndex = z.infer<typeof snapshotIndex>

const fileOf = (folder: string) => `${folder}.index.json`

/** What a snapshot holds; undefined where its last writing was broken off, or there was none. */
export async function readIndex(folder: string): Promise<SnapshotIndex | undefined> {
  const text = await readFile(fileOf(folder), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : snapshotIndex.safeParse(JSON.parse(text)).data
}

/** Says that the snapshot is whole. */
export async function writeIndex(folder: string, index: SnapshotIndex): Promise<void> {
  await writeFile(fileOf(folder), JSON.stringify(index))
}

/** Says that the snapshot is being written: until it is whole again, nothing is taken from it. */
export async function removeIndex(folder: string): Promise<void> {
  await rm(fileOf(folder), { force: true })
}

/** The files that a change of entries touches: their own, and those that show their names or addresses. */
export function affectedBy(
  { files }: Pick<SnapshotIndex, 'files'>,
  changed: ReadonlySet<string>,
): string[] {
  const has = (ids: readonly string[]) => ids.some((id) => changed.has(id))
  return Object.entries(files).flatMap(([path, { documents, links }]) =>
    has(documents) || has(links) ? [path] : [],
  )
}
