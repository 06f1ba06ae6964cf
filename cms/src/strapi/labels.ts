import type { Core } from '@strapi/strapi'
import { allComponents, allModels, modelOf, type Model } from './models.ts'

type View = { label?: string; description?: string; [key: string]: unknown }
type Configuration = {
  settings: Record<string, unknown>
  metadatas: Record<string, { edit: View; list: View }>
  layouts: { list: string[]; edit: { name: string; size: number }[][] }
}

const technical: Record<string, string> = {
  id: '序号',
  documentId: '标识',
  createdAt: '创建时间',
  updatedAt: '修改时间',
  publishedAt: '上线时间',
  createdBy: '创建人',
  updatedBy: '修改人',
}
const half = [
  'string',
  'enumeration',
  'integer',
  'decimal',
  'date',
  'datetime',
  'boolean',
  'relation',
]

function layoutOf(model: Model): Configuration['layouts']['edit'] {
  const rows: Configuration['layouts']['edit'] = []
  for (const [name, attribute] of Object.entries(model.attributes)) {
    const { desk } = attribute.pluginOptions ?? {}
    if (!desk || desk.panel) continue
    const size = half.includes(attribute.type) && name !== 'title' ? 6 : 12
    const row = rows.at(-1)
    const used = row?.reduce((sum, cell) => sum + cell.size, 0) ?? 12
    if (row && used + size <= 12) row.push({ name, size })
    else rows.push([{ name, size }])
  }
  return rows
}

/**
 * Whether a type holds what people wrote, or receipt numbers. Strapi's search puts what is typed into an address, which
 * proxies and browsers keep: lists of such types have none.
 */
const isSearched = ({ attributes }: Model) =>
  !('number' in attributes) &&
  Object.values(attributes).every(({ pluginOptions }) => pluginOptions?.vault?.sealed !== true)

/** The form as staff should meet it: Chinese labels and hints, fields in the order of the schema. */
function configure(
  model: Model,
  current: Configuration,
  mainFieldOf: (uid: string) => string,
): Configuration {
  const metadatas = structuredClone(current.metadatas)
  for (const [name, views] of Object.entries(metadatas)) {
    const desk = model.attributes[name]?.pluginOptions?.desk
    const label = desk?.label ?? technical[name]
    if (!label) continue
    views.edit = { ...views.edit, label, description: desk?.hint ?? '' }
    if (desk?.fixed) views.edit.editable = false
    views.list = { ...views.list, label }
    // What is stored sealed has no order.
    if (model.attributes[name]?.pluginOptions?.vault?.sealed) views.list.sortable = false
    const linked = model.attributes[name]
    if (linked?.type === 'relation') views.edit.mainField = mainFieldOf(linked.target ?? '')
  }
  const { main, list } = model.pluginOptions?.desk ?? {}
  const newest = ['publicationTime', 'receivedAt'].find((name) => name in model.attributes)
  const settings = {
    ...current.settings,
    ...(main ? { mainField: main } : {}),
    ...(newest ? { defaultSortBy: newest, defaultSortOrder: 'DESC' } : {}),
    pageSize: 20,
    searchable: isSearched(model),
  }
  const layouts = { list: list ?? current.layouts.list, edit: layoutOf(model) }
  return { settings, metadatas, layouts }
}

/** Writes labels and layouts of every form, from the `desk` notes in the schemas, at every start. */
export async function ensureLabels(strapi: Core.Strapi): Promise<void> {
  const manager = strapi.plugin('content-manager')
  const mainFieldOf = (uid: string) => modelOf(strapi, uid)?.pluginOptions?.desk?.main ?? 'name'
  const apply = async (service: string, models: Model[]) => {
    const forms = manager.service(service)
    for (const model of models) {
      if (!Object.values(model.attributes).some(({ pluginOptions }) => pluginOptions?.desk))
        continue
      const { settings, metadatas, layouts } = await forms.findConfiguration(model)
      const wanted = configure(model, { settings, metadatas, layouts }, mainFieldOf)
      await forms.updateConfiguration(model, wanted)
    }
  }
  await apply('content-types', allModels(strapi))
  await apply('components', allComponents(strapi))
}
