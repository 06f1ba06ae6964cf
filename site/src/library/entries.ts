import type { Library } from '@portal/content/entry/library'
import type { Document } from '@portal/content/schema/collections'
import type { Regulation } from '@portal/content/schema/regulation'
import { facets } from './facets.ts'
import { similarTo } from './similar-notices.ts'

export type Essay = Document<'essays'>
export type Video = Document<'videos'>
export type Notice = Document<'notices'>
export type Guide = Document<'guides'>
export type Campaign = Document<'campaigns'>

const newestFirst = (a: Document, b: Document) =>
  Date.parse(b.data.publishedAt) - Date.parse(a.data.publishedAt) || a.slug.localeCompare(b.slug)

const inOrder = (a: { order: number }, b: { order: number }) => a.order - b.order

let library: Library | undefined

/** Opens the content that pages show, read and checked before; a process makes one release. */
export function openLibrary(opened: Library): void {
  library = opened
}

function opened(): Library {
  if (!library)
    throw new Error('static pages are rendered for a release, whose content is opened first')
  return library
}

/** Sorts once: thousands of pages ask for the same lists. */
function kept<T extends object>(read: () => T): () => T {
  let value: T | undefined
  return () => (value ??= read())
}

export const essays = kept(() => opened().essays.toSorted(newestFirst))
export const videos = kept(() => opened().videos.toSorted(newestFirst))
export const notices = kept(() => opened().notices.toSorted(newestFirst))
export const guides = kept(() =>
  opened().guides.toSorted((a, b) => a.data.order - b.data.order || newestFirst(a, b)),
)
/** The campaign that begins last stands first. */
export const campaigns = kept(() =>
  opened().campaigns.toSorted((a, b) => b.data.startsOn.localeCompare(a.data.startsOn)),
)
export const topics = kept(() => opened().topics.toSorted(inOrder))
export const reception = kept(() => opened().reception.toSorted(inOrder))

/** Pages that were taken down and say so at their old address. */
export const withdrawn = () => opened().withdrawn

/** Finds the notices most like one. */
export const similarNotices = kept(() => similarTo(notices()))

/** Every way to look at part of the notices that has any. */
export const noticeFacets = kept(() => facets(notices(), topics()))

/** The Regulations that the office exists to publicise come first. */
export const mainRegulation = 'petition-work-regulations'

export const regulations = kept(() => {
  const rank = ({ slug }: Regulation) => (slug === mainRegulation ? 0 : 1)
  const byTitle = (a: Regulation, b: Regulation) => a.title.localeCompare(b.title, 'zh-CN')
  return opened().regulations.toSorted((a, b) => rank(a) - rank(b) || byTitle(a, b))
})

/** Names for the slugs that notices carry; a slug that is in no list stands for itself. */
export const names = kept(() => {
  const bySlug = <T extends { slug: string }>(list: T[]) =>
    new Map(list.map((entry) => [entry.slug, entry]))
  const { regions, departments } = opened()
  const topicList = bySlug(topics())
  const regionList = bySlug(regions)
  const unitList = bySlug(departments)

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
    /** Said after the name of a unit or a topic that the office has taken out of use. */
    retired: (kind: 'unit' | 'topic', slug: string) =>
      (kind === 'unit' ? unitList : topicList).get(slug)?.active === false ? '（已停用）' : '',
  }
})
