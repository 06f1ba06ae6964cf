import { access, copyFile, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Core } from '@strapi/strapi'
import { snapshotLists } from '../editions/snapshot-lists.ts'
import { explainFaults } from './explain-faults.ts'
import { entryFiles } from './hold-back.ts'
import { dropFile, forgetReplaced, replaceFile, retireFile } from './last-good.ts'
import type { Place } from './snapshot-place.ts'
import { readRows } from './read-rows.ts'
import { leading, redirectsFile } from './redirects.ts'
import { isRead, scopesOf, type Changes, type Scope } from './scope.ts'
import {
  fileOfAll,
  fileOfEntry,
  hasOwnFile,
  json,
  type EntryFault,
  type SnapshotFile,
} from './snapshot-files.ts'
import { readIndex, removeIndex, writeIndex, type SnapshotIndex } from './snapshot-index.ts'
import { copyUploads, sweepUploads } from './uploads.ts'

/** What was done: whether everything was compared, how much was read, and how many files said something else. */
export type Refreshed = { whole: boolean; read: number; changed: number }

async function* filesOf(
  strapi: Core.Strapi,
  { publication, documents }: Scope,
): AsyncGenerator<SnapshotFile> {
  if (documents !== 'all' && documents.size === 0) return
  const rows = readRows(strapi, publication, documents === 'all' ? undefined : [...documents])
  if (hasOwnFile(publication)) {
    for await (const row of rows) yield fileOfEntry(publication, row)
    return
  }
  const all = await Array.fromAsync(rows)
  // There may be no settings yet.
  if (publication.form !== 'single' || all.length > 0) yield fileOfAll(publication, all)
}

async function writeLists(strapi: Core.Strapi, folder: string, paths: string[]): Promise<number> {
  const { redirects, withdrawn, privacyAllowed } = await snapshotLists(strapi)
  const written = [
    await replaceFile(folder, redirectsFile, json(leading(redirects, paths))),
    await replaceFile(folder, 'withdrawn.json', json(withdrawn)),
    await replaceFile(folder, 'privacy-allowed.json', json(privacyAllowed)),
  ]
  return written.filter(Boolean).length
}

const isWhole = (scopes: readonly Scope[]) => scopes.every(({ documents }) => documents === 'all')

/** The files that stand in the snapshot and are not written anew, and all others. */
async function standing(
  folder: string,
  scopes: readonly Scope[],
  before: SnapshotIndex | undefined,
): Promise<{ kept: SnapshotIndex['files']; stale: Set<string> }> {
  if (!before || isWhole(scopes)) return { kept: {}, stale: new Set(await entryFiles(folder)) }
  const files = Object.entries(before.files)
  const kept = Object.fromEntries(files.filter(([, file]) => !isRead(scopes, file)))
  return { kept, stale: new Set(files.map(([path]) => path).filter((path) => !(path in kept))) }
}

/** Removes what no published entry says any more. */
async function clear(folder: string, stale: Set<string>, files: SnapshotIndex['files']) {
  const moved = new Set(Object.values(files).map((file) => file.moved))
  for (const path of stale) {
    if (moved.has(path)) await retireFile(folder, path)
    else await dropFile(folder, path)
  }
}

/** Where to write: a snapshot that stands is brought up to date, the first one stands when it is whole. */
async function writableFolder(place: string): Promise<string> {
  const stands = await access(place).then(
    () => true,
    () => false,
  )
  if (stands) return place
  const fresh = `${place}.new`
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { recursive: true })
  return fresh
}

/**
 * Brings a snapshot up to what is published: what has changed is read and written again, with what shows its name
 * or address, and nothing else. An entry that the schemas refuse stays as it last could be shown and is named in the
 * index. Where the last writing was broken off, everything is compared.
 * @throws the reason of the signal, where it is told to stop
 */
export async function refreshSnapshot(
  strapi: Core.Strapi,
  { folder: place, publicDir, workdaysFile }: Place,
  changes: Changes,
  signal?: AbortSignal,
): Promise<Refreshed> {
  const before = await readIndex(place)
  const folder = await writableFolder(place)
  const scopes = scopesOf(before, changes)
  const { kept, stale } = await standing(folder, scopes, before)
  await removeIndex(place)

  const earlier = new Map(
    Object.entries(before?.files ?? {}).map(([path, { documents }]) => [documents[0], path]),
  )
  const files = { ...kept }
  const faults: EntryFault[] = []
  let read = 0
  let changed = 0
  for (const scope of scopes) {
    for await (const { path, written, ...sources } of filesOf(strapi, scope)) {
      signal?.throwIfAborted()
      read += 1
      const stood = earlier.get(sources.documents[0]) ?? path
      const moved = before?.files[stood]?.moved ?? (stood === path ? null : stood)
      if (written.ok) {
        files[path] = { ...sources, moved }
        stale.delete(path)
        if (await replaceFile(folder, path, written.text)) changed += 1
        await copyUploads(folder, publicDir, sources.uploads)
      } else {
        files[stood] = { ...sources, moved: null }
        stale.delete(stood)
        faults.push(...written.faults)
      }
    }
  }
  await clear(folder, stale, files)
  changed += stale.size + (await writeLists(strapi, folder, Object.keys(files)))
  await copyFile(workdaysFile, join(folder, 'workdays.json'))

  const untouched = new Set(Object.values(kept).flatMap(({ documents }) => documents))
  const held = [
    ...(before?.held ?? []).filter(({ documentId }) => untouched.has(documentId ?? '')),
    ...(faults.length > 0 ? await explainFaults(strapi, faults) : []),
  ]
  if (folder !== place) {
    await rename(folder, place)
    await forgetReplaced(folder)
  }
  await writeIndex(place, { files, held })
  return { whole: isWhole(scopes), read, changed }
}

/** Forgets what was replaced, and what no entry shows any more: a release of this snapshot is before citizens. */
export async function settleSnapshot(folder: string, { whole }: Refreshed): Promise<void> {
  await forgetReplaced(folder)
  const index = await readIndex(folder)
  if (!index) return
  for (const file of Object.values(index.files)) file.moved = null
  await writeIndex(folder, index)
  // What is held back shows files of its own.
  if (whole && index.held.length === 0) await sweepUploads(folder, index)
}
