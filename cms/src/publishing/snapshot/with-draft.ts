import { glob, link, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Core } from '@strapi/strapi'
import type { EntryKey } from '../editions/entry.ts'
import { publicationOf } from '../transcribe/publications.ts'
import type { Place } from './snapshot-place.ts'
import { readDraftRow } from './read-rows.ts'
import { refreshSnapshot } from './refresh.ts'
import { fileOfEntry, type EntryFault } from './snapshot-files.ts'
import { readIndex } from './snapshot-index.ts'
import { copyUploads } from './uploads.ts'

/** What stands in a snapshot, as links: it costs no room, and is exchanged by removing it first. */
async function shareFiles(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  for await (const path of glob(['*.json', '*/*'], { cwd: from })) {
    await mkdir(dirname(join(to, path)), { recursive: true })
    await link(join(from, path), join(to, path))
  }
}

/**
 * Makes a content folder of what is published, in which one entry stands with its draft.
 * @returns what must be mended in the draft first; nothing where it was written
 */
export async function snapshotWithDraft(
  strapi: Core.Strapi,
  place: Place,
  { uid, documentId }: EntryKey,
  folder: string,
): Promise<EntryFault[]> {
  const publication = publicationOf(uid)
  const row = publication && (await readDraftRow(strapi, publication, documentId))
  if (!publication || !row) return []
  const { path, written, ...sources } = await fileOfEntry(publication, { row, wanted: [] })
  if (!written.ok) return written.faults
  if (!(await readIndex(place.folder))) await refreshSnapshot(strapi, place, 'everything')
  await shareFiles(place.folder, folder)
  const files = (await readIndex(place.folder))?.files ?? {}
  const published = Object.keys(files).filter((one) => files[one]?.documents[0] === documentId)
  for (const one of [...published, path]) await rm(join(folder, one), { force: true })
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), written.text)
  await copyUploads(folder, place.publicDir, sources.uploads)
  return []
}
