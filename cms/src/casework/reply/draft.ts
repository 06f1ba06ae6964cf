import type { Core } from '@strapi/strapi'
import { z } from 'zod'
import { contentType } from '../../contracts/content-types.ts'
import { longestPart, opinionSteps } from '../../contracts/papers/opinion.ts'
import type { ReplyFields, SavedDraft } from '../../contracts/papers/reply-page.ts'
import { writeRecords } from '../../strapi/records/write-records.ts'
import { tableOf } from '../../strapi/tables.ts'
import { deskFiles } from '../files/incoming-file.ts'
import { sentParts } from '../events/event-fields.ts'

const short = z.string().max(8000)
const part = z.string().max(2 * longestPart)

/** What is half written; more than may be sent fits, so that nothing has to be cut while it is written. */
export const replyFields = z.object({
  step: z.enum(opinionSteps),
  unit: short,
  body: short,
  reason: short,
  parts: sentParts(part),
  files: deskFiles.default([]),
}) satisfies z.ZodType<ReplyFields>

const keyOf = (number: string, staffId: number) => `${number} ${staffId}`

/** What one of the staff has half written for a case; null where there is nothing, or it does not open. */
export async function readDraft(
  strapi: Core.Strapi,
  number: string,
  staffId: number,
): Promise<SavedDraft | null> {
  const row = await tableOf(strapi, contentType.caseDraft).findOne({
    where: { key: keyOf(number, staffId) },
    select: ['version', 'savedAt', 'written'],
  })
  const fields = replyFields.safeParse(row?.written).data
  return row && fields ? { version: row.version, savedAt: row.savedAt, fields } : null
}

/**
 * Saves what is half written, sealed, in place of what the writer saved before.
 * @param seen the version that the page knows, 0 where it knows of none
 * @returns what is stored now, and whether it is what was to be saved: where another page of the same writer
 * has saved meanwhile nothing is written over
 */
export async function saveDraft(
  strapi: Core.Strapi,
  number: string,
  staffId: number,
  fields: ReplyFields,
  seen: number,
): Promise<{ ok: boolean; draft: SavedDraft }> {
  const key = keyOf(number, staffId)
  const table = tableOf(strapi, contentType.caseDraft)
  const savedAt = new Date().toISOString()
  return strapi.db.transaction(async () => {
    const before = await readDraft(strapi, number, staffId)
    if (before && before.version !== seen) return { ok: false, draft: before }
    const version = seen + 1
    const data = { version, savedAt, written: fields }
    const isThere = (await table.count({ where: { key } })) > 0
    await writeRecords(() =>
      isThere
        ? table.update({ where: { key }, data })
        : table.create({ data: { key, number, staffId, ...data } }),
    )
    return { ok: true, draft: { version, savedAt, fields } }
  })
}

/** Forgets what was half written: it was sent, or given up. */
export async function dropDraft(
  strapi: Core.Strapi,
  number: string,
  staffId: number,
): Promise<void> {
  const where = { key: keyOf(number, staffId) }
  await writeRecords(() => strapi.db.query(contentType.caseDraft).deleteMany({ where }))
}
