import { disposition } from '@portal/content/files/disposition'
import { readFile, stat } from 'node:fs/promises'
import type { Core } from '@strapi/strapi'
import { largestTemplate } from '../../../contracts/papers/papers.ts'
import { templateNames, type TemplateKind } from '../../../contracts/figures/report-papers.ts'
import { casePermissions } from '../../../contracts/permissions.ts'
import type { DeskContext } from '../../../strapi/desk-routes.ts'
import { nameOf, type Staff } from '../../../strapi/staff.ts'
import { faultOfTemplate, tooLarge } from '../../papers/fill-template.ts'
import { listPaperTemplates, readTemplate, saveTemplate } from '../../papers/paper-templates.ts'
import { everyCase, recordView } from '../../record/view-log.ts'
import { addBureauRoute } from '../case-route.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const isKind = (id: string): id is TemplateKind => Object.hasOwn(templateNames, id)

/** `POST /desk/cases/paper-templates/:id`: puts the office's template in the place of ours; without a file, back. */
async function postTemplate(strapi: Core.Strapi, context: DeskContext, account: Staff) {
  const save = (paper: TemplateKind, file: Parameters<typeof saveTemplate>[2]) =>
    strapi.db.transaction(async () => {
      await saveTemplate(strapi, paper, file)
      const asked = `${templateNames[paper].name}：${file ? '换成上传的模板' : '换回自带的模板'}`
      await recordView(strapi, account, everyCase, 'settings', { asked, found: null })
    })
  const { id } = context.params
  if (!isKind(id)) return context.notFound('没有这种文书。')
  const file = [context.request.files?.file ?? []].flat()[0]
  if (!file) {
    await save(id, null)
  } else {
    const { size } = await stat(file.filepath)
    if (size > largestTemplate) return context.badRequest(tooLarge)
    const bytes = await readFile(file.filepath)
    const fault = await faultOfTemplate(id, bytes)
    if (fault !== null) return context.badRequest(fault)
    const name = file.originalFilename ?? '模板.docx'
    await save(id, { name, bytes, by: nameOf(account) })
  }
  context.body = await listPaperTemplates(strapi)
}

/** `GET /desk/cases/paper-templates/:id`: the template that is used, to be changed in Word. */
async function getTemplate(strapi: Core.Strapi, context: DeskContext) {
  const { id } = context.params
  if (!isKind(id)) return context.notFound('没有这种文书。')
  context.set({
    'Content-Disposition': disposition('attachment', `${templateNames[id].name} 模板.docx`),
    'X-Content-Type-Options': 'nosniff',
  })
  context.type = word
  context.body = await readTemplate(strapi, id)
}

/** Adds the routes by which the bureau changes how its papers look. */
export function addPaperTemplateRoutes(strapi: Core.Strapi): void {
  const permission = casePermissions.manage
  const path = '/paper-templates'
  addBureauRoute(strapi, {
    method: 'GET',
    path,
    permission,
    handler: async (context) => {
      context.body = await listPaperTemplates(strapi)
    },
  })
  addBureauRoute(strapi, {
    method: 'GET',
    path: `${path}/:id`,
    permission,
    handler: (context) => getTemplate(strapi, context),
  })
  addBureauRoute(strapi, {
    method: 'POST',
    path: `${path}/:id`,
    permission,
    handler: (context, account) => postTemplate(strapi, context, account),
  })
}
