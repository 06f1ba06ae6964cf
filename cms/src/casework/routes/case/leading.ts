import { shanghaiDay } from '@portal/content/calendar/day'
import { longDay } from '@portal/content/calendar/wording'
import type { Core } from '@strapi/strapi'
import { z } from 'zod'
import {
  leadingOutcomes,
  longestMeeting,
  meetingWays,
  type CaseLeading,
  type LeadingOutcome,
  type LeadingRequest,
  type MeetingWay,
} from '../../../contracts/cases/leading.ts'
import { casePermissions } from '../../../contracts/permissions.ts'
import type { DeskContext } from '../../../strapi/desk-routes.ts'
import { staffActor } from '../../events/staff-actor.ts'
import { listOfficials, officialWallOf } from '../../officials/officials.ts'
import { readCase, type CaseRow } from '../../record/case-record.ts'
import { readFile, recordEvents } from '../../record/record-events.ts'
import { refuseStale } from '../../record/seen-revision.ts'
import type { CaseFile } from '../../rules/case/case-file.ts'
import { canBeLed, endLeading, meet, takeOn } from '../../rules/officials/leading.ts'
import { wallOfOfficial } from '../../rules/officials/official-wall.ts'
import { addCaseRoute, type Authorized } from '../case-route.ts'

const bureauOnly = '只有信访部门可以这样做。'
const keysOf = <K extends string>(table: Record<K, string>) => Object.keys(table) as [K, ...K[]]
const text = z.string().trim().max(longestMeeting)

/** What of a meeting is written down. */
export const meeting = z.object({
  way: z.enum(keysOf<MeetingWay>(meetingWays)),
  on: z.iso.date(),
  record: text,
  result: text.default(''),
})
const request = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('take-on'),
    official: z.string(),
    dueOn: z.iso.date().nullable(),
    note: text.default(''),
  }),
  meeting.extend({ kind: z.literal('met') }),
  z.object({
    kind: z.literal('end'),
    outcome: z.enum(keysOf<LeadingOutcome>(leadingOutcomes)),
    record: text,
  }),
]) satisfies z.ZodType<LeadingRequest>

/** `GET …/leading`: who has taken the case on, who can, and at which reception it is heard. */
async function showLeading(strapi: Core.Strapi, context: DeskContext, { party, row }: Authorized) {
  if (party.kind !== 'bureau') return context.forbidden(bureauOnly)
  const file = await readFile(strapi, row)
  const wall = officialWallOf(row)
  const { led, slot } = file
  const answer: CaseLeading = {
    led,
    officials: canBeLed(file)
      ? (await listOfficials(strapi)).map((official) => ({
          id: official.id,
          office: official.office,
          wall: wallOfOfficial(official, wall),
        }))
      : [],
    slot: slot && `${slot.office}，${longDay(slot.day)} ${slot.from}—${slot.to}，${slot.place}`,
    seen: { revision: row.revision, steps: row.steps.length },
  }
  context.body = answer
}

async function decide(
  strapi: Core.Strapi,
  asked: z.infer<typeof request>,
  row: CaseRow,
  file: CaseFile,
) {
  const today = shanghaiDay(new Date())
  if (asked.kind === 'end') return endLeading(file, asked.outcome, asked.record)
  if (asked.kind === 'met') {
    const { way, on, record, result } = asked
    return meet(file, { way, on, record, result }, today)
  }
  const official = (await listOfficials(strapi)).find(({ id }) => id === asked.official)
  if (!official) return { ok: false, reason: '请选择哪位领导包案。' } as const
  return takeOn(file, official, officialWallOf(row), asked, today)
}

/** `POST …/leading`: the bureau writes down that an official takes the case on, met the petitioner, or has it no more. */
async function postLeading(
  strapi: Core.Strapi,
  context: DeskContext,
  { account, party, row: { documentId } }: Authorized,
) {
  if (party.kind !== 'bureau') return context.forbidden(bureauOnly)
  const asked = request.safeParse(context.request.body)
  if (!asked.success) return context.badRequest(`请填写完整，每项不超过 ${longestMeeting} 字。`)
  return strapi.db.transaction(async () => {
    const row = await readCase(strapi, { documentId })
    if (!row) return context.notFound('没有这个办件。')
    if (await refuseStale(strapi, context, row, party)) return
    const decided = await decide(strapi, asked.data, row, await readFile(strapi, row))
    if (!decided.ok) return context.conflict(decided.reason)
    const at = new Date().toISOString()
    await recordEvents(strapi, row, [{ at, actor: staffActor(account), body: decided.body }])
    context.body = {}
  })
}

/** Adds the routes by which the bureau sees to it that leading officials take cases on (领导包案). */
export function addLeadingRoutes(strapi: Core.Strapi): void {
  const permission = casePermissions.manage
  addCaseRoute(strapi, {
    method: 'GET',
    path: '/leading',
    permission,
    handler: (context, admitted) => showLeading(strapi, context, admitted),
  })
  addCaseRoute(strapi, {
    method: 'POST',
    path: '/leading',
    permission,
    handler: (context, admitted) => postLeading(strapi, context, admitted),
  })
}
