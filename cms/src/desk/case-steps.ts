import type { CaseState } from '@portal/content/schema/state'
import type { Core } from '@strapi/strapi'
import { z } from 'zod'
import { allowedActions, takeStep, type Action } from '../cases/transition.ts'
import { toCode, toWord } from '../words.ts'
import { readCase, saveCase } from './case-record.ts'

const text = z.string().trim().max(8000)
const request = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('register') }),
  z.object({ kind: z.literal('refer'), unit: text }),
  z.object({ kind: z.literal('accept'), unit: text }),
  z.object({ kind: z.literal('decline'), unit: text, reason: text }),
  z.object({ kind: z.literal('reply'), unit: text, text }),
  z.object({ kind: z.literal('close') }),
])

type Context = {
  params: { documentId: string }
  request: { body: unknown }
  state: { user: { firstname?: string; lastname?: string } }
  body: unknown
  notFound(message: string): unknown
  badRequest(message: string): unknown
  conflict(message: string): unknown
}

type Unit = { documentId: string; name: string }

async function listUnits(strapi: Core.Strapi): Promise<Unit[]> {
  const rows = await strapi
    .documents('api::department.department')
    .findMany({ fields: ['name'], sort: 'order:asc', limit: 500 } as never)
  return rows.map((row) => ({ documentId: row.documentId, name: (row as unknown as Unit).name }))
}

/** `GET /desk/cases/:documentId/actions`: what can be done with the case now, and the units to choose from. */
async function showActions(strapi: Core.Strapi, context: Context) {
  const row = await readCase(strapi, context.params.documentId)
  if (!row) return context.notFound('没有这个办件。')
  const actions = allowedActions(toCode('caseState', row.state) as CaseState)
  const units = (await listUnits(strapi)).map(({ name }) => name)
  context.body = { actions, units, unit: row.unit?.name ?? null }
}

/** `POST /desk/cases/:documentId/steps`: takes one step; refused with a sentence where it cannot be taken. */
async function postStep(strapi: Core.Strapi, context: Context) {
  const parsed = request.safeParse(context.request.body)
  if (!parsed.success) return context.badRequest('请求的内容不完整。')
  const action: Action = parsed.data
  const unitName = 'unit' in action ? action.unit : null
  const unit = unitName && (await listUnits(strapi)).find(({ name }) => name === unitName)
  if (unitName && !unit) return context.badRequest('没有这个承办单位，请重新选择。')
  const { firstname = '', lastname = '' } = context.state.user
  return strapi.db.transaction(async () => {
    const row = await readCase(strapi, context.params.documentId)
    if (!row) return context.notFound('没有这个办件。')
    const now = new Date()
    const state = toCode('caseState', row.state) as CaseState
    const taken = takeStep(state, action, `${lastname}${firstname}`, now)
    if (!taken.ok) return context.conflict(taken.reason)
    await saveCase(strapi, row, {
      state: toWord('caseState', taken.step.state),
      steps: [...row.steps, taken.step],
      ...(unit ? { unit: unit.documentId } : {}),
      ...(action.kind === 'reply' ? { reply: action.text, repliedAt: now.toISOString() } : {}),
    })
    context.body = { state: taken.step.state }
  })
}

/** The permission that case staff need for these routes. */
export const handlePermission = 'admin::cases.handle'

/** Adds the routes of the case desk; they answer to signed-in staff with the permission only. */
export function addCaseRoutes(strapi: Core.Strapi): void {
  const policies = [
    'admin::isAuthenticatedAdmin',
    { name: 'admin::hasPermissions', config: { actions: [handlePermission] } },
  ]
  const route = (
    method: string,
    path: string,
    handler: (s: Core.Strapi, c: Context) => unknown,
  ) => ({
    method,
    path,
    handler: (context: unknown) => handler(strapi, context as Context),
    config: { policies },
    info: { pluginName: 'admin' },
  })
  strapi.server.routes({
    type: 'admin',
    prefix: '/desk/cases',
    routes: [
      route('GET', '/:documentId/actions', showActions),
      route('POST', '/:documentId/steps', postStep),
    ],
  } as never)
}
