import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { formatDocument, type Fault } from '@portal/content/entry/document'
import type { Core } from '@strapi/strapi'
import { gate } from './gate.ts'
import { hasDrafts, publications, type Publication } from './publications.ts'
import type { Row, Upload } from './transcribe/fields.ts'

/** Entries that cannot be published, each with its fault; nothing was written. */
export class SnapshotError extends Error {
  override name = 'SnapshotError'
  readonly faults: (Fault & { entry: string })[]
  constructor(faults: (Fault & { entry: string })[]) {
    super(faults.map((f) => `${f.entry}：${f.field}：${f.problem}`).join('\n'))
    this.faults = faults
  }
}

type File = { path: string; text: string }

async function readRows(strapi: Core.Strapi, publication: Publication): Promise<Row[]> {
  const status = hasDrafts(publication) ? ('published' as const) : undefined
  const rows = await strapi.documents(publication.uid).findMany({
    populate: publication.populate,
    sort: 'id:asc',
    limit: -1,
    ...(status ? { status } : {}),
  } as never)
  return (Array.isArray(rows) ? rows : [rows].filter(Boolean)) as Row[]
}

function filesOf({ form, kind }: Publication, entries: { row: Row; data: unknown }[]): File[] {
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
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

function uploadsOf(row: Row): Upload[] {
  return Object.values(row).filter(
    (value): value is Upload =>
      typeof value === 'object' && value !== null && 'url' in value && 'mime' in value,
  )
}

/**
 * Writes everything that is published into `folder`, whole or not at all: the files are written
 * beside it and take its place at the end.
 * @param publicDir Strapi's public folder, where uploads lie
 * @param workdaysFile the table of days off, which the pages need beside the entries
 * @throws SnapshotError naming every entry and field that the schemas refuse
 */
export async function writeSnapshot(
  strapi: Core.Strapi,
  folder: string,
  publicDir: string,
  workdaysFile: string,
): Promise<void> {
  const files: File[] = []
  const uploads = new Map<string, Upload>()
  const faults: (Fault & { entry: string })[] = []
  for (const publication of publications) {
    const entries: { row: Row; data: unknown }[] = []
    for (const row of await readRows(strapi, publication)) {
      const gated = gate(publication, row)
      const entry = `${publication.kind}/${row.slug ?? row.words ?? publication.kind}`
      if (gated.ok) entries.push({ row, data: gated.data })
      else faults.push(...gated.faults.map((fault) => ({ entry, ...fault })))
      for (const upload of uploadsOf(row)) uploads.set(basename(upload.url), upload)
    }
    files.push(...filesOf(publication, entries))
  }
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
    await copyFile(join(publicDir, url), join(fresh, 'media', name))
  }
  await copyFile(workdaysFile, join(fresh, 'workdays.json'))
  await rm(old, { recursive: true, force: true })
  await rename(folder, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  await rename(fresh, folder)
  await rm(old, { recursive: true, force: true })
}
