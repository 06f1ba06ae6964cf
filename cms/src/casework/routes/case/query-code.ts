import { formatQueryCode } from '@portal/content/schema/mailbox/query-code'
import type { Core } from '@strapi/strapi'
import { z } from 'zod'
import { reissueCode } from '../../record/reissue-code.ts'
import { addCaseRoute, type Authorized } from '../case-route.ts'
import { staffActor } from '../../events/staff-actor.ts'
import { casePermissions } from '../../../contracts/permissions.ts'
import type { DeskContext } from '../../../strapi/desk-routes.ts'
import type { NewQueryCode } from '../../../contracts/cases/desk-state.ts'

const request = z.object({ reason: z.string().trim().min(2).max(200) })

/** `POST …/code`: makes a new query code and answers with it, once. */
async function postCode(strapi: Core.Strapi, context: DeskContext, { account, row }: Authorized) {
  const parsed = request.safeParse(context.request.body)
  if (!parsed.success) return context.badRequest('请写明补发的原因，2 到 200 个字。')
  const { reason } = parsed.data
  const code = await reissueCode(strapi, row.documentId, reason, staffActor(account), new Date())
  if (code === null) return context.notFound('没有这个办件。')
  const answer: NewQueryCode = { code: formatQueryCode(code) }
  context.body = answer
}

/** Adds the route by which the bureau's staff issue a new query code; it answers to them only. */
export function addCodeRoute(strapi: Core.Strapi): void {
  addCaseRoute(strapi, {
    method: 'POST',
    path: '/code',
    permission: casePermissions.manage,
    handler: (context, authorized) => postCode(strapi, context, authorized),
  })
}
