import { categories, type Category } from '@portal/content/schema/category'
import type { Document } from '@portal/content/schema/collections'
import type { Topic } from '@portal/content/schema/topic'
import { shanghaiDay } from '@portal/content/calendar/day'

export const noticesPerPage = 15
export const essaysPerPage = 12

/** A way to look at part of the notices, with its own address: `/notices/topic/labour/`. */
export type Facet = { kind: 'topic' | 'category' | 'year'; value: string; name: string }

/** Every facet that has notices, with them. */
export function facets(
  notices: Document<'notices'>[],
  topics: Topic[],
): { facet: Facet; entries: Document<'notices'>[] }[] {
  const years = [...new Set(notices.map(({ data }) => shanghaiDay(data.publishedAt).slice(0, 4)))]
  const all = [
    ...topics.map(({ slug, name }) => ({
      facet: { kind: 'topic', value: slug, name } as const,
      entries: notices.filter(({ data }) => data.topic === slug),
    })),
    ...(Object.keys(categories) as Category[]).map((value) => ({
      facet: { kind: 'category', value, name: categories[value].name } as const,
      entries: notices.filter(({ data }) => data.category === value),
    })),
    ...years
      .sort()
      .reverse()
      .map((value) => ({
        facet: { kind: 'year', value, name: `${value}年` } as const,
        entries: notices.filter(({ data }) => shanghaiDay(data.publishedAt).startsWith(value)),
      })),
  ]
  return all.filter(({ entries }) => entries.length > 0)
}
