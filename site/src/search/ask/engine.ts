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
