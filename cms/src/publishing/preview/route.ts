import type { Core } from '@strapi/strapi'
import { isWorkflowType } from '../../contracts/content-types.ts'
import { editionPermissions } from '../../contracts/permissions.ts'
import { makePreview } from './make.ts'
import { addDeskRoutes, type DeskContext, readPermission } from '../../strapi/desk-routes.ts'
import { documentsOf } from '../../strapi/documents.ts'

async function preview(strapi: Core.Strapi, context: DeskContext) {
  const { uid, documentId } = context.params
  if (!isWorkflowType(uid)) return context.notFound('没有这类内容。')
  if (!context.state.userAbility.can(readPermission, uid)) {
    return context.forbidden('您的岗位不能查看这类内容。')
  }
  const draft = await documentsOf(strapi, uid).findOne({ documentId })
  if (!draft) return context.notFound('没有这条内容，先保存再预览。')
  if (!draft.slug) return context.badRequest('先填“网址名”并保存，再预览。')
  const made = await makePreview(strapi, { uid, documentId }, String(draft.slug))
  if (!made.ok) return context.badRequest(`这一稿还不能预览。${made.reason}`)
  context.body = { address: made.address }
}

/** Adds `POST /desk/previews/:uid/:documentId`: makes a preview of a draft. */
export function addPreviewRoute(strapi: Core.Strapi): void {
  addDeskRoutes(strapi, '/desk/previews', [
    {
      method: 'POST',
      path: '/:uid/:documentId',
      permission: editionPermissions.write,
      handler: (context) => preview(strapi, context),
    },
  ])
}
