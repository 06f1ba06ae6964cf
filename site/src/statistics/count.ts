import { categories, type Category } from '@portal/content/schema/petition/category'
import type { Document } from '@portal/content/schema/entries/collections'
import { outcomes, type Outcome } from '@portal/content/schema/petition/outcome'
import { hideSmall, smallestCell } from '@portal/content/figures/hide-small'
import { longMonth } from '@portal/content/calendar/wording'
import { daysBetween, shanghaiDay } from '@portal/content/calendar/day'

/** How many months are told apart; what is older is one row. */
const recentMonths = 12
const earlier = 'earlier'

/** One row of a table; null is a count that is hidden, since it is small or would give a small one away. */
type CountRow = { key: string; name: string; count: number | null }

/** A table whose small cells cannot be worked out from the others; `total` is null where it is one itself. */
export type Table = { rows: CountRow[]; total: number | null }

export type Statistics = {
  total: number
  topics: Table
  categories: Table
  outcomes: Table
  months: Table
  /** Median days from receipt to reply; null where too few notices stand behind it. */
  medianDays: number | null
}

type Notice = Pick<Document<'notices'>, 'data'>

/** Counts by `keyOf`, one row for each of `names`; small counts are hidden. */
export function table<T>(
  entries: T[],
  keyOf: (entry: T) => string,
  names: [key: string, name: string][],
): Table {
  const counts = new Map<string, number>()
  for (const entry of entries) counts.set(keyOf(entry), (counts.get(keyOf(entry)) ?? 0) + 1)
  const shown = hideSmall(names.map(([key]) => counts.get(key) ?? 0))
  return {
    rows: names.map(([key, name], at) => ({ key, name, count: shown[at] ?? null })),
    total: entries.length < smallestCell ? null : entries.length,
  }
}

function median(numbers: number[]): number | null {
  if (numbers.length < smallestCell) return null
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 ? upper : Math.round(((sorted[middle - 1] ?? 0) + upper) / 2)
}

/** What the published notices add up to. `topicNames` gives the topics in the order of display. */
export function statistics(notices: Notice[], topicNames: [string, string][]): Statistics {
  const published = notices.map(({ data }) => month(data.publishedAt)).sort()
  const recent = monthsBetween(published[0], published.at(-1)).slice(0, recentMonths)
  const before: [string, string][] = recent.at(-1) === published[0] ? [] : [[earlier, '更早']]
  return {
    total: notices.length,
    topics: table(notices, ({ data }) => data.topic, topicNames),
    categories: table(
      notices,
      ({ data }) => data.category,
      (Object.keys(categories) as Category[]).map((key) => [key, categories[key].name]),
    ),
    outcomes: table(
      notices,
      ({ data }) => data.outcome,
      (Object.keys(outcomes) as Outcome[]).map((key) => [key, outcomes[key]]),
    ),
    months: table(
      notices,
      ({ data }) => (recent.includes(month(data.publishedAt)) ? month(data.publishedAt) : earlier),
      [...recent.map((key): [string, string] => [key, longMonth(key)]), ...before],
    ),
    medianDays: median(notices.map(({ data }) => daysBetween(data.receivedOn, data.repliedOn))),
  }
}

function month(instant: string): string {
  return shanghaiDay(instant).slice(0, 7)
}

/** Every month from one to another, the latest first. */
function monthsBetween(first: string | undefined, last: string | undefined): string[] {
  if (!first || !last) return []
  const months = [first]
  for (let current = first; current < last;) {
    const [year = 0, number = 0] = current.split('-').map(Number)
    current = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
    months.push(current)
  }
  return months.reverse()
}
