import { formatQueryCode } from '@portal/content/schema/mailbox/query-code'
import type { Core } from '@strapi/strapi'
import { casePermissions } from '../../../contracts/permissions.ts'
import {
  registerChannels,
  type RegisteredCase,
  type RegisterRefusal,
} from '../../../contracts/cases/registration.ts'
import type { DeskContext } from '../../../strapi/desk-routes.ts'
import type { Staff } from '../../../strapi/staff.ts'
import { staffActor } from '../../events/staff-actor.ts'
import { topicName, placeName, unknownName } from '../../record/place-names.ts'
import { parseRegistration, type Places } from '../../register/parse-registration.ts'
import { registerCase } from '../../register/register-case.ts'
import { registerRequest } from '../../register/registration-request.ts'
import { addBureauRoute } from '../case-route.ts'

/** The names of what is chosen; null where nothing is, or what is in no table any more. */
async function readPlaces(strapi: Core.Strapi, topic: string, region: string): Promise<Places> {
  const known = (name: string) => (name === unknownName ? null : name)
  return {
    topic: topic === '' ? null : known(await topicName(strapi, topic)),
    region: region === '' ? null : known(await placeName(strapi, region)),
  }
}

/** `POST /desk/cases`: registers what came as a visit, a letter, a call or from a grid round. */
async function postCase(strapi: Core.Strapi, context: DeskContext, account: Staff) {
  const asked = registerRequest.safeParse(context.request.body)
  if (!asked.success) return context.badRequest('请求的内容不完整，请刷新页面再试。')
  const { key, ...typed } = asked.data
  const now = new Date()
  const places = await readPlaces(strapi, typed.topic, typed.region)
  const parsed = parseRegistration(typed, places, now)
  const refuse = (faults: RegisterRefusal['faults']) => {
    const details: RegisterRefusal = { faults }
    return context.badRequest('有几处要改，改好再登记。', details)
  }
  if (!parsed.ok) return refuse(parsed.faults)
  const { registration } = parsed
  const done = await registerCase(strapi, key, registration, staffActor(account), now)
  if (done.kind === 'refused') return refuse({ [done.field]: done.reason })
  const { documentId, number } = done.row
  if (done.kind === 'conflict') {
    const details: RegisterRefusal = { registered: { documentId, number } }
    return context.conflict('这张表刚才已经登记过了，后来改的没有记上。请打开那一件核对。', details)
  }
  const answer: RegisteredCase = {
    documentId,
    number,
    code: formatQueryCode(done.code),
    title: registration.filed.title,
    channel: registerChannels[registration.filed.channel ?? 'visit'],
    receivedAt: registration.at.toISOString(),
    settled: registration.settled !== null,
  }
  context.body = answer
}

/** Adds the route by which the bureau registers what did not come by the online form. */
export function addRegisterRoutes(strapi: Core.Strapi): void {
  addBureauRoute(strapi, {
    method: 'POST',
    path: '/',
    permission: casePermissions.manage,
    handler: (context, account) => postCase(strapi, context, account),
  })
}
