import type { FacetName, Facets } from '../facets.ts'
import type { Part } from './groups.ts'

/*
 * What lies in `search-index/`:
 *   index.json               Shards: which folders to read
 *   <shard>/catalogue.json   Catalogue: what Pagefind does not keep of the shard's pages
 *   <shard>/pagefind/        the index of the shard
 *   variants.txt             traditional characters and what they are read as, two by two
 *   suggestions.json, sounds.json   what the search box suggests
 */

/**
 * The shards of an index, each a folder named by a digest of what is in it. The recent one is read for
 * every question; older years only for whoever asks for them, so that years add nothing to the cost of
 * a question, and nothing to that of a publication.
 */
export type Shards = {
  recent: string
  older: { year: string; folder: string }[]
  /** Groups of words that stand for one another. */
  synonyms: string[][]
}

/** What all pages are known by, a column for each fact; the index in a column is the page's number. */
export type Catalogue = {
  /** How many records each page has; records are numbered in order of insertion, page after page. */
  records: number[]
  /** The records that have a head zone, beside the first of each page. */
  headed: number[]
  /** How many signs each title has. */
  titles: number[]
  /** Days since 1970-01-01; `null` for pages without a date. */
  days: (number | null)[]
  facets: Record<FacetName, { values: string[]; of: (number | null)[] }>
  /** The page of the Petition Work Regulations, which an article's number alone refers to. */
  regulations: number | null
}

/** The value of a facet of a page, where it has one. */
export function valueOf({ facets }: Catalogue, name: FacetName, page: number): string | undefined {
  const place = facets[name].of[page]
  return place == null ? undefined : facets[name].values[place]
}

/** What is shown of a page. */
export type Card = { path: string; title: string; date: string | null; facets: Facets }

/**
 * What a record's address carries after its `#`: Pagefind searches its meta fields as well. `nth` tells
 * the records of a page apart, for Pagefind keeps one for each address.
 */
export type RecordNote = { title: string; parts: Part[]; nth: number }

export function recordAddress(path: string, { title, parts, nth }: RecordNote): string {
  const places = parts.map(({ at, from, id = 0, seconds }) =>
    seconds === undefined ? [at, from, id] : [at, from, id, seconds],
  )
  return `${path}#${JSON.stringify([title, nth, places])}`
}

type Places = [at: number, from: number, id: string | 0, seconds?: number][]

/** @throws SyntaxError where the address is not one of ours */
export function readAddress(address: string): { path: string } & RecordNote {
  const at = address.indexOf('#')
  const [title, nth, places] = JSON.parse(address.slice(at + 1)) as [string, number, Places]
  const parts = places.map(([place, from, id, seconds]): Part => ({
    ...{ at: place, from, id: id === 0 ? undefined : id, seconds },
  }))
  return { path: address.slice(0, at), title, nth, parts }
}
