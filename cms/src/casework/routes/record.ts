import type { Core } from '@strapi/strapi'
import type { CaseRecord } from '../../contracts/case-desk.ts'
import { casePermissions } from '../../contracts/permissions.ts'
import type { DeskContext } from '../../strapi/desk-routes.ts'
import { faultOf } from '../events/chain.ts'
import { openLog, readLog } from '../events/event-log.ts'
import { headIn } from '../record/record-events.ts'
import { recordView } from '../record/view-log.ts'
import { describeEvent, mayRead } from '../rules/event-words.ts'
import { projectCase } from '../rules/case/project-case.ts'
import { addCaseRoute, type Admitted } from './case-route.ts'

/** `GET …/record`: what happened to the case, in words, as far as the asker may read it. */
async function showRecord(
  strapi: Core.Strapi,
  context: DeskContext,
  { account, party, row }: Admitted,
) {
  const log = await readLog(strapi, row.number)
  const events = openLog(log)
  const file = projectCase(events)
  const record: CaseRecord = {
    intact: faultOf(log, headIn(row)) === null,
    events: events
      .filter((event) => mayRead(event, file, party))
      .map((event) => ({ ...describeEvent(event), sequence: event.sequence })),
  }
  await recordView(strapi, account, row.number, 'read')
  context.body = record
}

/** Adds the route by which whoever may see a case reads what happened to it. */
export function addRecordRoute(strapi: Core.Strapi): void {
  addCaseRoute(strapi, {
    method: 'GET',
    path: '/record',
    permission: casePermissions.handle,
    handler: (context, admitted) => showRecord(strapi, context, admitted),
  })
}
