import type { Core } from '@strapi/strapi'
import { componentOf, modelOf, type Model } from './models.ts'
import { nameActions, type Permissions } from './action-names.ts'

type Field = { label: string; value: string; children?: Field[] }
type Subject = { uid: string; label: string; properties?: Field[] }
type Section = { subjects?: Subject[] }
type Context = {
  method: string
  path: string
  body: { data?: Permissions & { sections?: Record<string, Section> } } | undefined
}

function nameFields(strapi: Core.Strapi, model: Model, fields: Field[]): void {
  for (const field of fields) {
    const attribute = model.attributes[field.value]
    field.label = attribute?.pluginOptions?.desk?.label ?? field.label
    const inner = attribute?.component && componentOf(strapi, attribute.component)
    if (inner && field.children) nameFields(strapi, inner, field.children)
  }
}

/**
 * Names types, fields and actions in the pages of roles as everywhere else; Strapi gives the names of
 * the code there, and English ones.
 */
export function nameTypes(strapi: Core.Strapi): void {
  strapi.server.use(async (given, next) => {
    await next()
    const context = given as Context
    if (context.method !== 'GET' || context.path !== '/admin/permissions') return
    nameActions(context.body?.data ?? {})
    for (const { subjects = [] } of Object.values(context.body?.data?.sections ?? {})) {
      for (const subject of subjects) {
        const model = modelOf(strapi, subject.uid)
        if (!model) continue
        subject.label = model.info.displayName
        const fields = subject.properties?.find(({ value }) => value === 'fields')
        nameFields(strapi, model, fields?.children ?? [])
      }
    }
  })
}
