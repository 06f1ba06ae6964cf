import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { formatDocument } from '@portal/content/entry/document'
import type { ReleaseFault } from '@portal/content/schema/release-outcome'
import type { Core } from '@strapi/strapi'
import type { EntryKey } from '../editions/entry.ts'
import { allowedSigns, redirects, withdrawnPages } from '../editions/snapshot-lists.ts'
import { checkEntry } from '../gate/check-entry.ts'
import { withLinks } from './links.ts'
import { hasDrafts, publications, type Publication } from '../transcribe/publications.ts'
import { filesOfTexts } from '../transcribe/markdown-fields.ts'
import type { StoredFields, Upload } from '../../strapi/stored-fields.ts'
import { uploadsOf } from '../transcribe/uploads.ts'
import { documentsOf } from '../../strapi/documents.ts'

type EntryFault = Extract<ReleaseFault, { entry: string }>

/** Entries that cannot be published, each with its fault; nothing was written. */
export class SnapshotError extends Error {
  override name = 'SnapshotError'
  readonly faults: EntryFault[]
  constructor(faults: EntryFault[]) {
    super(faults.map((f) => `${f.entry}：${f.field}：${f.problem}`).join('\n'))
    this.faults = faults
  }
}

type File = { path: string; text: string }

async function readRows(
  strapi: Core.Strapi,
  publication: Publication,
  draftOf: EntryKey | undefined,
): Promise<StoredFields[]> {
  const rows = await documentsOf(strapi, publication.uid).findMany({
    populate: publication.populate,
    sort: 'id:asc',
    limit: -1,
    ...(hasDrafts(publication) ? { status: 'published' } : {}),
  })
  const found = (Array.isArray(rows) ? rows : [rows].filter(Boolean)) as StoredFields[]
  const published = hasDrafts(publication) ? await withLinks(strapi, publication, found) : found
  if (draftOf?.uid !== publication.uid) return published
  const { documentId } = draftOf
  const { populate } = publication
  const draft = await documentsOf(strapi, publication.uid).findOne({ documentId, populate })
  const others = published.filter((row) => row.documentId !== documentId)
  if (!draft) return others
  // The time of publication is filled in when it comes.
  const { publicationTime, ...row } = draft
  const at = publicationTime ?? new Date().toISOString()
  return [...others, { ...row, publicationTime: at }]
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

function filesOf(
  { form, kind }: Publication,
  entries: { row: StoredFields; data: unknown }[],
): File[] {
  switch (form) {
    case 'document':
      return entries.map(({ row, data }) => ({
        path: `${kind}/${row.slug}.md`,
        text: formatDocument(data as object, String(row.body)),
      }))
    case 'record':
      return entries.map(({ row, data }) => ({
        path: `${kind}/${row.slug}.json`,
        text: json(data),
      }))
    case 'list': {
      const sorted = entries
        .map(({ data }) => data as { order?: number })
        .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
      return [{ path: `${kind}.json`, text: json(sorted) }]
    }
    case 'single':
      return entries.map(({ data }) => ({ path: `${kind}.json`, text: json(data) }))
  }
}

function ignoreAbsent(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}

/**
 * Writes everything that is published into `folder`, whole or not at all: the files are written
 * beside it and take its place at the end.
 * @param publicDir Strapi's public folder, where uploads lie
 * @param workdaysFile the table of days off, which the pages need beside the entries
 * @param draftOf an entry that stands in it with its draft, for a preview
 * @throws SnapshotError naming every entry and field that the schemas refuse
 */
export async function writeSnapshot(
  strapi: Core.Strapi,
  folder: string,
  publicDir: string,
  workdaysFile: string,
  draftOf?: EntryKey,
): Promise<void> {
  const files: File[] = []
  const uploads = new Map<string, Upload>()
  const faults: EntryFault[] = []
  for (const publication of publications) {
    const entries: { row: StoredFields; data: unknown }[] = []
    for (const row of await readRows(strapi, publication, draftOf)) {
      const checked = await checkEntry(publication, row)
      const entry = `${publication.kind}/${row.slug ?? row.words ?? publication.kind}`
      if (checked.ok) entries.push({ row, data: checked.data })
      else faults.push(...checked.faults.map((fault) => ({ entry, ...fault })))
      for (const upload of uploadsOf(row)) uploads.set(basename(upload.url), upload)
      for (const name of filesOfTexts(row)) uploads.set(name, { url: `/uploads/${name}` })
    }
    files.push(...filesOf(publication, entries))
  }
  files.push(
    { path: 'redirects.json', text: json(await redirects(strapi)) },
    { path: 'withdrawn.json', text: json(await withdrawnPages(strapi)) },
    { path: 'privacy-allowed.json', text: json(await allowedSigns(strapi)) },
  )
  if (faults.length > 0) throw new SnapshotError(faults)

  const fresh = `${folder}.new`
  const old = `${folder}.old`
  await rm(fresh, { recursive: true, force: true })
  await mkdir(join(fresh, 'media'), { recursive: true })
  for (const { path, text } of files) {
    await mkdir(dirname(join(fresh, path)), { recursive: true })
    await writeFile(join(fresh, path), text)
  }
  for (const [name, { url }] of uploads) {
    // One that is gone is named by the build, with its entry and field.
    await copyFile(join(publicDir, url), join(fresh, 'media', name)).catch(ignoreAbsent)
  }
  await copyFile(workdaysFile, join(fresh, 'workdays.json'))
  await rm(old, { recursive: true, force: true })
  await rename(folder, old).catch(ignoreAbsent)
  await rename(fresh, folder)
  await rm(old, { recursive: true, force: true })
}
