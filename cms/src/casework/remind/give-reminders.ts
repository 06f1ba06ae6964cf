import { shanghaiDay, type Day } from '@portal/content/calendar/day'
import { longDay } from '@portal/content/calendar/wording'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import type { Core } from '@strapi/strapi'
import { tierNames } from '../../contracts/cases/deadlines.ts'
import type { BodyOf } from '../events/event.ts'
import { casesToRemind } from '../queue/ask-duties.ts'
import { queueOf } from '../queue/queue.ts'
import { readCase, wallOf } from '../record/case-record.ts'
import { readFile, recordEvents } from '../record/record-events.ts'
import { clocks, type ClockName } from '../rules/clocks/clock.ts'
import { dueReminders, reminderHorizon } from '../rules/clocks/reminders.ts'
import { maySee } from '../rules/wall.ts'
import { reachOf } from './addressees.ts'
import { leaveMails } from './enqueue-mails.ts'
import { remindDays } from './settings.ts'

/** What reminders are given with. `mails`: whether mail can be sent; without it they stand at the desk alone. */
export type Reminding = { table: Workdays; mails: boolean }

/** What is due and by when, for a mail: nothing of the petition. */
function mailWords({ tier, clock, unit, lastDay }: BodyOf<'reminded'>): string {
  const { name } = clocks[clock as ClockName]
  const day = longDay(lastDay)
  const says = {
    before: `${name}，最后一天 ${day}`,
    today: `${name}，最后一天就是今天（${day}）`,
    late: `没有按期${name}，期限是 ${day}`,
  }[tier]
  return `【${tierNames[tier]}】${unit ? `${unit.name}：` : ''}${says}`
}

/**
 * Gives the reminders of one case that are due on a day: each is an event, with the mails that tell of it, or neither.
 * @returns how many there were
 */
export async function remindOf(
  strapi: Core.Strapi,
  documentId: string,
  now: Date,
  days: number,
  { table, mails }: Reminding,
): Promise<number> {
  return strapi.db.transaction(async () => {
    const row = await readCase(strapi, { documentId })
    if (!row) return 0
    const due = dueReminders(await readFile(strapi, row), shanghaiDay(now), days, table)
    if (due.length === 0) return 0
    const wall = wallOf(row)
    const given = []
    for (const body of due) {
      const unit = body.unit?.id ?? null
      const sees = maySee({ kind: 'unit', unit }, wall)
      const { to, addressees } = await reachOf(strapi, unit, body.to, sees)
      given.push({ body: { ...body, to }, addressees })
    }
    const at = now.toISOString()
    const events = given.map(({ body }) => ({ at, actor: { kind: 'system' } as const, body }))
    await recordEvents(strapi, row, events)
    for (const [index, { body, addressees }] of given.entries()) {
      const sequence = (row.eventCount ?? 0) + index + 1
      if (mails) await leaveMails(strapi, row, sequence, mailWords(body), addressees)
    }
    return due.length
  })
}

/** Cases that were looked at on a day and need not be again on the same: nothing was due, or they do not open. */
export type Passed = { day: Day; cases: Set<string> }

/**
 * Gives reminders to the cases of which the index says that one is due, a few at a time. What is given hangs on each
 * case's own events: a desk that was not running, or was stopped in between, goes on where it was.
 * @returns how many cases are left for the next turn, at least
 */
export async function sweepReminders(
  strapi: Core.Strapi,
  now: Date,
  most: number,
  passed: Passed,
  reminding: Reminding,
): Promise<number> {
  const today = shanghaiDay(now)
  if (passed.day !== today) {
    passed.day = today
    passed.cases.clear()
  }
  const queue = queueOf(strapi)
  await queue.settled()
  const days = await remindDays(strapi)
  const horizon = reminderHorizon(today, days, reminding.table)
  const limit = most + passed.cases.size + 1
  const found = casesToRemind(queue.index.database, today, horizon, limit)
  const waiting = found.filter((id) => !passed.cases.has(id))
  for (const documentId of waiting.slice(0, most)) {
    passed.cases.add(documentId)
    try {
      const given = await remindOf(strapi, documentId, now, days, reminding)
      // The index knows by the next turn; only what it is wrong about is to be passed over.
      if (given > 0) passed.cases.delete(documentId)
    } catch (fault) {
      // What a fault says may quote the case. A case that was just changed is looked at again later.
      const name = (fault as Error).name
      if (name === 'CaseChanged') passed.cases.delete(documentId)
      else strapi.log.error(`没能提醒一件办件的期限（${name}）：请在“需要留意的”里看记录是否完整`)
    }
  }
  return Math.max(0, waiting.length - most)
}
