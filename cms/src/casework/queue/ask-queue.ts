import { addDays, type Day } from '@portal/content/calendar/day'
import {
  queuePageSize,
  soonDays,
  type QueueQuestion,
  type QueueTab,
} from '../../contracts/cases/queue.ts'
import type { Party } from '../rules/wall.ts'
import { conditionsOf, overStates, type NamedUnit } from './conditions.ts'
import type { MemoryDatabase } from './memory-database.ts'
import { tabBits, tabsOf } from './tab-bits.ts'

/** A case of the queue as the index has it. */
export type FoundCase = {
  id: number
  documentId: string
  number: string
  title: string
  petitioner: string
  state: string
  category: string
  topic: string
  region: string
  receivedOn: Day
  units: string
  unsettled: number
  faulty: number
  ledBy: string
  tabs: number
  lastDay: Day | null
  clock: string | null
  startedOn: Day | null
  clockUnit: string | null
  certain: number | null
}

export type Found = { counts: Map<QueueTab, number>; rows: FoundCase[] }

/** Whether a share `s` is in a tab, as SQL of the days `:today` and `:soon`, for the account `:reader`. */
function inTab(tab: QueueTab): string {
  if (tab === 'all') return 'true'
  if (tab === 'late') return '(s.counted_day is not null and s.counted_day < :today)'
  // Nobody reads an opinion of one's own.
  if (tab === 'proposed') return `(s.tabs & ${tabBits.proposed} > 0 and s.writer is not :reader)`
  if (tab === 'soon') return '(s.counted_day between :today and :soon)'
  return `(s.tabs & ${tabBits[tab]} > 0)`
}

const columns = `c.id, c.document_id as documentId, c.number, c.title, c.petitioner, c.state, c.category, c.topic,
  c.region, c.received_on as receivedOn, c.units, c.unsettled, c.faulty, c.led_by as ledBy, s.tabs, s.last_day as lastDay, s.clock,
  s.started_on as startedOn, s.clock_unit as clockUnit, s.certain`

const orders = {
  due: 's.place, s.case_id',
  newest: 'c.received_at desc, s.case_id desc',
  oldest: 'c.received_at, s.case_id',
} as const

/** On which day the queue is asked, and by which account; null where by none. */
export type Asking = { today: Day; reader: number | null }

const partyKey = (party: Party) => (party.kind === 'bureau' ? '' : party.unit)

/**
 * The cases of a page of the queue, and how many each tab has. Only what the party may see is looked at, whatever is
 * asked.
 * @param limit so many cases at most
 */
export function askQueue(
  database: MemoryDatabase,
  party: Party,
  question: QueueQuestion,
  units: readonly NamedUnit[],
  { today, reader }: Asking,
  limit: number = queuePageSize,
): Found {
  const tabs = tabsOf(party)
  const key = partyKey(party)
  // An account that acts for no unit has nothing to see; the bureau's share is none of its own.
  if (key === null || (party.kind === 'unit' && key === '')) {
    return { counts: new Map(tabs.map(([tab]) => [tab, 0])), rows: [] }
  }
  const conditions = conditionsOf(question, party, units)
  const values = conditions.flatMap(({ values }) => values)
  const days = { today, soon: addDays(today, soonDays), party: key, reader }
  const needsCase = conditions.some(({ sql }) => sql.includes('c.'))
  const where = ['s.party = :party', ...conditions.map(({ sql }) => sql)].join(' and ')
  const sums = tabs.map(([tab]) => `coalesce(sum(${inTab(tab)}), 0) as "${tab}"`).join(', ')
  const counts = database
    .prepare(
      `select ${sums} from shares s ${needsCase ? 'join cases c on c.id = s.case_id' : ''} where ${where}`,
    )
    .get(days, ...values) as Record<string, number>
  const rows = database
    .prepare(
      `select ${columns} from shares s join cases c on c.id = s.case_id
       where ${where} and ${inTab(question.tab)} order by ${orders[question.sort]}
       limit ${limit} offset ${(question.page - 1) * limit}`,
    )
    .all(days, ...values) as FoundCase[]
  return { counts: new Map(tabs.map(([tab]) => [tab, counts[tab] ?? 0])), rows }
}

/** How many cases go to no unit before somebody has said whom they accuse; for the bureau. */
export function countUnsettled(database: MemoryDatabase): number {
  const over = overStates.map(() => '?').join(', ')
  return database
    .prepare(`select count(*) from cases where unsettled and state not in (${over})`)
    .pluck()
    .get(...overStates) as number
}

/** In how many cases something does not open. */
export function countFaulty(database: MemoryDatabase): number {
  return database.prepare('select count(*) from cases where faulty').pluck().get() as number
}

/** The cases of which files did not come whole, or not at all, with how many; the newest first. */
export function lostFiles(database: MemoryDatabase): { number: string; files: number }[] {
  return database
    .prepare('select number, lost_files as files from cases where lost_files order by id desc')
    .all() as { number: string; files: number }[]
}

/** The cases that have what is looked for, by identifier, the newest first; for who may see all, or is narrowed after. */
export function findCases(
  database: MemoryDatabase,
  question: QueueQuestion,
  units: readonly NamedUnit[],
): number[] {
  const conditions = conditionsOf(question, { kind: 'bureau' }, units)
  const where = ["s.party = ''", ...conditions.map(({ sql }) => sql)].join(' and ')
  return database
    .prepare(`select s.case_id from shares s where ${where} order by s.case_id desc`)
    .pluck()
    .all(...conditions.flatMap(({ values }) => values)) as number[]
}
