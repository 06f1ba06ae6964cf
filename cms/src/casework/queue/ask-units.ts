import { addDays, type Day } from '@portal/content/calendar/day'
import { soonDays } from '../../contracts/cases/queue.ts'
import type { UnitFigures } from '../../contracts/cases/calendar.ts'
import type { Party } from '../rules/wall.ts'
import type { MemoryDatabase } from './memory-database.ts'

type Figures = Omit<UnitFigures, 'name' | 'active'>
type Open = { id: string; open: number; soon: number; late: number }
type Work = { id: string; due: number; inTime: number; decided: number; days: number | null }

/** What a unit has to show of the cases that it received on `since` or later. */
const workSql = `select unit as id,
    sum(informed_on is not null or inform_by < :today) as due,
    sum(coalesce(informed_on <= inform_by, 0)) as inTime,
    count(days) as decided, avg(days) as days
  from works where received_on >= :since`

/** A unit has no share of a case that it may not see, though it worked on it before. */
const ownWork = `and unit = :own
  and exists (select 1 from shares s where s.party = :own and s.case_id = works.case_id)`

/**
 * How units stand: counted as the queue counts for whoever asks, so that a number is what its list has.
 * @param since the first day on which a case counts for shares and averages
 */
export function askUnits(
  database: MemoryDatabase,
  party: Party,
  today: Day,
  since: Day,
): Map<string, Figures> {
  const own = party.kind === 'unit' ? party.unit : null
  if (party.kind === 'unit' && !own) return new Map()
  const counted = own ? 's.counted_day' : 'u.counted_day'
  const open = database
    .prepare(
      `select u.unit as id, sum(u.open) as open,
         sum(coalesce(${counted} between :today and :soon, 0)) as soon,
         sum(coalesce(${counted} < :today, 0)) as late
       from case_units u
       ${own ? 'join shares s on s.party = :own and s.case_id = u.case_id where u.unit = :own' : ''}
       group by u.unit`,
    )
    .all({ today, soon: addDays(today, soonDays), ...(own ? { own } : {}) }) as Open[]
  const works = database
    .prepare(`${workSql} ${own ? ownWork : ''} group by unit`)
    .all({ today, since, ...(own ? { own } : {}) }) as Work[]
  const workOf = new Map(works.map((work) => [work.id, work]))
  const openOf = new Map(open.map((one) => [one.id, one]))
  const ids = new Set([...openOf.keys(), ...workOf.keys()])
  return new Map(
    [...ids].map((id) => {
      const work = workOf.get(id)
      const { open: has = 0, soon = 0, late = 0 } = openOf.get(id) ?? {}
      const informed = { due: work?.due ?? 0, inTime: work?.inTime ?? 0 }
      const decided = { count: work?.decided ?? 0, days: Math.round((work?.days ?? 0) * 10) / 10 }
      return [id, { id, open: has, soon, late, informed, decided }]
    }),
  )
}
