import { formatQueryCode } from '@portal/content/schema/query-code'
import type { Core } from '@strapi/strapi'
import { z } from 'zod'
import { reissueCode } from '../mailbox/reissue.ts'
import { handlePermission } from './case-steps.ts'

const request = z.object({ reason: z.string().trim().min(2).max(200) })

type Context = {
  params: { documentId: string }
  request: { body: unknown }
  state: { user: { firstname?: string; lastname?: string } }
  body: unknown
  set(header: string, value: string): void
  notFound(message: string): unknown
  badRequest(message: string): unknown
}

/** `POST /desk/cases/:documentId/code`: makes a new query code and answers with it, once. */
async function postCode(strapi: Core.Strapi, context: Context) {
  const parsed = request.safeParse(context.request.body)
  if (!parsed.success) return context.badRequest('请写明补发的原因，2 到 200 个字。')
  const { firstname = '', lastname = '' } = context.state.user
  const { documentId } = context.params
  const by = `${lastname}${firstname}`
  const code = await reissueCode(strapi, documentId, parsed.data.reason, by, new Date())
  if (code === null) return context.notFound('没有这个办件。')
  context.set('Cache-Control', 'no-store')
  context.body = { code: formatQueryCode(code) }
}

/** Adds the route by which case staff issue a new query code; it answers to them only. */
export function addCodeRoute(strapi: Core.Strapi): void {
  strapi.server.routes({
    type: 'admin',
    prefix: '/desk/cases',
    routes: [
      {
        method: 'POST',
        path: '/:documentId/code',
        handler: (context: unknown) => postCode(strapi, context as Context),
        config: {
          policies: [
            'admin::isAuthenticatedAdmin',
            { name: 'admin::hasPermissions', config: { actions: [handlePermission] } },
          ],
        },
        info: { pluginName: 'admin' },
      },
    ],
  } as never)
}
