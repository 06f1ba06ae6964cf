import type { Core } from '@strapi/strapi'
import { casePermissions } from '../../contracts/permissions.ts'
import type { Party } from '../rules/wall.ts'
import { CaseChanged, type CaseRow } from '../record/case-record.ts'
import { UnreadableLog } from '../events/event-log.ts'
import { isDamaged, unopened } from '../vault/damaged-rows.ts'
import { partyOf } from '../record/party.ts'
import type { Staff } from '../../strapi/staff.ts'
import { authorize, refusal } from '../record/case-wall.ts'
import { addDeskRoutes, type DeskContext, type DeskRoute } from '../../strapi/desk-routes.ts'

/** Who asks, and the case that was asked for, which the asker may see. */
export type Authorized = { account: Staff; party: Party; row: CaseRow }

type Route<H> = Omit<DeskRoute, 'handler' | 'permission'> & { permission: string; handler: H }
type CaseHandler = (context: DeskContext, authorized: Authorized) => Promise<unknown>
type BureauHandler = (context: DeskContext, account: Staff) => Promise<unknown>
type ListHandler = (context: DeskContext, party: Party) => Promise<unknown>

const prefix = '/desk/cases'

function refuseUnknownKeys(context: DeskContext, known: readonly string[] = []): boolean {
  if (Object.keys(context.query).every((key) => known.includes(key))) return false
  context.badRequest('地址里有不认识的参数，请从页面上的链接进入。')
  return true
}

/**
 * Adds a route below `/desk/cases/:documentId`. It answers to signed-in staff with the permission
 * only, and only about a case that they may see.
 */
export function addCaseRoute(strapi: Core.Strapi, route: Route<CaseHandler>): void {
  const handler = async (context: DeskContext) => {
    if (refuseUnknownKeys(context)) return
    const account = context.state.user
    const party = await partyOf(strapi, account)
    const row = await authorize(strapi, account, party, context.params.documentId)
    if (row === 'absent') return context.notFound('没有这个办件。')
    if (row === 'refused') return context.forbidden(refusal)
    if (isDamaged(row)) return context.conflict(unopened)
    try {
      await route.handler(context, { account, party, row })
    } catch (error) {
      if (error instanceof UnreadableLog) return context.conflict(unopened)
      if (!(error instanceof CaseChanged)) throw error
      return context.conflict('办件刚刚有了变化，请刷新页面后再办理。')
    }
  }
  addDeskRoutes(strapi, prefix, [{ ...route, path: `/:documentId${route.path}`, handler }])
}

/**
 * Adds a route about all cases that the asker may see; the handler sees to it that no others are told.
 * @param route with the keys that its address may have, where it may have any: never words that are looked for
 */
export function addListRoute(
  strapi: Core.Strapi,
  { keys, ...route }: Route<ListHandler> & { keys?: readonly string[] },
): void {
  const handler = async (context: DeskContext) => {
    if (refuseUnknownKeys(context, keys)) return
    await route.handler(context, await partyOf(strapi, context.state.user))
  }
  addDeskRoutes(strapi, prefix, [{ ...route, handler }])
}

/**
 * Adds a route of the whole desk; it answers to the bureau's staff with the permission only.
 * @param route with the keys that its address may have, where it may have any
 */
export function addBureauRoute(
  strapi: Core.Strapi,
  { keys, ...route }: Route<BureauHandler> & { keys?: readonly string[] },
): void {
  const handler = async (context: DeskContext) => {
    if (refuseUnknownKeys(context, keys)) return
    const account = context.state.user
    const party = await partyOf(strapi, account)
    if (party.kind !== 'bureau') return context.forbidden('只有信访部门可以这样做。')
    await route.handler(context, account)
  }
  addDeskRoutes(strapi, prefix, [{ ...route, handler }])
}

/**
 * Adds a route below `/desk/views`, about who looked at cases; it answers to auditors only, and to none of them who
 * acts for a unit: from the numbers a unit would learn of cases that accuse it.
 */
export function addAuditRoute(
  strapi: Core.Strapi,
  route: Omit<Route<BureauHandler>, 'permission'>,
): void {
  const handler = async (context: DeskContext) => {
    if (refuseUnknownKeys(context)) return
    const account = context.state.user
    const party = await partyOf(strapi, account)
    if (party.kind !== 'bureau') return context.forbidden('单位账号不能查看查阅记录。')
    await route.handler(context, account)
  }
  addDeskRoutes(strapi, '/desk/views', [{ ...route, permission: casePermissions.audit, handler }])
}
