import type { Core } from '@strapi/strapi'
import { placeName } from '../../casework/record/place-names.ts'
import { contentType, isWorkflowType } from '../../contracts/content-types.ts'
import { allModels, componentOf, type Model } from '../../strapi/models.ts'
import { relationsTo, textsOf, where, type Components, type Path } from './attribute-paths.ts'
import type { Use } from '../../contracts/publications/references.ts'

type UsingRow = { documentId: string; [field: string]: unknown }

/** Who may be told of which type by title; nobody of what the account does not read. */
export type Reader = (uid: string) => boolean

const few = 3

function typesOf(strapi: Core.Strapi): Model[] {
  return allModels(strapi).filter(({ uid }) => uid.startsWith('api::'))
}

const componentsOf =
  (strapi: Core.Strapi): Components =>
  (uid) =>
    componentOf(strapi, uid)

async function useOf(
  strapi: Core.Strapi,
  { uid, info, pluginOptions }: Model,
  condition: object,
  reads: Reader,
): Promise<Use | null> {
  const rows: UsingRow[] = await strapi.db
    .query(uid)
    .findMany({ where: condition, select: ['documentId'] })
  const ids = [...new Set(rows.map(({ documentId }) => documentId))]
  if (ids.length === 0) return null
  const main = pluginOptions?.desk?.main
  const named: UsingRow[] =
    main && reads(uid)
      ? await strapi.db.query(uid).findMany({ where: { documentId: { $in: ids.slice(0, few) } } })
      : []
  const titles = new Map(named.map((row) => [row.documentId, String(row[main ?? ''])]))
  const some = [...titles].map(([documentId, title]) => ({ documentId, title }))
  return { kind: info.displayName, uid, count: ids.length, some }
}

/** Versions that were published and are kept: what they point to is needed to restore them. */
async function keptVersions(strapi: Core.Strapi, patterns: string[]): Promise<Use[]> {
  const uid = contentType.edition
  const { tableName } = strapi.db.metadata.get(uid)
  const [found] = await strapi.db.transaction(async ({ trx }) => {
    const query = trx(tableName).count({ count: '*' })
    for (const pattern of patterns) {
      query.orWhereRaw('cast(content as text) like ?', [`%${pattern}%`])
    }
    return (await query) as { count: number | string }[]
  })
  const count = Number(found?.count ?? 0)
  return count > 0 ? [{ kind: '留存的历史版本', uid, count, some: [] }] : []
}

/** How cases name an entry of a table, in words: they keep the name as it was chosen. */
async function caseCondition(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
): Promise<object[]> {
  const row = await strapi.db.query(uid).findOne({ where: { documentId } })
  if (!row) return []
  if (uid === contentType.topic) return [{ topic: { $in: [row.name, row.slug] } }]
  if (uid !== contentType.region) return []
  const place = await placeName(strapi, row.slug)
  return [{ region: { $in: [place, row.slug] } }, { region: { $startsWith: `${place} ` } }]
}

/** Everything that refers to an entry: by a relation, by its name, or in a version that is kept. */
export async function usesOf(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
  reads: Reader,
): Promise<Use[]> {
  const components = componentsOf(strapi)
  const uses: (Use | null)[] = []
  for (const type of typesOf(strapi)) {
    const conditions = relationsTo(uid, type, components).map((path) => where(path, { documentId }))
    if (type.uid === contentType.case)
      conditions.push(...(await caseCondition(strapi, uid, documentId)))
    if (conditions.length === 0) continue
    const others = { documentId: { $ne: documentId } }
    uses.push(await useOf(strapi, type, { $and: [others, { $or: conditions }] }, reads))
  }
  const found = uses.filter((use) => use !== null)
  return [...found, ...(await keptVersions(strapi, [`"${documentId}"`]))]
}

type File = { id: number; url: string; related?: ({ __type: string } & UsingRow)[] | null }

/** Everything that refers to a file of the media library: a field, a text that shows it, a kept version. */
export async function usesOfFile(strapi: Core.Strapi, id: number, reads: Reader): Promise<Use[]> {
  const file = (await strapi.db
    .query('plugin::upload.file')
    .findOne({ where: { id }, populate: { related: true } })) as File | null
  if (!file) return []
  const components = componentsOf(strapi)
  const name = file.url.slice(file.url.lastIndexOf('/') + 1)
  const uses: Use[] = []
  for (const type of typesOf(strapi)) {
    const holds = (file.related ?? []).filter((one) => one && one.__type === type.uid)
    const conditions: object[] = holds.map(({ documentId }) => ({ documentId }))
    const texts: Path[] = isWorkflowType(type.uid) ? textsOf(type, components) : []
    conditions.push(...texts.map((path) => where(path, { $contains: name })))
    const use = conditions.length > 0 ? await useOf(strapi, type, { $or: conditions }, reads) : null
    if (use) uses.push(use)
  }
  const parts = (file.related ?? []).filter((one) => one && !one.__type.includes('::'))
  if (parts.length > 0) {
    uses.push({ kind: '宣传活动的宣传材料', uid: '', count: parts.length, some: [] })
  }
  const kept = await keptVersions(strapi, [`"file":${id},`, `"file": ${id},`, name])
  return [...uses, ...kept]
}
