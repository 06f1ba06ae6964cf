import type { Department } from '@portal/content/schema/department'
import type { Region } from '@portal/content/schema/region'
import type { Topic } from '@portal/content/schema/topic'
import { linkedSlug, textOf, type DeskEntry, type Row } from './fields.ts'
import { toCode, toWord } from '../../words.ts'

/** A region from the CMS, for the schema to check. */
export function regionToContent({ slug, name, tier, parent, order }: Row) {
  return { slug, name, tier: toCode('tier', tier), parent: linkedSlug(parent) ?? null, order }
}

/** A bundled region, for the CMS. */
export function regionToDesk({ slug, name, tier, parent, order }: Region): DeskEntry {
  return {
    fields: { slug, name, tier: toWord('tier', tier), order },
    files: {},
    links: parent ? { parent: { uid: 'api::region.region', slug: parent } } : {},
  }
}

/** A department from the CMS, for the schema to check. */
export function departmentToContent({ slug, name, kind, duties, phone, address, order }: Row) {
  return {
    slug,
    name,
    kind: toCode('departmentKind', kind),
    duties: textOf(duties),
    phone: textOf(phone),
    address: textOf(address),
    order,
  }
}

/** A bundled department, for the CMS. */
export function departmentToDesk(department: Department): DeskEntry {
  const kind = toWord('departmentKind', department.kind)
  return { fields: { ...department, kind }, files: {}, links: {} }
}

/** A topic from the CMS, for the schema to check. */
export function topicToContent({ slug, name, hint, order }: Row) {
  return { slug, name, hint: textOf(hint), order }
}

/** A bundled topic, for the CMS. */
export function topicToDesk(topic: Topic): DeskEntry {
  return { fields: { ...topic }, files: {}, links: {} }
}
