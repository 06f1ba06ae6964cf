import type { Page, Part, Zone } from '../index/catalogue.ts'

/** What one record says. */
export type Said = { path: string; title: string; parts: Part[]; signs: string[] }

/** A record of the index. */
export type Passage = {
  page: Page
  zone: Zone
  /** Its place on the page. */
  nth: number
  /** What is shown where it is found: itself, or the text that follows the words that are shown nowhere. */
  shown: Passage
  read(): Promise<Said>
}

/** A passage that has what was looked for, and the places where it begins, ascending. */
export type Found = { passage: Passage; places: number[] }

/** The index as questions are put to it. */
export type Engine = {
  pages: Page[]
  passages: Passage[]
  /** The passages that have the signs one after the other. */
  find(signs: string[]): Promise<Found[]>
  /** Groups of words that stand for one another. */
  synonyms: string[][]
  /** Traditional characters and what they are read as. */
  variants: Map<string, string>
  /** Years that were not searched. */
  olderYears: string[]
}
