import { categories, type Category } from '@portal/content/schema/petition/category'
import type { Document } from '@portal/content/schema/entries/collections'
import type { Topic } from '@portal/content/schema/entries/topic'
import { shanghaiDay } from '@portal/content/calendar/day'

export const noticesPerPage = 15
export const essaysPerPage = 12

/** A way to look at part of the notices, with its own address: `/notices/topic/labour/`. */
export type Facet = { kind: 'topic' | 'category' | 'year'; value: string; name: string }

type Notice = Document<'notices'>

/** The year in which an entry was published, by the office's calendar. */
export function yearOf({ data }: Pick<Document, 'data'>): string {
  return shanghaiDay(data.publishedAt).slice(0, 4)
}

/** Every facet that has notices, with them, in the order in which they are given. */
export function facets(notices: Notice[], topics: Topic[]): { facet: Facet; entries: Notice[] }[] {
  const byTopic = Map.groupBy(notices, ({ data }) => data.topic)
  const byCategory = Map.groupBy(notices, ({ data }) => data.category)
  const byYear = Map.groupBy(notices, yearOf)
  const all = [
    ...topics.map(({ slug, name }) => ({
      facet: { kind: 'topic', value: slug, name } as const,
      entries: byTopic.get(slug),
    })),
    ...(Object.keys(categories) as Category[]).map((value) => ({
      facet: { kind: 'category', value, name: categories[value].name } as const,
      entries: byCategory.get(value),
    })),
    ...[...byYear.keys()]
      .sort()
      .reverse()
      .map((value) => ({
        facet: { kind: 'year', value, name: `${value}年` } as const,
        entries: byYear.get(value),
      })),
  ]
  return all.flatMap(({ facet, entries }) => (entries ? [{ facet, entries }] : []))
}
