import type { Library } from '@portal/content/entry/library'
import type { Document } from '@portal/content/schema/entries/collections'
import type { Regulation } from '@portal/content/schema/entries/regulation'
import { facets } from './facets.ts'
import { namesOf } from './names.ts'

export type Essay = Document<'essays'>
export type Video = Document<'videos'>
export type Notice = Document<'notices'>
export type Guide = Document<'guides'>
export type Campaign = Document<'campaigns'>

/** The Regulations that the office exists to publicise come first. */
export const mainRegulation = 'petition-work-regulations'

const inOrder = (a: { order: number }, b: { order: number }) => a.order - b.order

/** Times are read once: thousands of entries are compared many times. */
function newestFirst<D extends Document>(entries: readonly D[]): D[] {
  return entries
    .map((entry) => ({ entry, at: Date.parse(entry.data.publishedAt) }))
    .sort((a, b) => b.at - a.at || (a.entry.slug < b.entry.slug ? -1 : 1))
    .map(({ entry }) => entry)
}

function inReadingOrder(regulations: readonly Regulation[]): Regulation[] {
  const rank = ({ slug }: Regulation) => (slug === mainRegulation ? 0 : 1)
  const byTitle = (a: Regulation, b: Regulation) => a.title.localeCompare(b.title, 'zh-CN')
  return regulations.toSorted((a, b) => rank(a) - rank(b) || byTitle(a, b))
}

/** A library as pages show it: sorted, with the names of what its entries refer to. */
export function sortEntries(library: Library) {
  const notices = newestFirst(library.notices)
  const topics = library.topics.toSorted(inOrder)
  return {
    notices,
    topics,
    essays: newestFirst(library.essays),
    videos: newestFirst(library.videos),
    guides: newestFirst(library.guides).sort((a, b) => a.data.order - b.data.order),
    /** The campaign that begins last stands first. */
    campaigns: library.campaigns.toSorted((a, b) => b.data.startsOn.localeCompare(a.data.startsOn)),
    reception: library.reception.toSorted(inOrder),
    regulations: inReadingOrder(library.regulations),
    /** What the bureau has published of its months, the latest first. */
    figures: library.figures.toSorted((a, b) => b.month.localeCompare(a.month)),
    /** Pages that were taken down and say so at their old address. */
    withdrawn: library.withdrawn,
    /** Every way to look at part of the notices that has any. */
    facets: facets(notices, topics),
    names: namesOf(library),
  }
}

export type Entries = ReturnType<typeof sortEntries>
