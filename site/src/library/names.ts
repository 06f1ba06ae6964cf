import type { Library } from '@portal/content/entry/library'

/** Names for the slugs that notices carry; a slug that is in no list stands for itself. */
export type Names = {
  topic: (slug: string) => string
  unit: (slug: string) => string
  region: (slug: string) => string
  /** Said after the name of a unit or a topic that the office has taken out of use. */
  retired: (kind: 'unit' | 'topic', slug: string) => string
}

const bySlug = <T extends { slug: string }>(list: readonly T[]) =>
  new Map(list.map((entry) => [entry.slug, entry]))

export function namesOf(library: Pick<Library, 'topics' | 'regions' | 'departments'>): Names {
  const topics = bySlug(library.topics)
  const regions = bySlug(library.regions)
  const units = bySlug(library.departments)
  const region = (slug: string): string => {
    const place = regions.get(slug)
    if (!place) return slug
    const parent = place.parent ? regions.get(place.parent) : undefined
    return parent && parent.tier !== 'district'
      ? `${region(parent.slug)} ${place.name}`
      : place.name
  }
  return {
    topic: (slug) => topics.get(slug)?.name ?? slug,
    unit: (slug) => units.get(slug)?.name ?? slug,
    region,
    retired: (kind, slug) =>
      (kind === 'unit' ? units : topics).get(slug)?.active === false ? '（已停用）' : '',
  }
}
