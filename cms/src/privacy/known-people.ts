import { formatReceiptNumber } from '@portal/content/characters/receipt-number'
import type { Core } from '@strapi/strapi'
import { isDamaged } from '../casework/vault/damaged-rows.ts'
import { contentType } from '../contracts/content-types.ts'
import { tableOf } from '../strapi/tables.ts'
import { knownWordsOf, petitionerFields } from './known-words.ts'

/** What is known of the people of a case; of one that cannot be opened, a sentence that says so. */
type KnownPeople = { ok: true; words: string[] } | { ok: false; fault: string }

/** What is known of the people of a case, for the check of a public text that was written about it. */
export async function knownOf(strapi: Core.Strapi, caseNumber: unknown): Promise<KnownPeople> {
  const none: KnownPeople = { ok: true, words: [] }
  if (typeof caseNumber !== 'string' || caseNumber === '') return none
  const row = (await tableOf(strapi, contentType.case).findOne({
    where: { number: caseNumber },
    select: [...petitionerFields, 'representatives'],
  })) as Record<string, string | null> | null
  if (!row) return none
  if (isDamaged(row)) return { ok: false, fault: unopened(caseNumber) }
  const words = knownWordsOf(row).map(({ word }) => word)
  return { ok: true, words }
}

function unopened(number: string): string {
  return `办件 ${formatReceiptNumber(number)} 打不开，查不了这一稿里有没有它的姓名、电话。请系统管理员查看运行记录，从备份恢复这个办件，再办这一步。`
}
