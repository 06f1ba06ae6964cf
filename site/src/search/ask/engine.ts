import type { Page } from '../index/catalogue.ts'
import type { Part } from '../index/groups.ts'

/** A record that has what was looked for, and the places of it, ascending. */
export type Found = { record: number; places: number[] }

/** What one record says: its words stand for one sign each, see `signOf`. */
export type Passage = { path: string; title: string; parts: Part[]; words: string[] }

/** Where a record stands: of which page, whether first there, and where in it, after title and head, text begins. */
export type Place = { page: number; isFirst: boolean; textFrom: number }

/** The index as questions are put to it. */
export type Engine = {
  pages: Page[]
  records: Place[]
  /** Groups of words that stand for one another. */
  synonyms: string[][]
  /** Traditional characters and what they are read as. */
  variants: Map<string, string>
  /** Years that were not searched. */
  olderYears: string[]
  /**
   * The records that have all the words, with all their places. For a word that no record has, the
   * library takes the longest beginning of it that some record has: check with `withPhrase`.
   */
  withAll(words: string[]): Promise<Found[]>
  /** The records that have the words one after the other, each with its first place only. */
  withPhrase(words: string[]): Promise<Found[]>
  /** The records that have a word beginning with a character. */
  withCharacter(character: string): Promise<Found[]>
  passage(record: number): Promise<Passage>
}

/** Where an index is read from: ways to load its library and to read our own files beside it. */
export type Source = {
  /** Of a shard: the library's module, and the address it fetches from. */
  pagefind(shard: string): Promise<{ library: Pagefind; basePath: string }>
  text(name: string): Promise<string>
  /** How many files could not be read so far: Pagefind passes over them without a word. */
  faults(): number
}

export type LibraryResult = { id: string; words: number[]; data(): Promise<Fragment> }
type Fragment = { raw_url: string; raw_content?: string; content: string }
type Instance = {
  init(): Promise<unknown>
  search(query: string | null): Promise<{ results: LibraryResult[] }>
  preload(query: string): Promise<unknown>
}
export type Pagefind = { createInstance(options: { basePath: string }): Instance }
