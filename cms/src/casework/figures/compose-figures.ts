import { shanghaiDay, type Day } from '@portal/content/calendar/day'
import type { Core } from '@strapi/strapi'
import { contentType } from '../../contracts/content-types.ts'
import type { FiguresAnswer, PeriodName } from '../../contracts/figures/figures.ts'
import { toWord } from '../../strapi/choice-codes.ts'
import { tableOf } from '../../strapi/tables.ts'
import { queueOf, readingFor } from '../queue/queue.ts'
import { countFigures, type KnownNames } from './count.ts'
import type { FigureFacts } from '../rules/figure-facts.ts'
import { periodBefore, periodLastYear, readPeriod, type Period } from './period.ts'
import { releaseOf } from './published-figures.ts'

/** A month of the trend, and twelve before it. */
const trendMonths = 13

const named = ({ id, name }: Period): PeriodName => ({ id, name })

/** The months from one day to another, the latest first. */
function monthsBetween(first: Day, last: Day): Period[] {
  const months: Period[] = []
  for (let month = readPeriod(last.slice(0, 7)); month && month.to >= first;) {
    months.push(month)
    month = periodBefore(month)
  }
  return months
}

function trendOf(facts: readonly FigureFacts[], last: Period | undefined): FiguresAnswer['trend'] {
  const counts = new Map<string, number>()
  for (const { receivedOn } of facts) {
    const month = receivedOn.slice(0, 7)
    counts.set(month, (counts.get(month) ?? 0) + 1)
  }
  const months: Period[] = []
  for (let month = last; month && months.length < trendMonths; month = periodBefore(month)) {
    months.push(month)
  }
  return months.reverse().map((month) => ({ ...named(month), count: counts.get(month.id) ?? 0 }))
}

async function knownNames(strapi: Core.Strapi): Promise<KnownNames> {
  const topics = await tableOf(strapi, contentType.topic).findMany({
    select: ['name'],
    orderBy: { order: 'asc' },
  })
  type Place = { name: string; parent: { name: string } | null }
  const towns: Place[] = await strapi.db.query(contentType.region).findMany({
    where: { tier: toWord('tier', 'township') },
    select: ['name'],
    populate: { parent: { select: ['name'] } },
    orderBy: { order: 'asc' },
  })
  return {
    topics: topics.map(({ name }) => String(name)),
    regions: towns.map(({ name, parent }) => (parent ? `${parent.name} ${name}` : name)),
  }
}

/**
 * The figures of a period, from what the memory holds of all cases: none is opened.
 * @param id a month or a year; the last month that is over where none is asked for
 * @returns null where it stands for no period, or for one that has not begun
 */
export async function readFigures(
  strapi: Core.Strapi,
  id: string | undefined,
  now = new Date(),
): Promise<FiguresAnswer | null> {
  const queue = queueOf(strapi)
  await queue.settled()
  const today = shanghaiDay(now)
  const thisMonth = readPeriod(today.slice(0, 7))
  const period = id ? readPeriod(id) : thisMonth && periodBefore(thisMonth)
  if (!period || period.from > today) return null
  const facts = [...queue.index.facts.values()]
  const first = facts.reduce(
    (least, { receivedOn }) => (receivedOn < least ? receivedOn : least),
    today,
  )
  const earliest = period.from < first ? period.from : first
  const months = monthsBetween(earliest, today)
  const lastYear = periodLastYear(period)
  const lastMonth = months.find(({ to, from }) => from <= period.to && to >= period.from)
  return {
    period: { ...named(period), kind: period.kind, over: period.to < today },
    before: named(periodBefore(period)),
    lastYear: lastYear && named(lastYear),
    months: months.map(named),
    years: [...new Set(months.map(({ id: month }) => month.slice(0, 4)))].map((year) => ({
      id: year,
      name: `${year}年`,
    })),
    figures: countFigures(facts, period, today, await knownNames(strapi)),
    trend: trendOf(facts, lastMonth),
    unread: queue.index.countFaulty(),
    released: await releaseOf(strapi, period.id),
    reading: readingFor(queue, { kind: 'bureau' }),
  }
}
