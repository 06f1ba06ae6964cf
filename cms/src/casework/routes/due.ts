import { caseStates } from '@portal/content/schema/state'
import type { Workdays } from '@portal/content/schema/workdays'
import type { Core } from '@strapi/strapi'
import { daysBetween, shanghaiDay } from '@portal/content/calendar/day'
import { nextDuty } from '../rules/next-duty.ts'
import { maySee, type Party } from '../rules/wall.ts'
import { wordsOf } from '../rules/clock-labels.ts'
import { isDamaged } from '../vault/damaged-rows.ts'
import { readWorkdays } from '../record/workdays.ts'
import { caseUid, factsOf, wallOf, type CaseRow } from '../record/case-record.ts'
import { ofSound } from '../record/faulty-case.ts'
import { addListRoute } from './case-route.ts'
import { everyCase, recordView } from '../record/view-log.ts'
import { casePermissions } from '../../contracts/permissions.ts'
import type { DueCases } from '../../contracts/case-desk.ts'

/** So many are named; the list of cases has them all. */
const named = 12

/** Natural days to the last day within which a case counts as due soon. */
const soon = 7

const unit = { select: ['documentId', 'name'] }
const over = [caseStates.closed, caseStates.withdrawn]

/** What an office owes next in the cases that a party may see: how many are late or soon due, and the first. */
async function readDue(
  strapi: Core.Strapi,
  table: Workdays,
  party: Party,
  today: string,
): Promise<DueCases> {
  const rows: CaseRow[] = await strapi.db.query(caseUid).findMany({
    where: { state: { $notIn: over } },
    populate: { unit, units: unit, accusedUnits: unit },
  })
  const owed = rows
    .filter((row) => !isDamaged(row) && maySee(party, wallOf(row)))
    .flatMap((row) => {
      const duty = ofSound(strapi, row, () => nextDuty(factsOf(row), table, party), undefined)
      return duty ? [{ row, duty, left: daysBetween(today, duty.lastDay) }] : []
    })
    .sort((a, b) => a.left - b.left)
  return {
    unsettled: party.kind === 'bureau' ? rows.filter((row) => row.unsettled).length : 0,
    late: owed.filter(({ left }) => left < 0).length,
    soon: owed.filter(({ left }) => left >= 0 && left <= soon).length,
    first: owed.slice(0, named).map(({ row, duty }) => {
      const { name, whose, article, until, state } = wordsOf(duty, today, table)
      const { documentId, title } = row
      return { documentId, title, clock: `${whose}：${name}`, article, until, state }
    }),
  }
}

/** Adds `GET /desk/cases/due`: the deadlines that are nearest, for the desk's home page. */
export function addDueRoute(strapi: Core.Strapi): void {
  const table = readWorkdays()
  addListRoute(strapi, {
    method: 'GET',
    path: '/due',
    permission: casePermissions.handle,
    handler: async (context, party) => {
      const due = await readDue(strapi, table, party, shanghaiDay(new Date()))
      const extent = { asked: '最近的期限', found: due.first.length }
      await recordView(strapi, context.state.user, everyCase, 'due', extent)
      context.body = due
    },
  })
}
