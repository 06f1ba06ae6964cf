import type { Facets } from '../facets.ts'

/*
 * What lies in `search-index/`:
 *   index.json               Shards: which folders to read, and how words are read
 *   <shard>/catalogue.json   Page[]: what Pagefind does not keep of the shard's pages
 *   <shard>/pagefind/        the index of the shard
 *   suggestions.json, sounds.json   what the search box suggests
 */

/**
 * The shards of an index, each a folder named by a digest of what is in it. The recent ones are read for
 * every question; older years only for whoever asks for them, so that years add nothing to the cost of
 * a question, and nothing to that of a publication.
 */
export type Shards = {
  recent: string[]
  older: { year: string; folder: string }[]
  /** Groups of words that stand for one another. */
  synonyms: string[][]
  /** Traditional characters and what they are read as, two by two. */
  variants: string
}

/**
 * What a record of the index says: the title of a page and the words by which it is known, those by
 * which a section of it is known, or a stretch of its text.
 */
export type Zone = 'page' | 'section' | 'text'

/** What is known of a page without asking for its records. */
export type Page = {
  /** Its records, in order of insertion. */
  zones: Zone[]
  /** How many signs its title has. */
  title: number
  date: string | null
  facets: Facets
  /** The Petition Work Regulations, which an article's number alone refers to. */
  main?: boolean
}

/** A stretch of text below one heading, by the places in its record of its heading and of its text. */
export type Part = {
  at: number
  from: number
  /** The anchor of the heading on the page. */
  id?: string | undefined
  /** Where in a video this is said. */
  seconds?: number | undefined
}

/**
 * What a record's address carries after its `#`: Pagefind searches its meta fields as well. `nth` tells
 * the records of a page apart, for Pagefind keeps one for each address.
 */
type RecordNote = { title: string; parts: Part[]; nth: number }

export function recordAddress(path: string, { title, nth, parts }: RecordNote): string {
  return `${path}#${JSON.stringify([title, nth, parts])}`
}

/** @throws SyntaxError where the address is not one of ours */
export function readAddress(address: string): { path: string } & RecordNote {
  const at = address.indexOf('#')
  const [title, nth, parts] = JSON.parse(address.slice(at + 1)) as [string, number, Part[]]
  return { path: address.slice(0, at), title, nth, parts }
}
