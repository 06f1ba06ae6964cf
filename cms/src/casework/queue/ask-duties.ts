import type { Day } from '@portal/content/calendar/day'
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
