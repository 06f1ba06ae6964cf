import { shanghaiDay } from '@portal/content/calendar/day'
import type { Core } from '@strapi/strapi'
import { contentType } from '../../contracts/content-types.ts'
import type { PaperIssued } from '../../contracts/papers.ts'
import { writeRecords } from '../../strapi/records/writing.ts'
import { tableOf } from '../../strapi/tables.ts'
import type { Actor, BodyOf } from '../events/event.ts'
import type { CaseRow } from '../record/case-record.ts'
import { recordEvents } from '../record/record-events.ts'
import { paperNumber } from '../events/paper-events.ts'
import type { DuePaper } from './due-papers.ts'

/** Another paper took the number at the same moment: what was to be written is undone, and may be tried again. */
class SerialTaken extends Error {
  override name = 'SerialTaken'
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
  }
}

/** Gives a paper of a case its number and records that it was made, in the transaction under way. */
export async function issuePaper(
  strapi: Core.Strapi,
  row: CaseRow,
  due: DuePaper,
  actor: Actor,
  now: Date,
): Promise<PaperIssued> {
  const body = await numberPaper(strapi, due, row.number, now)
  await recordEvents(strapi, row, [{ at: now.toISOString(), actor, body }])
  return { id: (row.eventCount ?? 0) + 1, number: paperNumber(body) }
}
