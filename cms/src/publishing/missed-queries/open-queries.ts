import { daysBetween } from '@portal/content/calendar/day'
import type { MissedQuery } from '../../contracts/publications/missed-queries.ts'

/** A query that staff have dealt with, on a day; `ignored`: they said that nothing is to be done. */
export type Settled = { query: string; ignored: boolean; settledOn: string }

/** What was added takes this many days at most to be published; what is still missed then is shown again. */
const daysToPublish = 30

/** The queries that wait for somebody: not dealt with, or dealt with in vain. */
export function openQueries(
  missed: readonly MissedQuery[],
  settled: readonly Settled[],
): MissedQuery[] {
  const known = new Map(settled.map((one) => [one.query, one]))
  return missed.filter(({ query, lastDay }) => {
    const done = known.get(query)
    if (!done) return true
    return !done.ignored && daysBetween(done.settledOn, lastDay) > daysToPublish
  })
}
