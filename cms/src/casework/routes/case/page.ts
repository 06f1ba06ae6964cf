import { shanghaiDay } from '@portal/content/calendar/day'
import { categories } from '@portal/content/schema/petition/category'
import { satisfactions } from '@portal/content/schema/petition/evaluation'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import type { Core } from '@strapi/strapi'
import type { CasePage } from '../../../contracts/cases/page.ts'
import { registerChannels } from '../../../contracts/cases/registration.ts'
import { casePermissions } from '../../../contracts/permissions.ts'
import type { DeskContext } from '../../../strapi/desk-routes.ts'
import { openLog, readLog } from '../../events/event-log.ts'
import { deliveriesOf } from '../../notify/start-notifications.ts'
import { suggestUnits } from '../../record/suggest-units.ts'
import { recordView } from '../../record/view-log.ts'
import { readWorkdays } from '../../record/workdays.ts'
import { describeEvent, mayRead, ownerName } from '../../rules/event-words.ts'
import { mentionable } from '../../rules/actions/note.ts'
import { lettersOf } from '../../rules/case/letters.ts'
import { projectCase } from '../../rules/case/project-case.ts'
import { situationOf } from '../../rules/situation.ts'
import { addCaseRoute, type Authorized } from '../case-route.ts'
import { deskStateOf } from './desk-state.ts'

/** Whether the case may go to units only after somebody has said whom it accuses. */
function isWalled({ accusation, accused }: CasePage['desk']): boolean {
  if (!accused) return false
  return accused.named.length > 0 || (accusation && !accused.confirmed)
}

/** `GET …/page`: everything that the page of a case shows; the view is recorded. */
async function showPage(
  strapi: Core.Strapi,
  table: Workdays,
  context: DeskContext,
  { account, party, row }: Authorized,
) {
  const log = await readLog(strapi, row.number)
  const events = openLog(log)
  const file = projectCase(events)
  const now = new Date()
  const desk = await deskStateOf(strapi, table, { party, row }, log, now)
  const { dissatisfaction, evaluation, reply } = file
  const waits = dissatisfaction !== null && dissatisfaction.followedUpAt === null
  const refers = desk.actions.some((kind) => kind === 'refer' || kind === 'add-units')
  const own = party.kind === 'unit' ? party.unit : null
  const page: CasePage = {
    documentId: row.documentId,
    number: file.number,
    title: file.title,
    request: file.request,
    facts: file.facts,
    category: categories[file.category].name,
    topic: file.topic,
    region: file.region,
    receivedAt: file.receivedAt,
    channel: file.channel === null ? '网上提交' : registerChannels[file.channel],
    state: file.state,
    situation: situationOf(file, party, table, shanghaiDay(now), isWalled(desk)),
    desk,
    attachments: file.attachments,
    laterMessages: file.laterMessages,
    reply: reply && { ...reply, unit: file.unit ?? '' },
    opinions: file.opinions,
    evaluation: evaluation && {
      word: satisfactions[evaluation.satisfaction],
      comment: evaluation.comment,
    },
    repeatOf: own === null ? file.repeatOf : null,
    followUp: waits
      ? {
          dueOn: dissatisfaction.dueOn,
          owner: dissatisfaction.owner && ownerName(dissatisfaction.owner),
        }
      : null,
    letters: lettersOf(events).filter(({ unitId }) => own === null || unitId === own),
    events: events
      .filter((event) => mayRead(event, file, party))
      .map((event, index) => ({
        ...describeEvent(event),
        // Their place among all would tell of those between them.
        sequence: index + 1,
        internal: event.body.told === null,
        note: event.body.kind === 'noted',
      })),
    deliveries: await deliveriesOf(strapi, row.documentId),
    units: refers && party.kind === 'bureau' ? await suggestUnits(strapi, row, file) : [],
    readers: mentionable(file)
      .filter(({ id }) => id !== own)
      .map(({ name }) => name),
  }
  await recordView(strapi, account, row.number, 'read')
  context.body = page
}

/** Adds the route that the page of a case asks. */
export function addPageRoute(strapi: Core.Strapi): void {
  const table = readWorkdays()
  addCaseRoute(strapi, {
    method: 'GET',
    path: '/page',
    permission: casePermissions.handle,
    handler: (context, authorized) => showPage(strapi, table, context, authorized),
  })
}
