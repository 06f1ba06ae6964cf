import { shanghaiDay } from '@portal/content/calendar/day'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import type { Core } from '@strapi/strapi'
import { contentType } from '../../contracts/content-types.ts'
import type { PaperIssued } from '../../contracts/papers/papers.ts'
import { writeRecords } from '../../strapi/records/write-records.ts'
import { tableOf } from '../../strapi/tables.ts'
import type { Actor, BodyOf, CaseEvent, NewEvent } from '../events/event.ts'
import type { CaseRow } from '../record/case-record.ts'
import { recordEvents } from '../record/record-events.ts'
import { paperNumber } from '../events/paper-events.ts'
import type { DuePaper } from './due-papers.ts'
import { readTemplate } from './paper-templates.ts'
import { wordsOfPaper } from './paper-words.ts'
import { keepVersion } from './template-versions.ts'

/** Another paper took the number at the same moment: what was to be written is undone, and may be tried again. */
class SerialTaken extends Error {
  override name = 'SerialTaken'
}

/** What the bureau is called now. */
export async function officeName(strapi: Core.Strapi): Promise<string> {
  const row = await tableOf(strapi, contentType.settings).findOne({ select: ['officeName'] })
  return row?.officeName ?? ''
}

/** Stands in numbers where the office has not said what its papers are called by. */
const noMark = '信'

/**
 * Takes the next number of this kind and year. Each is a row of a table in which it can stand once, so that two
 * cases never have the same.
 */
async function takeSerial(
  strapi: Core.Strapi,
  { paper }: DuePaper,
  number: string,
  now: Date,
): Promise<{ year: number; serial: number }> {
  const year = Number(shanghaiDay(now).slice(0, 4))
  const table = tableOf(strapi, contentType.casePaper)
  const [last] = await table.findMany({
    where: { paper, year },
    select: ['serial'],
    orderBy: { serial: 'desc' },
    limit: 1,
  })
  const serial = (last?.serial ?? 0) + 1
  const data = { key: `${paper} ${year} ${serial}`, paper, year, serial, number }
  try {
    await writeRecords(() => table.create({ data }))
  } catch (cause) {
    const isTaken = /unique/iu.test(String((cause as Error).message))
    throw isTaken ? new SerialTaken('the number is taken', { cause }) : cause
  }
  return { year, serial }
}

/** As often another case may take the same number first. */
const tries = 20

/** Does again what another paper has undone by taking the number first. @param work a transaction of its own */
export async function withSerial<T>(work: () => Promise<T>): Promise<T> {
  for (let left = tries; ; left -= 1) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof SerialTaken) || left === 0) throw error
    }
  }
}

/** Gives a paper of a case its number; the event is to be recorded in the same transaction. */
export async function numberPaper(
  strapi: Core.Strapi,
  due: DuePaper,
  number: string,
  now: Date,
): Promise<BodyOf<'paper-issued'>> {
  const settings = await tableOf(strapi, contentType.caseSettings).findOne({
    select: ['paperMark'],
  })
  const { paper, of, unit } = due
  return {
    kind: 'paper-issued',
    told: null,
    ...{ paper, of, unit },
    mark: settings?.paperMark?.trim() || noMark,
    ...(await takeSerial(strapi, due, number, now)),
    template: await keepVersion(strapi, paper, await readTemplate(strapi, paper)),
    words: null,
  }
}

/**
 * Puts into papers among events that are to be recorded what stands on each: printed later, a paper is the same letter
 * for letter, whatever the office is called then and however papers are worded.
 * @param before the events of the case so far
 */
export async function withWords(
  strapi: Core.Strapi,
  before: readonly CaseEvent[],
  events: readonly NewEvent[],
  table: Workdays,
): Promise<NewEvent[]> {
  if (!events.some(({ body }) => body.kind === 'paper-issued')) return [...events]
  const office = await officeName(strapi)
  const number = before[0]?.number ?? ''
  const all: CaseEvent[] = [...before]
  return events.map((event) => {
    const sequence = all.length + 1
    all.push({ ...event, number, sequence })
    if (event.body.kind !== 'paper-issued') return event
    return { ...event, body: { ...event.body, words: wordsOfPaper(all, sequence, office, table) } }
  })
}

/**
 * Gives a paper of a case its number and records that it was made, in the transaction under way.
 * @param events of the case, whole
 */
export async function issuePaper(
  strapi: Core.Strapi,
  row: CaseRow,
  events: readonly CaseEvent[],
  due: DuePaper,
  actor: Actor,
  now: Date,
  table: Workdays,
): Promise<PaperIssued> {
  const body = await numberPaper(strapi, due, row.number, now)
  const made = [{ at: now.toISOString(), actor, body }]
  await recordEvents(strapi, row, await withWords(strapi, events, made, table))
  return { id: events.length + 1, number: paperNumber(body) }
}
