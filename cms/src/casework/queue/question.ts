import { caseStates } from '@portal/content/schema/petition/state'
import { categories } from '@portal/content/schema/petition/category'
import { z } from 'zod'
import {
  bureauTabs,
  longestQuestion,
  queueSorts,
  unitTabs,
  type QueueQuestion,
  type QueueSort,
  type QueueTab,
} from '../../contracts/cases/queue.ts'
import type { Party } from '../rules/wall.ts'

const keysOf = <K extends string>(table: Record<K, unknown>) => Object.keys(table) as [K, ...K[]]
const text = z.string().max(200).default('')
const day = z.union([z.literal(''), z.iso.date()]).default('')
const wordOf = (words: readonly string[]) =>
  z
    .string()
    .refine((word) => word === '' || words.includes(word))
    .default('')

const mark = z
  .enum(['true', 'false', ''])
  .default('')
  .transform((value) => value === 'true')

/** Pages past this are of nobody's use; filters find what is there. */
const lastPage = 100_000

const schema = z.strictObject({
  tab: z.enum([...new Set([...keysOf(bureauTabs), ...keysOf(unitTabs)])] as [QueueTab]).optional(),
  q: z
    .string()
    .refine((value) => [...value].length <= longestQuestion, { params: { tooLong: true } })
    .default(''),
  category: wordOf(Object.values(categories).map(({ name }) => name)),
  topic: text,
  region: text,
  unit: text,
  state: wordOf(Object.values(caseStates)),
  official: text,
  from: day,
  to: day,
  unsettled: mark,
  open: mark,
  sort: z.enum(keysOf(queueSorts) as [QueueSort, ...QueueSort[]]).default('due'),
  page: z.coerce.number().int().min(1).max(lastPage).default(1),
})

/** Asks for everything. */
export const emptyQuestion: QueueQuestion = { ...schema.parse({}), tab: 'all' }

/** What was asked for; else why it cannot be answered, for staff. */
export function readQuestion(body: unknown, party: Party): QueueQuestion | { refused: string } {
  const parsed = schema.safeParse(body)
  if (!parsed.success) {
    const isTooLong = parsed.error.issues.some(
      (issue) => issue.code === 'custom' && issue.params?.tooLong === true,
    )
    return {
      refused: isTooLong
        ? `搜索的文字太长：最多 ${longestQuestion} 个字，请只写几个词。`
        : '地址里有不认识的参数，请从页面上的链接进入。',
    }
  }
  const tabs = party.kind === 'bureau' ? bureauTabs : unitTabs
  const { tab, ...rest } = parsed.data
  // A link of the bureau's that a unit follows leads to all that the unit has.
  return { ...rest, tab: tab !== undefined && tab in tabs ? tab : 'all' }
}
