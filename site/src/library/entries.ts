import type { Document, DocumentKind } from '@portal/content/schema/collections'
import type { Regulation } from '@portal/content/schema/regulation'
import type { Department } from '@portal/content/schema/department'
import type { Region } from '@portal/content/schema/region'
import { getCollection } from 'astro:content'
import { facets } from './facets.ts'

export type Essay = Document<'essays'>
export type Video = Document<'videos'>
export type Notice = Document<'notices'>
export type Guide = Document<'guides'>
export type Campaign = Document<'campaigns'>

async function documents<K extends DocumentKind>(kind: K): Promise<Document<K>[]> {
  const entries = await getCollection(kind)
  return entries.map(({ id, data, body }) => ({ slug: id, data, body: body ?? '' }) as Document<K>)
}

const newestFirst = (a: Document, b: Document) =>
  Date.parse(b.data.publishedAt) - Date.parse(a.data.publishedAt) || a.slug.localeCompare(b.slug)

const inOrder = (a: { order: number }, b: { order: number }) => a.order - b.order

/** Reads once a build: thousands of pages ask for the same lists. While developing, always anew. */
function kept<T>(read: () => Promise<T>): () => Promise<T> {
  let value: Promise<T> | undefined
  return () => (import.meta.env.DEV ? read() : (value ??= read()))
}

export const essays = kept(async () => (await documents('essays')).sort(newestFirst))
export const videos = kept(async () => (await documents('videos')).sort(newestFirst))
export const notices = kept(async () => (await documents('notices')).sort(newestFirst))
export const guides = kept(async () =>
  (await documents('guides')).sort((a, b) => a.data.order - b.data.order || newestFirst(a, b)),
)
/** The campaign that begins last stands first. */
export const campaigns = kept(async () =>
  (await documents('campaigns')).sort((a, b) => b.data.startsOn.localeCompare(a.data.startsOn)),
)
export const topics = kept(async () =>
  (await getCollection('topics')).map(({ data }) => data).sort(inOrder),
)
export const reception = kept(async () =>
  (await getCollection('reception')).map(({ data }) => data).sort(inOrder),
)

/** The newest notices of each topic: enough to find similar ones in, however many there are. */
export const recentByTopic = kept(async () => {
  const byTopic = new Map<string, Notice[]>()
  for (const notice of await notices()) {
    const list = byTopic.get(notice.data.topic) ?? []
    if (list.length < 200) byTopic.set(notice.data.topic, [...list, notice])
  }
  return byTopic
})

/** Every way to look at part of the notices that has any. */
export const noticeFacets = kept(async () => facets(await notices(), await topics()))

/** The Regulations that the office exists to publicise come first. */
export const mainRegulation = 'petition-work-regulations'

export const regulations = kept(async () => {
  const all = (await getCollection('regulations')).map(({ data }) => data)
  const rank = ({ slug }: Regulation) => (slug === mainRegulation ? 0 : 1)
  return all.sort((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title, 'zh-CN'))
})

/** Names for the slugs that notices carry; a slug that is in no list stands for itself. */
export const names = kept(async () => {
  const bySlug = <T extends { slug: string }>(list: T[]) =>
    new Map(list.map((entry) => [entry.slug, entry]))
  const topicList = bySlug(await topics())
  const regionList = bySlug<Region>((await getCollection('regions')).map(({ data }) => data))
  const unitList = bySlug<Department>((await getCollection('departments')).map(({ data }) => data))

  const region = (slug: string): string => {
    const place = regionList.get(slug)
    if (!place) return slug
    const parent = place.parent ? regionList.get(place.parent) : undefined
    return parent && parent.tier !== 'district'
      ? `${region(parent.slug)} ${place.name}`
      : place.name
  }
  return {
    topic: (slug: string) => topicList.get(slug)?.name ?? slug,
    unit: (slug: string) => unitList.get(slug)?.name ?? slug,
    region,
  }
})
