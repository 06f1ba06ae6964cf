import type { Core } from '@strapi/strapi'
import { nameActions, type Permissions } from './action-names.ts'

type Field = { label: string; value: string; children?: Field[] }
type Subject = { uid: string; label: string; properties?: Field[] }
type Section = { subjects?: Subject[] }
type Context = {
  method: string
  path: string
  body: { data?: Permissions & { sections?: Record<string, Section> } } | undefined
}
type Attribute = { component?: string; pluginOptions?: { desk?: { label?: string } } }
type Model = { info: { displayName: string }; attributes: Record<string, Attribute> }

function nameFields(strapi: Core.Strapi, model: Model, fields: Field[]): void {
  for (const field of fields) {
    const attribute = model.attributes[field.value]
    field.label = attribute?.pluginOptions?.desk?.label ?? field.label
    const inner = attribute?.component && (strapi.components as never)[attribute.component]
    if (inner && field.children) nameFields(strapi, inner as Model, field.children)
  }
}

/**
 * Names types, fields and actions in the pages of roles as everywhere else; Strapi gives the names of
 * the code there, and English ones.
 */
export function nameTypes(strapi: Core.Strapi): void {
  const models = strapi.contentTypes as unknown as Record<string, Model>
  strapi.server.use(async (given, next) => {
    await next()
    const context = given as unknown as Context
    if (context.method !== 'GET' || context.path !== '/admin/permissions') return
    nameActions(context.body?.data ?? {})
    for (const { subjects = [] } of Object.values(context.body?.data?.sections ?? {})) {
      for (const subject of subjects) {
        const model = models[subject.uid]
        if (!model) continue
        subject.label = model.info.displayName
        const fields = subject.properties?.find(({ value }) => value === 'fields')
        nameFields(strapi, model, fields?.children ?? [])
      }
    }
  })
}
