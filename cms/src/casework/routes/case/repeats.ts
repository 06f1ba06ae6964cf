import { parsePhone } from '@portal/content/characters/typed-phone'
import { compact, line, prose } from '@portal/content/characters/typed-text'
import type { Core } from '@strapi/strapi'
import { casePermissions } from '../../../contracts/permissions.ts'
import type { LikelyRepeats } from '../../../contracts/cases/registration.ts'
import type { DeskContext } from '../../../strapi/desk-routes.ts'
import type { Staff } from '../../../strapi/staff.ts'
import { staffActor } from '../../events/staff-actor.ts'
import type { QueueCase } from '../../queue/queue-entry.ts'
import { readCase } from '../../record/case-record.ts'
import { placeName, topicName } from '../../record/place-names.ts'
import { readFile, recordEvents } from '../../record/record-events.ts'
import { refuseStale } from '../../record/seen-revision.ts'
import { everyCase, recordView } from '../../record/view-log.ts'
import { findRepeats, matterOf } from '../../register/find-repeats.ts'
import { repeatLink, repeatQuestion } from '../../register/registration-request.ts'
import { linkRepeat } from '../../rules/repeats/link-repeat.ts'
import { addBureauRoute, addCaseRoute, type Authorized } from '../case-route.ts'

async function answer(
  strapi: Core.Strapi,
  context: DeskContext,
  account: Staff,
  matter: Parameters<typeof findRepeats>[1],
  own: Parameters<typeof findRepeats>[2],
) {
  const repeats = await findRepeats(strapi, matter, own)
  const extent = { asked: '疑似重复的办件', found: repeats.length }
  await recordView(strapi, account, own?.number ?? everyCase, 'list', extent)
  const found: LikelyRepeats = { repeats }
  context.body = found
}

/** `POST /desk/cases/repeats`: earlier cases like what is typed so far; what was found is recorded. */
async function askRepeats(strapi: Core.Strapi, context: DeskContext, account: Staff) {
  const asked = repeatQuestion.safeParse(context.request.body)
  if (!asked.success) return context.badRequest('请求的内容不完整，请刷新页面再试。')
  const { name, phone, topic, region, title, request, facts } = asked.data
  const number = parsePhone(phone)
  const matter = {
    phones: number === null ? [] : [number],
    names: line(name) === '' ? [] : [line(name)],
    topic: topic === '' ? '' : await topicName(strapi, topic),
    region: region === '' ? '' : await placeName(strapi, region),
    texts: [title, request, facts].map(prose),
  }
  await answer(strapi, context, account, matter, null)
}

/** `POST …/repeat-of`: a clerk says that the case is about the same matter as an earlier one. */
async function postLink(
  strapi: Core.Strapi,
  context: DeskContext,
  { account, party, row: { documentId } }: Authorized,
) {
  const asked = repeatLink.safeParse(context.request.body)
  if (!asked.success) return context.badRequest('请选择那一件，并写明理由。')
  const of = compact(asked.data.of)
  return strapi.db.transaction(async () => {
    const row = await readCase(strapi, { documentId })
    if (!row) return context.notFound('没有这个办件。')
    if (await refuseStale(strapi, context, row, party)) return
    if (!(await readCase(strapi, { number: of }))) {
      return context.badRequest('没有这个编号的办件，请核对。')
    }
    const linking = linkRepeat(await readFile(strapi, row), of, prose(asked.data.reason))
    if (!linking.ok) return context.badRequest(linking.reason)
    const at = new Date().toISOString()
    await recordEvents(strapi, row, [{ at, actor: staffActor(account), body: linking.body }])
    context.body = {}
  })
}

/** Adds the routes by which the bureau's staff find likely repeats and say which are. */
export function addRepeatRoutes(strapi: Core.Strapi): void {
  const permission = casePermissions.manage
  addBureauRoute(strapi, {
    method: 'POST',
    path: '/repeats',
    permission,
    handler: (context, account) => askRepeats(strapi, context, account),
  })
  addCaseRoute(strapi, {
    method: 'GET',
    path: '/repeats',
    permission,
    handler: async (context, { account, party, row }) => {
      if (party.kind !== 'bureau') return context.forbidden('只有信访部门可以这样做。')
      await answer(strapi, context, account, matterOf(row as QueueCase), row)
    },
  })
  addCaseRoute(strapi, {
    method: 'POST',
    path: '/repeat-of',
    permission,
    handler: async (context, authorized) => {
      if (authorized.party.kind !== 'bureau') return context.forbidden('只有信访部门可以这样做。')
      await postLink(strapi, context, authorized)
    },
  })
}
