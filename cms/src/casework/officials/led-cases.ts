import { shanghaiDay, type Day } from '@portal/content/calendar/day'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import type { Core } from '@strapi/strapi'
import type { LedCase, Leading, LedCasePage } from '../../contracts/cases/leading.ts'
import { caseStates } from '@portal/content/schema/petition/state'
import { openLog, readLog } from '../events/event-log.ts'
import { caseUid, factsOf, populate, type CaseRow } from '../record/case-record.ts'
import { readFile } from '../record/record-events.ts'
import { wordsOf } from '../rules/clocks/clock-labels.ts'
import { nextDuty } from '../rules/clocks/next-duty.ts'
import type { CaseFile } from '../rules/case/case-file.ts'
import { presentReferrals } from '../rules/case/referral.ts'
import { describeEvent, mayOfficialRead } from '../rules/event-words.ts'
import { wallOfOfficial, type Official } from '../rules/officials/official-wall.ts'
import { isDamaged } from '../vault/damaged-rows.ts'
import { isFor, officialWallOf } from './officials.ts'
import { listSlots } from './slots.ts'

/** So many days on an official sees the own receptions. */
const ahead = 31

function lineOf(row: CaseRow, file: CaseFile, today: Day, table: Workdays): LedCase {
  const duty = nextDuty(factsOf(row), table, { kind: 'bureau' })
  const words = duty && wordsOf(duty, today, table)
  const dueOn = file.led?.dueOn ?? null
  return {
    documentId: row.documentId,
    number: row.number,
    title: row.title,
    state: caseStates[file.state],
    dueOn,
    next: words ? `${words.whose}${words.name}：${words.until}` : null,
    late: (dueOn !== null && dueOn < today) || words?.state === 'late',
    lastMetOn: file.led?.lastMetOn ?? null,
  }
}

async function rowsWhere(strapi: Core.Strapi, where: object): Promise<CaseRow[]> {
  const rows: CaseRow[] = await strapi.db
    .query(caseUid)
    .findMany({ where, populate, orderBy: { id: 'asc' } })
  return rows.filter((row) => !isDamaged(row))
}

/** What a leading official has to do: cases taken on, what is due first in front, and the next receptions. */
export async function leadingOf(
  strapi: Core.Strapi,
  official: Official,
  table: Workdays,
): Promise<Leading> {
  const today = shanghaiDay(new Date())
  const led = (await rowsWhere(strapi, { ledBy: official.id })).filter((row) =>
    isFor(official, row),
  )
  const cases: LedCase[] = []
  for (const row of led) cases.push(lineOf(row, await readFile(strapi, row), today, table))
  const all = await listSlots(strapi, today, ahead)
  const own = all.filter((slot) => slot.official === official.id)
  const heard = await rowsWhere(strapi, { receptionSlot: { $in: own.map(({ id }) => id) } })
  const isShown = new Set(led.map(({ documentId }) => documentId))
  return {
    office: official.office,
    cases: cases.sort((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9')),
    slots: own.map(({ official: _official, reception: _reception, booked: _booked, ...slot }) => ({
      ...slot,
      cases: heard
        .filter((row) => row.receptionSlot === slot.id)
        .filter((row) => wallOfOfficial(official, officialWallOf(row)) === null)
        .map(({ documentId, title }) => ({
          documentId: isShown.has(documentId) ? documentId : null,
          title,
        })),
    })),
  }
}

/** A case as the official who has it sees it. */
export async function ledCaseOf(
  strapi: Core.Strapi,
  official: Official,
  row: CaseRow,
  table: Workdays,
): Promise<LedCasePage> {
  const file = await readFile(strapi, row)
  const events = openLog(await readLog(strapi, row.number))
  return {
    ...lineOf(row, file, shanghaiDay(new Date()), table),
    category: row.category,
    topic: file.topic,
    region: file.region,
    receivedAt: file.receivedAt,
    request: file.request,
    facts: file.facts,
    reply: file.reply?.text ?? null,
    units: presentReferrals(file.referrals).map(({ unit }) => unit.name),
    attachments: file.attachments.length,
    events: events.filter((event) => mayOfficialRead(event, official.id)).map(describeEvent),
    seen: { revision: row.revision, steps: row.steps.length },
  }
}
