import { basename } from 'node:path'
import { formatDocument, type Fault } from '@portal/content/entry/document'
import type { ReleaseFault } from '@portal/content/schema/release/release-outcome'
import type { StoredFields } from '../../strapi/stored-fields.ts'
import { checkEntry } from '../gate/check-entry.ts'
import { filesOfTexts } from '../transcribe/markdown-fields.ts'
import type { Publication } from '../transcribe/publications.ts'
import { uploadsOf } from '../transcribe/uploads.ts'
import type { LinkedRow } from './resolve-links.ts'
import type { IndexedFile } from './snapshot-index.ts'

/** A file of the snapshot: what stands in it and whence, or what must be mended before it can be written. */
export type SnapshotFile = Sources & { path: string; written: Written }
type Sources = Omit<IndexedFile, 'moved'>
type Written = { ok: true; text: string } | { ok: false; faults: EntryFault[] }
export type EntryFault = Extract<ReleaseFault, { entry: string }>

export const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

/** Every entry that a row links to, however deep; its own name is not one. */
function linksOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const { documentId, ...parts } = value as StoredFields
  const deeper = Object.values(parts).flatMap(linksOf)
  return typeof documentId === 'string' ? [documentId, ...deeper] : deeper
}

function uploadsIn(row: StoredFields): Record<string, string> {
  return Object.fromEntries([
    ...uploadsOf(row).map(({ url }) => [basename(url), url]),
    ...filesOfTexts(row).map((name) => [name, `/uploads/${name}`]),
  ])
}

function sourcesOf({ kind }: Publication, linked: readonly LinkedRow[]): Sources {
  const rows = linked.map(({ row }) => row)
  const shown = rows.flatMap((row) => Object.values(row).flatMap(linksOf))
  return {
    kind,
    documents: rows.map(({ documentId }) => String(documentId)),
    // What is not published yet is shown as soon as it is.
    links: [...new Set([...shown, ...linked.flatMap(({ wanted }) => wanted)])],
    uploads: Object.assign({}, ...rows.map(uploadsIn)) as Record<string, string>,
  }
}

/** Faults with the name by which their entry is known outside the CMS. */
function named({ kind }: Publication, row: StoredFields, faults: readonly Fault[]): EntryFault[] {
  const entry = `${kind}/${String(row.slug ?? row.words ?? kind)}`
  return faults.map((fault) => ({ entry, ...fault }))
}

/** Whether each entry of a kind has a file of its own. */
export function hasOwnFile({ form }: Publication): boolean {
  return form === 'document' || form === 'record'
}

/** The file of an entry that has one of its own. */
export async function fileOfEntry(
  publication: Publication,
  linked: LinkedRow,
): Promise<SnapshotFile> {
  const { row } = linked
  const { kind, form } = publication
  const path = `${kind}/${String(row.slug)}.${form === 'document' ? 'md' : 'json'}`
  const checked = await checkEntry(publication, row)
  const textOf = (data: unknown) =>
    form === 'document' ? formatDocument(data as object, String(row.body)) : json(data)
  const written: Written = checked.ok
    ? { ok: true, text: textOf(checked.data) }
    : { ok: false, faults: named(publication, row, checked.faults) }
  return { path, written, ...sourcesOf(publication, [linked]) }
}

/** The one file of entries that are listed together, or of the settings. */
export async function fileOfAll(
  publication: Publication,
  linked: readonly LinkedRow[],
): Promise<SnapshotFile> {
  const entries: { order?: number }[] = []
  const faults: EntryFault[] = []
  for (const { row } of linked) {
    const checked = await checkEntry(publication, row)
    if (checked.ok) entries.push(checked.data as { order?: number })
    else faults.push(...named(publication, row, checked.faults))
  }
  const { kind, form } = publication
  const text = () =>
    form === 'single'
      ? json(entries[0])
      : json(entries.sort((a, b) => (a.order ?? 0) - (b.order ?? 0)))
  const written: Written = faults.length > 0 ? { ok: false, faults } : { ok: true, text: text() }
  return { path: `${kind}.json`, written, ...sourcesOf(publication, linked) }
}
