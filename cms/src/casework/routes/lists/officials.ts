import { shanghaiDay } from '@portal/content/calendar/day'
import type { Core } from '@strapi/strapi'
import type { PetitionerLines } from '../../../contracts/cases/page.ts'
import {
  longestMeeting,
  type Leading,
  type ReceptionSlots,
} from '../../../contracts/cases/leading.ts'
import { casePermissions } from '../../../contracts/permissions.ts'
import { addDeskRoutes, type DeskContext } from '../../../strapi/desk-routes.ts'
import type { Staff } from '../../../strapi/staff.ts'
import { staffActor } from '../../events/staff-actor.ts'
import { ledCaseOf, leadingOf } from '../../officials/led-cases.ts'
import { isFor, officialOf } from '../../officials/officials.ts'
import { openSlots } from '../../officials/slots.ts'
import { admittedTo } from '../../record/case-wall.ts'
import { partyOf } from '../../record/party.ts'
import { CaseChanged, readCase, type CaseRow } from '../../record/case-record.ts'
import { readFile, recordEvents } from '../../record/record-events.ts'
import { everyCase, recordView } from '../../record/view-log.ts'
import { readWorkdays } from '../../record/workdays.ts'
import { meet } from '../../rules/officials/leading.ts'
import type { Official } from '../../rules/officials/official-wall.ts'
import { isDamaged, unopened } from '../../vault/damaged-rows.ts'
import { meeting } from '../case/leading.ts'
import { linesOf } from '../case/petitioner.ts'

const refusal = '这一件不由您包案，不能查阅。这次访问已经记录。'
const gone = '办件刚刚有了变化，请刷新页面后再办理。'

type Admitted = { account: Staff; official: Official; row: CaseRow }
type Handler = (context: DeskContext, admitted: Admitted) => Promise<unknown>

/** Lets an official at a case that they have, and that does not accuse them; whoever else is refused, on record. */
function admitting(strapi: Core.Strapi, handler: Handler) {
  return async (context: DeskContext) => {
    if (Object.keys(context.query).length > 0) return context.badRequest('地址里有不认识的参数。')
    const account = context.state.user
    const official = await officialOf(strapi, account)
    const row = await readCase(strapi, { documentId: context.params.documentId })
    if (!row) return context.notFound('没有这个办件。')
    if (!official || isDamaged(row) || !isFor(official, row)) {
      await recordView(strapi, account, row.number, 'refused')
      return context.forbidden(refusal)
    }
    context.set('Cache-Control', 'no-store')
    try {
      await handler(context, { account, official, row })
    } catch (error) {
      if (!(error instanceof CaseChanged)) throw error
      return context.conflict(gone)
    }
  }
}

async function showOwn(strapi: Core.Strapi, context: DeskContext): Promise<void> {
  const account = context.state.user
  const official = await officialOf(strapi, account)
  const nothing: Leading = { office: null, cases: [], slots: [] }
  const answer = official ? await leadingOf(strapi, official, readWorkdays()) : nothing
  const extent = { asked: '包案和接访', found: answer.cases.length }
  await recordView(strapi, account, everyCase, 'list', extent)
  context.set('Cache-Control', 'no-store')
  context.body = answer
}

/** `POST …/meetings`: an official writes down a visit or a talk. It makes no page of the case older. */
async function postMeeting(
  strapi: Core.Strapi,
  context: DeskContext,
  { account, official, row: seen }: Admitted,
) {
  const asked = meeting.safeParse(context.request.body)
  if (!asked.success) return context.badRequest(`请填写完整，每项不超过 ${longestMeeting} 字。`)
  return strapi.db.transaction(async () => {
    const row = await readCase(strapi, { documentId: seen.documentId })
    // The wall may have been raised since the case was asked for.
    if (!row || !isFor(official, row)) return context.forbidden(refusal)
    if (isDamaged(row)) return context.conflict(unopened)
    const met = meet(await readFile(strapi, row), asked.data, shanghaiDay(new Date()))
    if (!met.ok) return context.conflict(met.reason)
    const at = new Date().toISOString()
    const event = { at, actor: staffActor(account), body: met.body }
    await admittedTo(row.documentId, () => recordEvents(strapi, row, [event]))
    context.body = {}
  })
}

/** `GET /desk/officials/slots`: the receptions at which a visit can be registered. */
async function showSlots(strapi: Core.Strapi, context: DeskContext) {
  const party = await partyOf(strapi, context.state.user)
  if (party.kind !== 'bureau') return context.forbidden('只有信访部门可以这样做。')
  const slots = await openSlots(strapi, shanghaiDay(new Date()))
  const answer: ReceptionSlots = {
    slots: slots.map(({ official: _official, reception: _reception, ...slot }) => slot),
  }
  context.body = answer
}

/** Adds the doors of leading officials, who have no others: their list, their cases, what they write down. */
export function addOfficialRoutes(strapi: Core.Strapi): void {
  const permission = casePermissions.lead
  const one = '/cases/:documentId'
  addDeskRoutes(strapi, '/desk/officials', [
    {
      method: 'GET',
      path: '/slots',
      permission: casePermissions.manage,
      handler: (context) => showSlots(strapi, context),
    },
    {
      method: 'GET',
      path: '/mine',
      permission,
      handler: (context) => showOwn(strapi, context),
    },
    {
      method: 'GET',
      path: one,
      permission,
      handler: admitting(strapi, async (context, { account, official, row }) => {
        await recordView(strapi, account, row.number, 'read')
        context.body = await ledCaseOf(strapi, official, row, readWorkdays())
      }),
    },
    {
      method: 'POST',
      path: `${one}/petitioner`,
      permission,
      handler: admitting(strapi, async (context, { account, row }) => {
        const file = await readFile(strapi, row)
        await recordView(strapi, account, row.number, 'petitioner')
        const answer: PetitionerLines = { lines: linesOf(file) }
        context.body = answer
      }),
    },
    {
      method: 'POST',
      path: `${one}/meetings`,
      permission,
      handler: admitting(strapi, (context, admitted) => postMeeting(strapi, context, admitted)),
    },
  ])
}
