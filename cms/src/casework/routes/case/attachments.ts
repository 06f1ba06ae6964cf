import { disposition } from '@portal/content/files/disposition'
import type { Core } from '@strapi/strapi'
import { layout } from '../../../environment.ts'
import { readKeyFile } from '../../sealed/key-file.ts'
import { openSealed } from '../../sealed/sealed-file.ts'
import { findFile } from './find-file.ts'
import { addCaseRoute, type Authorized } from '../case-route.ts'
import { recordView } from '../../record/view-log.ts'
import { casePermissions } from '../../../contracts/permissions.ts'
import type { DeskContext } from '../../../strapi/desk-routes.ts'

/**
 * `GET …/attachments/:id`: opens a file while it is sent; the open file is nowhere on the disk. It is
 * saved, never shown, since what it holds was chosen by a stranger.
 */
async function getAttachment(strapi: Core.Strapi, context: DeskContext, authorized: Authorized) {
  const { account, row } = authorized
  const found = await findFile(strapi, authorized, context.params.id ?? '')
  if (!found) return context.notFound('没有这个附件。')
  const { file, state, path } = found
  if (state !== 'kept') {
    return context.conflict('这个附件没有完整收到，打不开。请联系信访人重新提交。')
  }
  const identities = readKeyFile(layout.identity)
  const plain = await openSealed(path, identities).catch((cause: unknown) => {
    throw new Error('附件打不开：请检查数据目录和密钥是否完整', { cause })
  })
  await recordView(strapi, account, row.number, 'download')
  context.set({
    'Content-Disposition': disposition('attachment', file.name),
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
  })
  context.type = file.type
  context.length = file.bytes
  context.body = plain
}

/** Adds the route by which whoever may see a case downloads what came with it. */
export function addAttachmentRoute(strapi: Core.Strapi): void {
  addCaseRoute(strapi, {
    method: 'GET',
    path: '/attachments/:id',
    permission: casePermissions.handle,
    handler: (context, authorized) => getAttachment(strapi, context, authorized),
  })
}
