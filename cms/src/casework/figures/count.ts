import { categories, type Category } from '@portal/content/schema/petition/category'
import type { CaseState } from '@portal/content/schema/petition/state'
import type { Day } from '@portal/content/calendar/day'
import {
  channels,
  type FigureRow,
  type Figures,
  type FigureTable,
  type IndicatorId,
  type Share,
} from '../../contracts/figures/figures.ts'
import type { FigureFacts } from '../rules/figure-facts.ts'
import { referralRows, supervisionRows } from './counted-events.ts'
import { indicatorShares } from './indicators.ts'
import { isIn, periodBefore, periodLastYear, type Period } from './period.ts'

/** What of a case its outcome is, in few words. */
const outcomes: Record<CaseState, string> = {
  received: '待登记、转送',
  registered: '待登记、转送',
  referred: '待受理',
  accepted: '正在办理',
  declined: '不予受理',
  replied: '已答复',
  reviewing: '正在复查、复核',
  're-reviewing': '正在复查、复核',
  reviewed: '已复查、复核',
  're-reviewed': '已复查、复核',
  closed: '已办结',
  withdrawn: '已撤回',
}

/** A township or sub-district with its district: `青禾区 城西街道`; what is wider stays as it is. */
const townOf = (region: string) => region.split(' ').slice(0, 2).join(' ')

const keyOf: Record<FigureTable, (facts: FigureFacts) => string> = {
  categories: ({ category }) => categories[category].name,
  topics: ({ topic }) => topic || '未填写',
  regions: ({ region }) => townOf(region) || '未填写',
  channels: ({ channel }) => channels[channel],
  outcomes: ({ state }) => outcomes[state],
}
const tableIds = Object.keys(keyOf) as FigureTable[]

/** The names that tables of the desk know, in their order; they have a row even where nothing is counted. */
export type KnownNames = { topics: readonly string[]; regions: readonly string[] }

const categoryNames = (Object.keys(categories) as Category[]).map((key) => categories[key].name)

function namesOf(known: KnownNames): Record<FigureTable, readonly string[]> {
  return {
    categories: categoryNames,
    topics: known.topics,
    regions: [...new Set(known.regions.map(townOf))],
    channels: Object.values(channels),
    outcomes: [...new Set(Object.values(outcomes))],
  }
}

class Tally {
  readonly #counts = new Map<string, number>()
  add(key: string): void {
    this.#counts.set(key, this.of(key) + 1)
  }
  of(key: string): number {
    return this.#counts.get(key) ?? 0
  }
  keys(): string[] {
    return [...this.#counts.keys()]
  }
}

/** What is counted of one period. */
type Counted = {
  received: number
  tables: Record<FigureTable, Tally>
  leads: Tally
  accused: Tally
  happened: Tally
  shares: Record<IndicatorId, Share>
}

function countOne(
  facts: readonly FigureFacts[],
  period: Period,
  today: Day,
  repeated: ReadonlySet<string>,
): Counted {
  const tables = Object.fromEntries(tableIds.map((id) => [id, new Tally()])) as Counted['tables']
  const [leads, accused, happened] = [new Tally(), new Tally(), new Tally()]
  let received = 0
  for (const one of facts) {
    for (const { kind, on } of one.happened) if (isIn(period, on)) happened.add(kind)
    if (!isIn(period, one.receivedOn)) continue
    received += 1
    for (const id of tableIds) tables[id].add(keyOf[id](one))
    if (one.lead !== null) leads.add(one.lead)
    for (const unit of new Set(one.accused)) accused.add(unit)
  }
  const shares = indicatorShares(facts, period, today, repeated)
  return { received, tables, leads, accused, happened, shares }
}

/** So many units are listed. */
const mostUnits = 10

/**
 * Counts the cases of a period, with those of the period before and of a year ago. A case is counted once in each
 * table, by the day of the office on which it was received; what was done is counted by the day on which it was.
 * @param today what is due later is not due yet
 */
export function countFigures(
  facts: readonly FigureFacts[],
  period: Period,
  today: Day,
  known: KnownNames,
): Figures {
  const repeated = new Set(facts.flatMap(({ repeatOf }) => repeatOf ?? []))
  const yearAgo = periodLastYear(period)
  const now = countOne(facts, period, today, repeated)
  const before = countOne(facts, periodBefore(period), today, repeated)
  const lastYear = yearAgo && countOne(facts, yearAgo, today, repeated)
  const row = (key: string, name: string, read: (counted: Counted) => number): FigureRow => ({
    ...{ key, name, count: read(now), before: read(before) },
    lastYear: lastYear && read(lastYear),
  })
  const all = [now, before, ...(lastYear ? [lastYear] : [])]
  const names = namesOf(known)
  const rowsOf = (first: readonly string[], tally: (counted: Counted) => Tally) =>
    [...new Set([...first, ...all.flatMap((counted) => tally(counted).keys())])].map((key) =>
      row(key, key, (counted) => tally(counted).of(key)),
    )
  const most = (tally: (counted: Counted) => Tally) =>
    rowsOf([], tally)
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'zh-CN'))
      .slice(0, mostUnits)
  const done = ({ key, name, kinds }: (typeof referralRows)[number]) =>
    row(key, name, ({ happened }) => kinds.reduce((sum, kind) => sum + happened.of(kind), 0))
  return {
    received: row('received', '收到信访事项', ({ received }) => received),
    tables: tableIds.map((id) => ({ id, rows: rowsOf(names[id], ({ tables }) => tables[id]) })),
    referral: referralRows.map(done),
    supervision: supervisionRows.map(done),
    leads: most(({ leads }) => leads),
    accused: most(({ accused }) => accused),
    indicators: (Object.keys(now.shares) as IndicatorId[]).map((id) => ({
      id,
      now: now.shares[id],
      before: before.shares[id],
      lastYear: lastYear && lastYear.shares[id],
    })),
  }
}
