import { createHash } from 'node:crypto'
import type { Attribute, Attributes } from '../../strapi/models.ts'
import type { StoredFields } from '../../strapi/stored-fields.ts'

/** The attributes of a component, by its uid. */
export type Components = (uid: string) => Attributes

/** What an entry says, free of ids that change: files and linked entries by identity and name. */
type FileValue = { file: number; name: string; alt: string; hash: string; url: string }
export type LinkValue = { entry: string; uid: string; name: string }
export type Content = { [field: string]: unknown }

const technical = new Set(
  'createdAt updatedAt publishedAt firstPublishedAt createdBy updatedBy locale localizations'.split(
    ' ',
  ),
)

/** The fields that are content: not Strapi's own, not what programs keep for themselves. */
export function contentFields(attributes: Attributes): [string, Attribute][] {
  return Object.entries(attributes).filter(
    ([name, attribute]) => !technical.has(name) && attribute.private !== true,
  )
}

/** The `populate` by which every field of an entry is read, however deep. */
export function populateAll(attributes: Attributes, components: Components): StoredFields {
  const populate: StoredFields = {}
  for (const [name, { type, component }] of contentFields(attributes)) {
    if (type === 'media' || type === 'relation') populate[name] = true
    if (type === 'component' && component) {
      populate[name] = { populate: populateAll(components(component), components) }
    }
  }
  return populate
}

const asList = (value: unknown): StoredFields[] => [value].flat().filter(Boolean) as StoredFields[]

function captureFile(row: StoredFields): FileValue {
  const { id, name, alternativeText, hash, url } = row
  return {
    file: Number(id),
    name: String(name),
    alt: String(alternativeText ?? ''),
    hash: String(hash),
    url: String(url),
  }
}

function captureLink(row: StoredFields, uid: string): LinkValue {
  const name = row.name ?? row.title ?? row.slug ?? row.documentId
  return { entry: String(row.documentId), uid, name: String(name) }
}

function captureValue(value: unknown, attribute: Attribute, components: Components): unknown {
  const { type, multiple, repeatable, relation, target = '', component = '' } = attribute
  const single = (list: unknown[]) => list[0] ?? null
  if (type === 'media') {
    const files = asList(value).map(captureFile)
    return multiple ? files : single(files)
  }
  if (type === 'relation') {
    const links = asList(value).map((row) => captureLink(row, target))
    return relation?.endsWith('ToMany') ? links : single(links)
  }
  if (type === 'component') {
    const parts = asList(value).map((row) => capture(row, components(component), components))
    return repeatable ? parts : single(parts)
  }
  return value ?? null
}

/** What a populated row says. */
export function capture(
  row: StoredFields,
  attributes: Attributes,
  components: Components,
): Content {
  return Object.fromEntries(
    contentFields(attributes).map(([name, attribute]) => [
      name,
      captureValue(row[name], attribute, components),
    ]),
  )
}

/**
 * Content as the Document Service takes it. `exists` says whether a file or linked entry is still
 * there; what is gone is left empty and named in `missing`, by field.
 */
export function toData(
  content: Content,
  attributes: Attributes,
  components: Components,
  exists: (value: FileValue | LinkValue) => boolean,
): { data: StoredFields; missing: string[] } {
  const missing = new Set<string>()
  const give = (value: unknown, attribute: Attribute, field: string): unknown => {
    const { type, multiple, repeatable, relation, component = '' } = attribute
    if (type === 'media' || type === 'relation') {
      const parts = asList(value) as (FileValue | LinkValue)[]
      const kept = parts.filter(exists)
      if (kept.length < parts.length) missing.add(field)
      const ids = kept.map((part) => ('file' in part ? part.file : part.entry))
      return multiple || relation?.endsWith('ToMany') ? ids : (ids[0] ?? null)
    }
    if (type === 'component') {
      const parts = asList(value).map((part) => fill(part, components(component), field))
      return repeatable ? parts : (parts[0] ?? null)
    }
    return value ?? null
  }
  const fill = (part: Content, within: Attributes, field?: string): StoredFields =>
    Object.fromEntries(
      contentFields(within).map(([name, attribute]) => [
        name,
        give(part[name], attribute, field ?? name),
      ]),
    )
  return { data: fill(content, attributes), missing: [...missing] }
}

/** Every file and linked entry that content speaks of. */
export function references(content: unknown): (FileValue | LinkValue)[] {
  if (typeof content !== 'object' || content === null) return []
  if (Array.isArray(content)) return content.flatMap(references)
  if ('file' in content && 'hash' in content) return [content as FileValue]
  if ('entry' in content && 'uid' in content) return [content as LinkValue]
  return Object.values(content).flatMap(references)
}

/** A linked entry that is renamed is still the same link. */
function canonical(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(canonical)
  if ('entry' in value && 'uid' in value) return { entry: value.entry }
  const entries = Object.entries(value).map(([key, inner]) => [key, canonical(inner)] as const)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A digest that changes whenever what citizens would see changes. */
export function digestOf(content: Content): string {
  return createHash('sha256')
    .update(JSON.stringify(canonical(content)))
    .digest('hex')
}
