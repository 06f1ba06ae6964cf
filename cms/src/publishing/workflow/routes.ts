import type { Core } from '@strapi/strapi'
import { comparisonRequest, stepRequest } from './request-schema.ts'
import { compareVersions, viewWorkflow } from './panel.ts'
import { UnseenError } from '../../strapi/refusals.ts'
import { exists, type EntryKey } from '../editions/entry.ts'
import { isWorkflowType } from '../../contracts/content-types.ts'
import { performStep } from './perform.ts'
import { actorIn } from './rights.ts'
import { nameOf } from '../../strapi/staff.ts'
import {
  addDeskRoutes,
  type DeskContext,
  type DeskRoute,
  readPermission,
} from '../../strapi/desk-routes.ts'
import type { ComparedVersions, StepTaken } from '../../contracts/publications/editions.ts'

const answers = {
  absent: 'notFound',
  role: 'forbidden',
  input: 'badRequest',
  rule: 'conflict',
  gate: 'conflict',
} as const

/** `GET /desk/editions/:uid/:documentId`: where the entry stands, and what this person may do now. */
async function show(strapi: Core.Strapi, context: DeskContext, key: EntryKey) {
  const view = await viewWorkflow(strapi, key, actorIn(context))
  if (!view) return context.notFound('没有这条内容。')
  context.body = view
}

/** `GET /desk/editions/:uid/:documentId/comparison?from=1&to=draft`: what changed, field by field. */
async function compare(strapi: Core.Strapi, context: DeskContext, key: EntryKey) {
  const asked = comparisonRequest.safeParse(context.query)
  if (!asked.success) return context.badRequest('请选择要比较的两个版本。')
  const fields = await compareVersions(strapi, key, asked.data.from, asked.data.to)
  if (!fields) return context.notFound('没有这个版本。')
  const answer: ComparedVersions = { fields }
  context.body = answer
}

/** `POST /desk/editions/:uid/:documentId/steps`: takes one step, or says in a sentence why not. */
async function take(strapi: Core.Strapi, context: DeskContext, key: EntryKey) {
  const asked = stepRequest.safeParse(context.request.body)
  if (!asked.success) return context.badRequest('请求的内容不完整，请刷新页面后再试。')
  if (!asked.data.seen) {
    if (!(await exists(strapi, key))) return context.notFound('没有这条内容。')
    throw new UnseenError()
  }
  const person = { ...actorIn(context), name: nameOf(context.state.user) }
  const outcome = await performStep(strapi, key, asked.data, person, new Date())
  if (!outcome.ok) {
    const { because, reason, hits = [] } = outcome
    return context[answers[because]](reason, { hits })
  }
  const { missing, barrier } = outcome
  const answer: StepTaken = { missing, barrier }
  context.body = answer
}

type Handler = (strapi: Core.Strapi, context: DeskContext, key: EntryKey) => Promise<unknown>

/** Adds the routes of the workflow; they answer to staff who may read the type of content. */
export function addEditionRoutes(strapi: Core.Strapi): void {
  const route = (method: DeskRoute['method'], path: string, handle: Handler): DeskRoute => ({
    method,
    path: `/:uid/:documentId${path}`,
    handler: (context) => {
      const { uid, documentId } = context.params
      if (!isWorkflowType(uid)) return context.notFound('没有这类内容。')
      if (!context.state.userAbility.can(readPermission, uid)) {
        return context.forbidden('您的岗位不能查看这类内容。')
      }
      return handle(strapi, context, { uid, documentId })
    },
  })
  addDeskRoutes(strapi, '/desk/editions', [
    route('GET', '', show),
    route('GET', '/comparison', compare),
    route('POST', '/steps', take),
  ])
}
