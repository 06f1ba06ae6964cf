import type { Core } from '@strapi/strapi'
import { contentType } from '../../contracts/content-types.ts'
import type { TemplateKind } from '../../contracts/figures/report-papers.ts'
import { writeRecords } from '../../strapi/records/write-records.ts'
import { tableOf } from '../../strapi/tables.ts'
import { digestOfTemplate } from './template-digest.ts'

/**
 * Keeps a version of a template for good, once, in the transaction under way: what was made of it is printed from it
 * for as long as the case is kept.
 * @returns what it is known by
 */
export async function keepVersion(
  strapi: Core.Strapi,
  paper: TemplateKind,
  bytes: Uint8Array,
): Promise<string> {
  const digest = digestOfTemplate(paper, bytes)
  await keepAs(strapi, digest, paper, bytes)
  return digest
}

async function keepAs(
  strapi: Core.Strapi,
  digest: string,
  paper: TemplateKind,
  bytes: Uint8Array,
): Promise<void> {
  const table = tableOf(strapi, contentType.paperVersion)
  if ((await table.count({ where: { digest } })) > 0) return
  const content = Buffer.from(bytes).toString('base64')
  const data = { digest, paper, content, savedAt: new Date().toISOString() }
  await writeRecords(() => table.create({ data }))
}

/** Stands for the digest of what papers are printed from that were made before versions were kept. */
const earlier = (paper: TemplateKind) => `before versions ${paper}`

/**
 * Keeps, the first time that a template is changed, what was there until then: papers of before versions were kept do
 * not say from which they were made, and are printed from it for good.
 */
export function keepEarlier(
  strapi: Core.Strapi,
  paper: TemplateKind,
  bytes: Uint8Array,
): Promise<void> {
  return keepAs(strapi, earlier(paper), paper, bytes)
}

/** What papers of before versions were kept are printed from; null where the template was never changed since. */
export function readEarlier(strapi: Core.Strapi, paper: TemplateKind): Promise<Buffer | null> {
  return readVersion(strapi, earlier(paper))
}

/** A version that was kept; null where there is none of this digest. */
export async function readVersion(strapi: Core.Strapi, digest: string): Promise<Buffer | null> {
  const row = await tableOf(strapi, contentType.paperVersion).findOne({
    where: { digest },
    select: ['content'],
  })
  return row && Buffer.from(row.content, 'base64')
}
