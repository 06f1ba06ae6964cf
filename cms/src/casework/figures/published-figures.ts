import type { PublicFigures } from '@portal/content/schema/entries/public-figures'
import type { Core } from '@strapi/strapi'
import { contentType } from '../../contracts/content-types.ts'
import { documentsOf } from '../../strapi/documents.ts'
import { writeRecords } from '../../strapi/records/write-records.ts'
import { tableOf } from '../../strapi/tables.ts'

const uid = contentType.publicFigures

/** When and by whom the figures of a month were published; null where they were not. */
export async function releaseOf(
  strapi: Core.Strapi,
  month: string,
): Promise<{ at: string; by: string } | null> {
  const row = await tableOf(strapi, uid).findOne({
    where: { month },
    select: ['releasedAt', 'releasedBy'],
  })
  return row && { at: row.releasedAt, by: row.releasedBy }
}

/** What citizens are shown of a month; null where nothing was published. */
export async function readReleased(strapi: Core.Strapi, month: string): Promise<unknown> {
  const row = await tableOf(strapi, uid).findOne({ where: { month }, select: ['content'] })
  return row?.content ?? null
}

/** Publishes the record of a month, in the place of what was published of it before; null takes it back. */
export async function release(
  strapi: Core.Strapi,
  month: string,
  record: { content: PublicFigures; by: string } | null,
): Promise<void> {
  const documents = documentsOf(strapi, uid)
  const before = await tableOf(strapi, uid).findOne({ where: { month }, select: ['documentId'] })
  await writeRecords(async () => {
    if (!record) {
      if (before) await documents.delete({ documentId: before.documentId })
      return
    }
    const data = {
      month,
      content: record.content,
      releasedAt: new Date().toISOString(),
      releasedBy: record.by,
    }
    if (before) await documents.update({ documentId: before.documentId, data })
    else await documents.create({ data })
  })
}
