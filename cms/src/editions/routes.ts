import type { Core } from '@strapi/strapi'
import { askedComparison, askedStep } from './asked.ts'
import { compareVersions, viewWorkflow } from './desk.ts'
import { UnseenError } from '../desk/stale.ts'
import { exists, isWritten } from './entry.ts'
import { performStep } from './perform.ts'
import type { EntryKey } from './record.ts'
import { actorOf, nameOf, type User } from './rights.ts'

type Context = {
  params: { uid: string; documentId: string }
  query: unknown
  request: { body: unknown }
  state: { user: User; userAbility: { can(action: string, subject?: string): boolean } }
  body: unknown
  set(header: string, value: string): void
  notFound(message: string, details?: object): unknown
  badRequest(message: string, details?: object): unknown
  forbidden(message: string, details?: object): unknown
  conflict(message: string, details?: object): unknown
}

const read = 'plugin::content-manager.explorer.read'
const answers = {
  absent: 'notFound',
  role: 'forbidden',
  input: 'badRequest',
  rule: 'conflict',
  gate: 'conflict',
} as const

const actorIn = ({ state }: Context) =>
  actorOf(state.user, (permission) => state.userAbility.can(permission))

/** `GET /desk/editions/:uid/:documentId`: where the entry stands, and what this person may do now. */
async function show(strapi: Core.Strapi, context: Context, key: EntryKey) {
  const view = await viewWorkflow(strapi, key, actorIn(context))
  if (!view) return context.notFound('没有这条内容。')
  context.set('Cache-Control', 'no-store')
  context.body = view
}

/** `GET /desk/editions/:uid/:documentId/comparison?from=1&to=draft`: what changed, field by field. */
async function compare(strapi: Core.Strapi, context: Context, key: EntryKey) {
  const asked = askedComparison.safeParse(context.query)
  if (!asked.success) return context.badRequest('请选择要比较的两个版本。')
  const fields = await compareVersions(strapi, key, asked.data.from, asked.data.to)
  if (!fields) return context.notFound('没有这个版本。')
  context.body = { fields }
}

/** `POST /desk/editions/:uid/:documentId/steps`: takes one step, or says in a sentence why not. */
async function take(strapi: Core.Strapi, context: Context, key: EntryKey) {
  const asked = askedStep.safeParse(context.request.body)
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
  context.body = { missing, barrier }
}

type Handler = (strapi: Core.Strapi, context: Context, key: EntryKey) => Promise<unknown>

/** Adds the routes of the workflow; they answer to staff who may read the type of content. */
export function addEditionRoutes(strapi: Core.Strapi): void {
  const route = (method: string, path: string, handle: Handler) => ({
    method,
    path: `/:uid/:documentId${path}`,
    handler: (input: unknown) => {
      const context = input as Context
      const { uid, documentId } = context.params
      if (!isWritten(uid)) return context.notFound('没有这类内容。')
      if (!context.state.userAbility.can(read, uid)) {
        return context.forbidden('您的岗位不能查看这类内容。')
      }
      return handle(strapi, context, { uid: uid as EntryKey['uid'], documentId })
    },
    config: { policies: ['admin::isAuthenticatedAdmin'] },
    info: { pluginName: 'admin' },
  })
  strapi.server.routes({
    type: 'admin',
    prefix: '/desk/editions',
    routes: [
      route('GET', '', show),
      route('GET', '/comparison', compare),
      route('POST', '/steps', take),
    ],
  } as never)
}
