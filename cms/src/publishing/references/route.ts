import type { Core } from '@strapi/strapi'
import { modelOf } from '../../strapi/models.ts'
import { usesOf } from './uses.ts'
import { addDeskRoutes, type DeskContext, readPermission } from '../../strapi/desk-routes.ts'

/** Adds `GET /desk/references/:uid/:documentId`: what refers to an entry, for whoever may read it. */
export function addReferenceRoute(strapi: Core.Strapi): void {
  const handler = async (context: DeskContext) => {
    const { uid, documentId } = context.params
    const reads = (subject: string) => context.state.userAbility.can(readPermission, subject)
    if (!uid.startsWith('api::') || !modelOf(strapi, uid)) {
      return context.notFound('没有这类内容。')
    }
    if (!reads(uid)) return context.forbidden('您的岗位不能查看这类内容。')
    context.body = { uses: await usesOf(strapi, uid, documentId, reads) }
  }
  addDeskRoutes(strapi, '/desk/references', [{ method: 'GET', path: '/:uid/:documentId', handler }])
}
