import type { Readable } from 'node:stream'
import type { Core } from '@strapi/strapi'
import type { Party } from '../rules/wall.ts'
import { CaseChanged, type CaseRow } from '../record/case-record.ts'
import { isDamaged, unopened } from '../vault/vault.ts'
import { partyOf, type Account } from '../record/party.ts'
import { admitTo, refusal } from '../record/case-wall.ts'

/** The permission that whoever handles cases needs: the bureau's staff and the units'. */
export const handlePermission = 'admin::cases.handle'
/** The permission for what is the bureau's alone. */
export const managePermission = 'admin::cases.manage'

/** What the handlers use of a request and its answer. */
export type Context = {
  params: { documentId: string; id: string }
  query: Record<string, unknown>
  request: { body: unknown }
  state: { user: Account }
  status: number
  body: unknown | Readable
  type: string
  length: number
  set(headers: Record<string, string>): void
  notFound(message: string): unknown
  badRequest(message: string): unknown
  forbidden(message: string): unknown
  conflict(message: string, details?: object): unknown
}

/** Who asks, and the case that was asked for, which the asker may see. */
export type Admitted = { account: Account; party: Party; row: CaseRow }

type Route<H> = { method: 'GET' | 'POST' | 'PUT'; path: string; permission: string; handler: H }
type CaseHandler = (context: Context, admitted: Admitted) => Promise<unknown>
type DeskHandler = (context: Context, account: Account) => Promise<unknown>
type ListHandler = (context: Context, party: Party) => Promise<unknown>

function add(strapi: Core.Strapi, { method, path, permission, handler }: Route<unknown>): void {
  const policies = [
    'admin::isAuthenticatedAdmin',
    { name: 'admin::hasPermissions', config: { actions: [permission] } },
  ]
  const route = { method, path, handler, config: { policies }, info: { pluginName: 'admin' } }
  strapi.server.routes({ type: 'admin', prefix: '/desk/cases', routes: [route] } as never)
}

function refuseUnknownKeys(context: Context): boolean {
  const [key] = Object.keys(context.query)
  if (key === undefined) return false
  context.badRequest('地址里有不认识的参数，请从页面上的链接进入。')
  return true
}

/**
 * Adds a route below `/desk/cases/:documentId`. It answers to signed-in staff with the permission
 * only, and only about a case that they may see.
 */
export function addCaseRoute(strapi: Core.Strapi, route: Route<CaseHandler>): void {
  const handler = async (context: Context) => {
    if (refuseUnknownKeys(context)) return
    const account = context.state.user
    const party = await partyOf(strapi, account)
    const row = await admitTo(strapi, account, party, context.params.documentId)
    if (row === 'absent') return context.notFound('没有这个办件。')
    if (row === 'refused') return context.forbidden(refusal)
    if (isDamaged(row)) return context.conflict(unopened)
    try {
      await route.handler(context, { account, party, row })
    } catch (error) {
      if (!(error instanceof CaseChanged)) throw error
      return context.conflict('办件刚刚有了变化，请刷新页面后再办理。')
    }
  }
  add(strapi, { ...route, path: `/:documentId${route.path}`, handler })
}

/** Adds a route about all cases that the asker may see; the handler sees to it that no others are told. */
export function addListRoute(strapi: Core.Strapi, route: Route<ListHandler>): void {
  const handler = async (context: Context) => {
    if (refuseUnknownKeys(context)) return
    await route.handler(context, await partyOf(strapi, context.state.user))
  }
  add(strapi, { ...route, handler })
}

/** Adds a route of the whole desk; it answers to the bureau's staff with the permission only. */
export function addDeskRoute(strapi: Core.Strapi, route: Route<DeskHandler>): void {
  const handler = async (context: Context) => {
    if (refuseUnknownKeys(context)) return
    const account = context.state.user
    const party = await partyOf(strapi, account)
    if (party.kind !== 'bureau') return context.forbidden('只有信访部门可以这样做。')
    await route.handler(context, account)
  }
  add(strapi, { ...route, handler })
}
