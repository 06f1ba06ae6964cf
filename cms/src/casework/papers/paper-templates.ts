import type { Core } from '@strapi/strapi'
import { contentType } from '../../contracts/content-types.ts'
import {
  reportKinds,
  templateNames,
  type PaperTemplates,
  type ReportKind,
  type TemplateKind,
} from '../../contracts/figures/report-papers.ts'
import { writeRecords } from '../../strapi/records/write-records.ts'
import { tableOf } from '../../strapi/tables.ts'
import { ownReportTemplate } from './own-report-template.ts'
import { ownTemplate } from './own-template.ts'
import { keepEarlier, keepVersion } from './template-versions.ts'

const isReport = (kind: TemplateKind): kind is ReportKind => kind in reportKinds

/** The template of a paper: the office's, else our own. */
export async function readTemplate(strapi: Core.Strapi, paper: TemplateKind): Promise<Buffer> {
  const row = await tableOf(strapi, contentType.paperTemplate).findOne({
    where: { paper },
    select: ['content'],
  })
  if (row) return Buffer.from(row.content, 'base64')
  return isReport(paper) ? ownReportTemplate(paper) : ownTemplate(paper)
}

/** Which templates the office has put in the place of our own. */
export async function listPaperTemplates(strapi: Core.Strapi): Promise<PaperTemplates> {
  const rows = await tableOf(strapi, contentType.paperTemplate).findMany({
    select: ['paper', 'file', 'savedAt', 'savedBy'],
  })
  const templates = (Object.keys(templateNames) as TemplateKind[]).map((paper) => {
    const row = rows.find((one) => one.paper === paper)
    const own = row ? { file: row.file, at: row.savedAt, by: row.savedBy } : null
    return { paper, name: templateNames[paper].name, own }
  })
  return { templates }
}

/**
 * Puts a template of the office in the place of what was there, which is kept; null brings back our own. In the
 * transaction under way.
 */
export async function saveTemplate(
  strapi: Core.Strapi,
  paper: TemplateKind,
  file: { name: string; bytes: Uint8Array; by: string } | null,
): Promise<void> {
  await keepEarlier(strapi, paper, await readTemplate(strapi, paper))
  if (file) await keepVersion(strapi, paper, file.bytes)
  await writeRecords(async () => {
    const query = strapi.db.query(contentType.paperTemplate)
    await query.deleteMany({ where: { paper } })
    if (!file) return
    const content = Buffer.from(file.bytes).toString('base64')
    const savedAt = new Date().toISOString()
    await query.create({ data: { paper, file: file.name, content, savedAt, savedBy: file.by } })
  })
}
