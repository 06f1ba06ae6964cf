import type { Core } from '@strapi/strapi'
import { usesOf } from './uses.ts'

type Context = {
  params: { uid: string; documentId: string }
  state: { userAbility: { can(action: string, subject?: string): boolean } }
  body: unknown
  set(header: string, value: string): void
  notFound(message: string): unknown
  forbidden(message: string): unknown
}

const read = 'plugin::content-manager.explorer.read'

/** Adds `GET /desk/references/:uid/:documentId`: what refers to an entry, for whoever may read it. */
export function addReferenceRoute(strapi: Core.Strapi): void {
  const handler = async (given: unknown) => {
    const context = given as Context
    const { uid, documentId } = context.params
    const reads = (subject: string) => context.state.userAbility.can(read, subject)
    if (!uid.startsWith('api::') || !(uid in strapi.contentTypes)) {
      return context.notFound('没有这类内容。')
    }
    if (!reads(uid)) return context.forbidden('您的岗位不能查看这类内容。')
    context.set('Cache-Control', 'no-store')
    context.body = { uses: await usesOf(strapi, uid, documentId, reads) }
  }
  strapi.server.routes({
    type: 'admin',
    prefix: '/desk/references',
    routes: [
      {
        method: 'GET',
        path: '/:uid/:documentId',
        handler,
        config: { policies: ['admin::isAuthenticatedAdmin'] },
        info: { pluginName: 'admin' },
      },
    ],
  } as never)
}
