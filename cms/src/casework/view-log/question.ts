import { compact } from '@portal/content/characters/typed-text'
import { z } from 'zod'
import { viewKinds, type ViewKind, type ViewQuestion } from '../../contracts/cases/view-log.ts'

const day = z.union([z.literal(''), z.iso.date()]).default('')
const kinds = Object.keys(viewKinds) as [ViewKind, ...ViewKind[]]

/** Pages past this are of nobody's use; filters find what is there. */
const lastPage = 100_000

const schema = z.strictObject({
  person: z.string().trim().max(320).default(''),
  number: z.string().max(40).default(''),
  kind: z.enum(['', ...kinds]).default(''),
  from: day,
  to: day,
  page: z.int().min(1).max(lastPage).default(1),
})

const refused = '请求的内容不完整，请刷新页面再试。'
const notANumber = '查询编号是 16 位数字，请核对。'

/** What of the record of views is asked for, a number in its plain form; else why it cannot be, for staff. */
export function readViewQuestion(body: unknown): ViewQuestion | { refused: string } {
  const asked = schema.safeParse(body ?? {}).data
  if (!asked) return { refused }
  const number = compact(asked.number.normalize('NFKC')).replace(/[‐‑–—-]/gu, '')
  if (number !== '' && !/^\d{16}$/.test(number)) return { refused: notANumber }
  return { ...asked, number }
}

/** By what the record was narrowed, for the record of its own export: never by whom or which case. */
export function describeViewQuestion({ person, number, kind, from, to }: ViewQuestion): string {
  const labels = [
    ...(person ? ['查阅人'] : []),
    ...(number ? ['查询编号'] : []),
    ...(kind ? ['做了什么'] : []),
    ...(from || to ? ['日期'] : []),
  ]
  return labels.length === 0 ? '全部' : `按${labels.join('、')}筛选`
}
