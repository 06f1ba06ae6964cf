import { findPersonal } from '@portal/content/privacy/find'
import { personalKinds } from '@portal/content/privacy/kinds'
import { outcomes } from '@portal/content/schema/petition/outcome'
import { z } from 'zod'
import {
  longestNotice,
  noticeFields,
  removals,
  type NoticeHit,
  type NoticeRequest,
} from '../../contracts/papers/notice-draft.ts'
import { findRemovals, type KnownOfCase } from './find-removals.ts'

const text = z.string().trim().max(100_000)

/** The body of `POST …/notice`. */
export const noticeRequest = z.object({
  title: text,
  summary: text,
  request: text,
  body: text,
  basis: text,
  outcome: z.enum(Object.values(outcomes) as [string, ...string[]]),
})

type Field = NoticeHit['field']
const names: Record<Field, string> = { ...noticeFields, summary: '摘要' }
const fields = Object.keys(names) as Field[]

/** What is wrong with the length of a text, a sentence; null where nothing is. */
export function faultOfLengths(asked: NoticeRequest): string | null {
  for (const field of fields) {
    const length = asked[field].length
    if (length === 0 && field !== 'basis') return `请写${names[field]}。`
    const most = longestNotice[field]
    if (length > most) return `${names[field]}最多 ${most} 个字，现在 ${length} 个字，请改短。`
  }
  return null
}

/** What stands in a text as it is to go on that publishing would stop, or that leads back to the case. */
export function hitsOfTexts(asked: NoticeRequest, known: KnownOfCase): NoticeHit[] {
  const words = known.words.map(({ word }) => word)
  return fields.flatMap((field) => {
    const written = asked[field]
    const personal = findPersonal(written, words)
      .filter((hit) => !known.isOffice(written, hit))
      .map(({ kind, at, length }) => ({
        field,
        what: personalKinds[kind],
        found: written.slice(at, at + length),
      }))
    const receipts = findRemovals(written, known)
      .filter(({ removal, fixed }) => removal === 'receipt' && fixed)
      .map(({ from, to }) => ({
        field,
        what: removals.receipt.what,
        found: written.slice(from, to),
      }))
    return [...personal, ...receipts]
  })
}

/** A refusal that names the fields, and not what stands in them, which must not reach a log. */
export function wordsOfHits(hits: readonly NoticeHit[]): string {
  const places = new Set(hits.map(({ field, what }) => `${names[field]}（${what}）`))
  return `还能认出个人：${[...places].join('、')}。请改掉再放进公示，您写的还在。`
}
