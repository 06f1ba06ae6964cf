import type { Core } from '@strapi/strapi'
import { z } from 'zod'
import type { DeskFile } from '../../../contracts/cases/desk-files.ts'
import { casePermissions } from '../../../contracts/permissions.ts'
import { layout } from '../../../environment.ts'
import type { DeskContext } from '../../../strapi/desk-routes.ts'
import type { Staff } from '../../../strapi/staff.ts'
import { checkFile } from '../../files/check-file.ts'
import { signFile } from '../../files/file-token.ts'
import { sentFile } from '../../files/incoming-file.ts'
import { readKeyFile } from '../../sealed/key-file.ts'
import { staffActor } from '../../events/staff-actor.ts'
import { deriveForm } from '../../register/form-secrets.ts'
import { formKey } from '../../register/registration-request.ts'
import { keepScan } from '../../register/scans.ts'
import { addBureauRoute } from '../case-route.ts'

const request = z.object({ key: formKey, ...sentFile })

/**
 * `POST /desk/cases/scans`: takes a picture or a PDF of what came on paper, before its form is registered. It is
 * sealed before it is written, and belongs to the case that this form of this clerk will make.
 */
async function postScan(context: DeskContext, account: Staff) {
  const asked = request.safeParse(context.request.body)
  if (!asked.success) return context.badRequest('请求的内容不完整，请刷新页面再试。')
  const { key, name, content } = asked.data
  const checked = await checkFile(name, Buffer.from(content, 'base64'))
  if (!checked.ok) return context.badRequest(checked.reason)
  const [pepper = ''] = readKeyFile(layout.pepper)
  const { number } = deriveForm(key, staffActor(account).id, pepper)
  const kept = await keepScan(number, checked, new Date())
  const answer: DeskFile = signFile(pepper, number, kept)
  context.body = answer
}

/** Adds the route by which the bureau adds pictures of paper to a form. */
export function addScanRoute(strapi: Core.Strapi): void {
  addBureauRoute(strapi, {
    method: 'POST',
    path: '/scans',
    permission: casePermissions.manage,
    handler: postScan,
  })
}
