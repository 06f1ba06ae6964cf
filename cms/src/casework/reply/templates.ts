import { formatReceiptNumber } from '@portal/content/characters/receipt-number'
import { shanghaiDay } from '@portal/content/calendar/day'
import { longDay } from '@portal/content/calendar/wording'
import { categories } from '@portal/content/schema/petition/category'
import type { Core } from '@strapi/strapi'
import { contentType } from '../../contracts/content-types.ts'
import type { ReplyTemplate } from '../../contracts/papers/reply-page.ts'
import { addressedName } from '../rules/petitioner/petitioner-name.ts'
import type { CaseFile } from '../rules/case/case-file.ts'

type Row = Record<'documentId' | 'name' | 'category', string> &
  Record<'request' | 'facts' | 'opinion' | 'basis', string | null> & {
    topic: { name: string } | null
  }

/** The templates of replies, first those that suit the case. */
export async function listTemplates(
  strapi: Core.Strapi,
  { category, topic }: Pick<CaseFile, 'category' | 'topic'>,
): Promise<ReplyTemplate[]> {
  const rows = (await strapi.db
    .query(contentType.replyTemplate)
    .findMany({ populate: { topic: true }, orderBy: { name: 'asc' } })) as Row[]
  const word = categories[category].name
  return rows
    .map((row) => ({
      id: row.documentId,
      name: row.name,
      suits:
        (row.category === '不限' || row.category === word) &&
        (row.topic === null || row.topic.name === topic),
      request: row.request ?? '',
      facts: row.facts ?? '',
      opinion: row.opinion ?? '',
      basis: row.basis ?? '',
    }))
    .sort((a, b) => Number(b.suits) - Number(a.suits))
}

/** What stands for the words between 〔 and 〕 in a case. @param now the moment of writing */
export function placeholdersOf(file: CaseFile, office: string, now: Date): Record<string, string> {
  return {
    信访人: addressedName(file.petitioner.petitionerName),
    查询编号: formatReceiptNumber(file.number),
    标题: file.title,
    收到日期: longDay(shanghaiDay(file.receivedAt)),
    承办单位: file.unit ?? '',
    办公室: office,
    日期: longDay(shanghaiDay(now)),
  }
}
