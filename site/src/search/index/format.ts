import type { FacetName, Facets } from '../facets.ts'

/*
 * The index on disk, a folder of its own for each version of it, so that an open page never mixes
 * two:
 *   index.json               Manifest: where the rest lies
 *   <folder>/catalogue.bin   Catalogue, as a text
 *   <folder>/variants.bin    traditional characters and what they are read as, two by two, as a text
 *   <folder>/lengths.bin     lengths in bytes: of every shard in grams.bin, then of every block
 *   <folder>/grams.bin       shards of postings, one after the other
 *   <folder>/blocks.bin      Blocks, one after the other, each a text: a stretch of one page
 * The first three, and every shard and block by itself, are deflated (RFC 1951). Shards and blocks
 * are fetched as ranges (RFC 9110, 14): thousands of small files would cost more than what is in
 * them. Of every page the first block is its title, which is not kept in blocks.bin.
 */
export const formatVersion = 1

export type Manifest = {
  version: number
  folder: string
  pages: number
  blocks: number
  shards: number
}

/** What all pages are known by, a column for each fact; the index in a column is the page's number. */
export type Catalogue = {
  /** How many blocks of text each page has, at least one. */
  blocks: number[]
  /** Days since 1970-01-01; `null` for pages without a date. */
  days: (number | null)[]
  facets: Record<FacetName, { values: string[]; of: (number | null)[] }>
  /** Groups of words that stand for one another. */
  synonyms: string[][]
  /** Those of the variants, two by two, that stand in the texts themselves. */
  variants: string
}

/** What is shown of a page. */
export type Card = {
  path: string
  title: string
  date: string | null
  facets: Facets
}

/** A stretch of text below one heading. */
export type Part = {
  /** The anchor of the heading on the page. */
  id?: string | undefined
  /** Where in a video this is said. */
  seconds?: number | undefined
  heading: string
  text: string
  /** True where the heading itself stands in an earlier block. */
  continued?: boolean
}

export type Block = { page: Card; parts: Part[] }
