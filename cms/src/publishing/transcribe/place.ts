import type { Department } from '@portal/content/schema/entries/department'
import type { Region } from '@portal/content/schema/entries/region'
import type { Topic } from '@portal/content/schema/entries/topic'
import {
  linkedSlug,
  splitList,
  textOf,
  type DeskEntry,
  type StoredFields,
} from '../../strapi/stored-fields.ts'
import { toCode, toWord } from '../../strapi/choice-codes.ts'
import { contentType } from '../../contracts/content-types.ts'

/** What is no longer offered says so; all else is. */
const retired = (active: unknown) => (active === false ? { active: false } : {})

/** A region from the CMS, for the schema to check. */
export function regionToContent({ slug, name, tier, parent, active, order }: StoredFields) {
  return {
    slug,
    name,
    tier: toCode('tier', tier),
    parent: linkedSlug(parent) ?? null,
    ...retired(active),
    order,
  }
}

/** A bundled region, for the CMS. */
export function regionToDesk({ slug, name, tier, parent, active, order }: Region): DeskEntry {
  return {
    fields: { slug, name, tier: toWord('tier', tier), active: active !== false, order },
    files: {},
    links: parent ? { parent: { uid: contentType.region, slug: parent } } : {},
  }
}

/** A department from the CMS, for the schema to check. */
export function departmentToContent(row: StoredFields) {
  const { slug, name, kind, active, aliases, duties, phone, address, order } = row
  return {
    slug,
    name,
    kind: toCode('departmentKind', kind),
    ...retired(active),
    ...(splitList(aliases).length > 0 && { aliases: splitList(aliases) }),
    duties: textOf(duties),
    phone: textOf(phone),
    address: textOf(address),
    order,
  }
}

/** A bundled department, for the CMS. */
export function departmentToDesk(department: Department): DeskEntry {
  const kind = toWord('departmentKind', department.kind)
  const aliases = (department.aliases ?? []).join('、')
  return {
    fields: { ...department, active: department.active !== false, kind, aliases },
    files: {},
    links: {},
  }
}

/** A topic from the CMS, for the schema to check. */
export function topicToContent({ slug, name, active, hint, order }: StoredFields) {
  return { slug, name, ...retired(active), hint: textOf(hint), order }
}

/** A bundled topic, for the CMS. */
export function topicToDesk(topic: Topic): DeskEntry {
  return { fields: { ...topic, active: topic.active !== false }, files: {}, links: {} }
}
