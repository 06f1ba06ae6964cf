import type { Core } from '@strapi/strapi'
import { contentType } from '../../contracts/content-types.ts'
import { paperKinds, type PaperKind, type PaperTemplates } from '../../contracts/papers.ts'
import { writeRecords } from '../../strapi/records/writing.ts'
import { tableOf } from '../../strapi/tables.ts'
import { ownTemplate } from './own-template.ts'

/** The template of a paper: the office's, else our own. */
export async function readTemplate(strapi: Core.Strapi, paper: PaperKind): Promise<Buffer> {
  const row = await tableOf(strapi, contentType.paperTemplate).findOne({
    where: { paper },
    select: ['content'],
  })
  return row ? Buffer.from(row.content, 'base64') : ownTemplate(paper)
}

/** Which templates the office has put in the place of our own. */
export async function listPaperTemplates(strapi: Core.Strapi): Promise<PaperTemplates> {
  const rows = await tableOf(strapi, contentType.paperTemplate).findMany({
    select: ['paper', 'file', 'savedAt', 'savedBy'],
  })
  const templates = (Object.keys(paperKinds) as PaperKind[]).map((paper) => {
    const row = rows.find((one) => one.paper === paper)
    const own = row ? { file: row.file, at: row.savedAt, by: row.savedBy } : null
    return { paper, name: paperKinds[paper].name, own }
  })
  return { templates }
}

/** Puts a template of the office in the place of what was there; null brings back our own. */
export async function saveTemplate(
  strapi: Core.Strapi,
  paper: PaperKind,
  file: { name: string; bytes: Uint8Array; by: string } | null,
): Promise<void> {
  await writeRecords(async () => {
    const query = strapi.db.query(contentType.paperTemplate)
    await query.deleteMany({ where: { paper } })
    if (!file) return
    const content = Buffer.from(file.bytes).toString('base64')
    const savedAt = new Date().toISOString()
    await query.create({ data: { paper, file: file.name, content, savedAt, savedBy: file.by } })
  })
}
