import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Core } from '@strapi/strapi'
import { layout } from '../../environment.ts'
import { isWorkflowType } from '../../contracts/content-types.ts'
import type { StoredFields } from '../../strapi/stored-fields.ts'
import { filesOfTexts } from '../transcribe/markdown-fields.ts'
import { beforeDocuments } from '../../strapi/document-calls.ts'

const files = 'plugin::upload.file'
/** How long a picture waits for its text to be saved, in milliseconds. */
const longestWait = 7 * 24 * 3_600_000

/** A picture of the media library, as Strapi keeps it. */
type FileRow = StoredFields & { id: number; url: string; formats?: Record<string, { url: string }> }

const recordOf = (name: string) => join(layout.cmsStaged, `${name}.json`)

/**
 * Takes a picture out of the media library again, its file apart: it can be seen in the text that
 * it belongs to, and is in the library once the text is saved.
 * @returns the address that stands in the text
 */
export async function stage(strapi: Core.Strapi, row: FileRow): Promise<string> {
  const name = basename(row.url)
  await mkdir(layout.cmsStaged, { recursive: true })
  await writeFile(recordOf(name), JSON.stringify(row))
  await strapi.db.query(files).delete({ where: { id: row.id } })
  return `media/${name}`
}

async function staged(name: string): Promise<FileRow | undefined> {
  try {
    return JSON.parse(await readFile(recordOf(name), 'utf8')) as FileRow
  } catch {
    return undefined
  }
}

/** Puts a picture that was waiting into the media library; nothing where it is there already. */
async function adopt(strapi: Core.Strapi, name: string): Promise<void> {
  const row = await staged(name)
  if (!row) return
  const known = await strapi.db.query(files).count({ where: { hash: row.hash } })
  const data: StoredFields = { ...row }
  delete data.id
  if (known === 0) await strapi.db.query(files).create({ data })
}

/** Lets pictures of Word documents into the media library when a text that shows them is saved. */
export function adoptStaged(strapi: Core.Strapi): void {
  beforeDocuments(strapi, async ({ uid, action, params }, next) => {
    if (!isWorkflowType(uid) || !['create', 'update'].includes(action) || !params.data)
      return next()
    const names = filesOfTexts(params.data)
    return strapi.db.transaction(async () => {
      const done = await next()
      for (const name of names) await adopt(strapi, name)
      return done
    })
  })
}

/**
 * Removes pictures whose text was never saved, and the notes of those that are in the library.
 * @param now milliseconds since 1970
 */
async function sweepStaged(strapi: Core.Strapi, now: number): Promise<void> {
  for (const record of await readdir(layout.cmsStaged).catch(() => [])) {
    const path = join(layout.cmsStaged, record)
    if (now - (await stat(path)).mtimeMs < longestWait) continue
    const row = await staged(basename(record, '.json'))
    const known = row && (await strapi.db.query(files).count({ where: { hash: row.hash } }))
    if (row && !known) {
      for (const { url } of [row, ...Object.values(row.formats ?? {})]) {
        await rm(join(layout.cmsPublic, 'uploads', basename(url)), { force: true })
      }
    }
    await rm(path, { force: true })
  }
}

/** Looks for pictures that nobody saved, now and every night. */
export function startSweeping(strapi: Core.Strapi): void {
  const task = () => sweepStaged(strapi, Date.now())
  void task()
  strapi.cron.add({
    sweepStaged: { task, options: { rule: '20 3 * * *', tz: 'Asia/Shanghai' } },
  })
}
