import { errors } from '@strapi/utils'
import type { Core } from '@strapi/strapi'
import { contentType } from '../contracts/content-types.ts'
import { allModels, modelOf, type Model } from './models.ts'
import { beforeDocuments } from './document-calls.ts'

type Configuration = {
  metadatas: Record<string, unknown>
  layouts: { list: string[]; edit: { name: string }[][] }
}
type Types = ReadonlyMap<string, string[]>
type Permission = { id: number; subject: string; properties?: { fields?: string[] } | null }

/** What programs keep for themselves in a type: no role reads it. */
export function privateFields(strapi: Core.Strapi, uid: string): string[] {
  return Object.entries(modelOf(strapi, uid)?.attributes ?? {})
    .filter(([, attribute]) => attribute.private === true)
    .map(([name]) => name)
}

const without = <T>(values: Record<string, T>, names: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)))

/** The fields that a sort names, however it is written: `a:asc,b`, a list of such, or objects. */
function sortedBy(sort: unknown): string[] {
  if (typeof sort === 'string') return sort.split(',').map((one) => one.split(':')[0]?.trim() ?? '')
  if (Array.isArray(sort)) return sort.flatMap(sortedBy)
  return typeof sort === 'object' && sort !== null ? Object.keys(sort) : []
}

/** What is stored sealed of cases: the words of people, for whoever handles what they wrote. */
const wordsOfCases = ({ uid, attributes }: Model): string[] =>
  Object.entries(uid === contentType.case ? attributes : {})
    .filter(([, { pluginOptions }]) => pluginOptions?.vault?.sealed === true)
    .map(([name]) => name)

/** Strapi grants every field to the super administrator at every start; what is not for that role is taken back. */
async function ungrant(strapi: Core.Strapi, typesOf: Types, roles: object = {}): Promise<void> {
  const where = { subject: { $in: [...typesOf.keys()] }, ...roles }
  const granted: Permission[] = await strapi.db.query('admin::permission').findMany({ where })
  for (const { id, subject, properties } of granted) {
    const hidden = typesOf.get(subject) ?? []
    const fields = properties?.fields
    if (!fields?.some((field) => hidden.includes(field))) continue
    const data = {
      properties: { ...properties, fields: fields.filter((field) => !hidden.includes(field)) },
    }
    await strapi.db.query('admin::permission').update({ where: { id }, data })
  }
}

/** Leaves the fields out of what the admin pages know of a type: no column, filter or sort is offered. */
function unlist(strapi: Core.Strapi, typesOf: Types): void {
  const manager = strapi.plugin('content-manager')
  const mapper = manager.service('data-mapper')
  const { toContentManagerModel } = mapper
  mapper.toContentManagerModel = (model: Model) => {
    const mapped = toContentManagerModel(model)
    return { ...mapped, attributes: without(mapped.attributes, typesOf.get(model.uid) ?? []) }
  }
  const types = manager.service('content-types')
  const { findConfiguration } = types
  types.findConfiguration = async (model: Model) => {
    const found: Configuration = await findConfiguration.call(types, model)
    const hidden = typesOf.get(model.uid) ?? []
    return {
      ...found,
      metadatas: without(found.metadatas, hidden),
      layouts: {
        ...found.layouts,
        list: found.layouts.list.filter((name) => !hidden.includes(name)),
      },
    }
  }
}

/**
 * Withholds what is `private` in a type from everybody who is signed in, the super administrator among
 * them: such fields are granted to nobody, listed nowhere, and not in any answer, though a role was given
 * them all the same. What people wrote in cases is not the super administrator's either, who handles no case. To be called
 * after roles and labels were made.
 */
export async function withholdPrivate(strapi: Core.Strapi): Promise<void> {
  const models = allModels(strapi).filter(({ uid }) => uid.startsWith('api::'))
  const fieldsBy = (fieldsOf: (model: Model) => string[]): Types =>
    new Map(
      models
        .map((model) => [model.uid, fieldsOf(model)] as const)
        .filter(([, fields]) => fields.length > 0),
    )
  const typesOf = fieldsBy(({ uid }) => privateFields(strapi, uid))
  await ungrant(strapi, typesOf)
  await ungrant(strapi, fieldsBy(wordsOfCases), { role: { code: 'strapi-super-admin' } })
  unlist(strapi, typesOf)
  beforeDocuments(strapi, async ({ uid, params }, next) => {
    const hidden = typesOf.get(uid)
    const isAsked = strapi.requestContext.get()?.state.user !== undefined
    if (!hidden || !isAsked) return next()
    if (sortedBy(params.sort).some((name) => hidden.includes(name)))
      throw new errors.ValidationError('不能按这一项排序。')
    const result = await next()
    const strip = (row: unknown) =>
      typeof row === 'object' && row !== null && !Array.isArray(row)
        ? without(row as Record<string, unknown>, hidden)
        : row
    return Array.isArray(result) ? result.map(strip) : strip(result)
  })
}
