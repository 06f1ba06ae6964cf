import {
  addDays,
  dayOfWeek,
  daysBetween,
  shanghaiDay,
  type Day,
} from '@portal/content/calendar/day'
import { isWorkday } from '@portal/content/calendar/workdays'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import type { Core } from '@strapi/strapi'
import { z } from 'zod'
import {
  calendarListSize,
  longestSpan,
  type Calendar,
  type DayKind,
  type UnitsAnswer,
} from '../../../contracts/cases/calendar.ts'
import { casePermissions } from '../../../contracts/permissions.ts'
import type { DeskContext } from '../../../strapi/desk-routes.ts'
import {
  countByDay,
  countByHolder,
  countLate,
  listDuties,
  type FoundDuty,
} from '../../queue/ask-duties.ts'
import { askUnits } from '../../queue/ask-units.ts'
import { queueOf } from '../../queue/queue.ts'
import { listUnits, namesOf } from '../../record/units.ts'
import { everyCase, recordView } from '../../record/view-log.ts'
import { readWorkdays } from '../../record/workdays.ts'
import { clocks, type ClockName } from '../../rules/clocks/clock.ts'
import type { Party } from '../../rules/wall.ts'
import { addListRoute } from '../case-route.ts'

const question = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    day: z.iso.date().optional(),
    unit: z.string().max(200).optional(),
  })
  .refine(({ from, to }) => from <= to && daysBetween(from, to) < longestSpan)

/** Stands for what no unit owes. */
const bureauHolder = 'bureau'

function kindOf(day: Day, table: Workdays): DayKind {
  const worked = isWorkday(day, table)
  const weekend = [0, 6].includes(dayOfWeek(day))
  if (worked === null) return 'unknown'
  if (worked) return weekend ? 'moved' : 'workday'
  return weekend ? 'weekend' : 'holiday'
}

const others = { 'review-body': '复查、复核机关', bureau: '信访部门' } as const

function itemOf(found: FoundDuty, names: ReadonlyMap<string, string>, today: Day) {
  const { holder, clock, lastDay, documentId, title, number } = found
  const { name, article, whose } = clocks[clock as ClockName]
  const unit = holder === '' ? undefined : names.get(holder)
  return {
    ...{ documentId, title, number, article, lastDay },
    clock: name,
    whose: unit ?? (whose === 'review-body' ? others['review-body'] : others.bureau),
    left: daysBetween(today, lastDay),
  }
}

/** `GET /desk/cases/calendar`: what is due on the days of a span, counted and listed. */
async function showCalendar(
  strapi: Core.Strapi,
  table: Workdays,
  context: DeskContext,
  party: Party,
): Promise<unknown> {
  const asked = question.safeParse(context.query).data
  if (!asked) return context.badRequest('地址里的日子不对，请从页面上的链接进入。')
  const { from, to, day, unit } = asked
  const holder = unit === undefined ? null : unit === bureauHolder ? '' : unit
  const queue = queueOf(strapi)
  const units = await listUnits(strapi)
  const names = namesOf(units)
  await queue.settled()
  const { database } = queue.index
  const today = shanghaiDay(new Date())
  const span = { from, to }
  const listed = day === undefined ? span : { from: day, to: day }
  const counts = countByDay(database, party, span, holder)
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => {
    const each = addDays(from, index)
    return { day: each, kind: kindOf(each, table), due: counts.get(each) ?? 0 }
  })
  const items = listDuties(database, party, listed, holder, calendarListSize)
  const found = days
    .filter((one) => one.day >= listed.from && one.day <= listed.to)
    .reduce((sum, { due }) => sum + due, 0)
  const byHolder = party.kind === 'bureau' ? countByHolder(database, span) : new Map()
  const unknown = days.find(({ kind }) => kind === 'unknown')
  const extent = { asked: '期限日历', found: items.length }
  await recordView(strapi, context.state.user, everyCase, 'due', extent)
  const answer: Calendar = {
    today,
    days,
    units: [...byHolder]
      .map(([id, due]) => ({
        id: id === '' ? bureauHolder : id,
        name: id === '' ? '信访部门和复查复核机关' : (names.get(id) ?? '承办单位'),
        due,
      }))
      .sort((a, b) => b.due - a.due),
    late: countLate(database, party, today, holder),
    items: items.map((one) => itemOf(one, names, today)),
    found,
    missingYear: unknown ? unknown.day.slice(0, 4) : null,
  }
  context.body = answer
  return answer
}

/** `GET /desk/cases/units`: how the units stand; a unit sees itself alone. */
async function showUnits(strapi: Core.Strapi, context: DeskContext, party: Party): Promise<void> {
  const queue = queueOf(strapi)
  const units = await listUnits(strapi)
  await queue.settled()
  const today = shanghaiDay(new Date())
  const since = addDays(today, -365)
  const figures = askUnits(queue.index.database, party, today, since)
  const none = { open: 0, soon: 0, late: 0 }
  const answer: UnitsAnswer = {
    since,
    units: units
      .filter(({ documentId: id }) => party.kind === 'bureau' || id === party.unit)
      .filter(({ documentId: id }) => party.kind === 'unit' || figures.has(id))
      .map(({ documentId: id, name, active }) => ({
        informed: { due: 0, inTime: 0 },
        decided: { count: 0, days: 0 },
        ...none,
        ...figures.get(id),
        ...{ id, name, active },
      })),
  }
  const extent = { asked: '各单位办理情况', found: answer.units.length }
  await recordView(strapi, context.state.user, everyCase, 'due', extent)
  context.body = answer
}

/** Adds the routes of the calendar and of the view by unit. */
export function addCalendarRoutes(strapi: Core.Strapi): void {
  const table = readWorkdays()
  addListRoute(strapi, {
    method: 'GET',
    path: '/calendar',
    permission: casePermissions.handle,
    keys: ['from', 'to', 'day', 'unit'],
    handler: (context, party) => showCalendar(strapi, table, context, party),
  })
  addListRoute(strapi, {
    method: 'GET',
    path: '/units',
    permission: casePermissions.handle,
    handler: (context, party) => showUnits(strapi, context, party),
  })
}
