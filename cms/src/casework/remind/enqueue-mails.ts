import type { Core } from '@strapi/strapi'
import { contentType } from '../../contracts/content-types.ts'
import { writeRecords } from '../../strapi/records/write-records.ts'
import { tableOf } from '../../strapi/tables.ts'
import type { CaseRow } from '../record/case-record.ts'
import type { Addressee } from './addressees.ts'

/**
 * Leaves mails about an event of a case, in the transaction under way: there are none without the event, and each
 * address gets one of it at most. Nothing of the petition is in them.
 * @param sequence the event's place among those of the case
 * @param words what is due and by when
 */
export async function leaveMails(
  strapi: Core.Strapi,
  { documentId: caseId, number }: Pick<CaseRow, 'documentId' | 'number'>,
  sequence: number,
  words: string,
  addressees: readonly Addressee[],
): Promise<void> {
  const table = tableOf(strapi, contentType.staffMail)
  for (const { address, unit } of addressees) {
    const key = `${caseId}:${sequence}:${address.toLowerCase()}`
    const data = {
      ...{ key, address, unit, caseId, number, words },
      state: 'waiting' as const,
      attempts: 0,
      dueAt: new Date().toISOString(),
    }
    await writeRecords(() => table.create({ data }))
  }
}
