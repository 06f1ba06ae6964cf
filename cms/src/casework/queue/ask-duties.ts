import type { Day } from '@portal/content/calendar/day'
import type { ClockName } from '../rules/clocks/clock.ts'
import type { Party } from '../rules/wall.ts'
import type { MemoryDatabase } from './memory-database.ts'

/**
 * Cases of which a reminder is due on `today`, what is late longest first.
 * @param horizon the furthest last day of which it is time to remind
 */
export function casesToRemind(
  database: MemoryDatabase,
  today: Day,
  horizon: Day,
  limit: number,
): string[] {
  return database
    .prepare(
      `select c.document_id from duties d join cases c on c.id = d.case_id
       where d.last_day <= :horizon
         and d.given < case when d.last_day < :today then 3 when d.last_day = :today then 2 else 1 end
       group by c.id order by min(d.last_day), c.id limit :limit`,
    )
    .pluck()
    .all({ today, horizon, limit }) as string[]
}

/** What is owed between two days, both included. */
export type Span = { from: Day; to: Day }

/** A duty of a case as the index has it. */
export type FoundDuty = {
  documentId: string
  title: string
  number: string
  holder: string
  clock: string
  lastDay: Day
}

/** Conditions of SQL on a duty `d`: only what a party owes, or may see that it is owed. `null` is nobody. */
function seenBy(party: Party, holder: string | null): { sql: string; values: string[] } | null {
  if (party.kind === 'bureau') {
    return holder === null ? { sql: '', values: [] } : { sql: 'and d.holder = ?', values: [holder] }
  }
  const { unit } = party
  if (!unit) return null
  // A unit has no share of a case that it may not see.
  const share = 'and exists (select 1 from shares s where s.party = ? and s.case_id = d.case_id)'
  return { sql: `and d.holder = ? ${share}`, values: [unit, unit] }
}

/**
 * How many duties end on each day of a span.
 * @param holder only those of one unit, '' for those of none; for the bureau only
 */
export function countByDay(
  database: MemoryDatabase,
  party: Party,
  { from, to }: Span,
  holder: string | null,
): Map<Day, number> {
  const seen = seenBy(party, holder)
  if (!seen) return new Map()
  const rows = database
    .prepare(
      `select d.last_day as day, count(*) as count from duties d
       where d.last_day between ? and ? ${seen.sql} group by d.last_day`,
    )
    .all(from, to, ...seen.values) as { day: Day; count: number }[]
  return new Map(rows.map(({ day, count }) => [day, count]))
}

/** How many duties of each holder end in a span; for the bureau. */
export function countByHolder(database: MemoryDatabase, { from, to }: Span): Map<string, number> {
  const rows = database
    .prepare(
      'select holder, count(*) as count from duties where last_day between ? and ? group by holder',
    )
    .all(from, to) as { holder: string; count: number }[]
  return new Map(rows.map(({ holder, count }) => [holder, count]))
}

/** How many duties are late. */
export function countLate(
  database: MemoryDatabase,
  party: Party,
  today: Day,
  holder: string | null,
): number {
  const seen = seenBy(party, holder)
  if (!seen) return 0
  return database
    .prepare(`select count(*) from duties d where d.last_day < ? ${seen.sql}`)
    .pluck()
    .get(today, ...seen.values) as number
}

/** The duties that end in a span, the earliest first. */
export function listDuties(
  database: MemoryDatabase,
  party: Party,
  { from, to }: Span,
  holder: string | null,
  limit: number,
): FoundDuty[] {
  const seen = seenBy(party, holder)
  if (!seen) return []
  return database
    .prepare(
      `select c.document_id as documentId, c.title, c.number, d.holder, d.clock, d.last_day as lastDay
       from duties d join cases c on c.id = d.case_id
       where d.last_day between ? and ? ${seen.sql} order by d.last_day, d.case_id limit ?`,
    )
    .all(from, to, ...seen.values, limit) as FoundDuty[]
}

/** How many duties of one kind are open. */
export function countOpen(database: MemoryDatabase, party: Party, clock: ClockName): number {
  const seen = seenBy(party, null)
  if (!seen) return 0
  return database
    .prepare(`select count(*) from duties d where d.clock = ? ${seen.sql}`)
    .pluck()
    .get(clock, ...seen.values) as number
}
