import { withoutJoiners } from '../characters/invisible.ts'

/** One line of text: a paragraph, a heading or a table row, and where it stands in the file. */
export type Line = {
  text: string
  /** Line of a text file, or paragraph of a Word file, counted from 1. */
  line: number
  /** 0 for plain text; the rank of a marked heading (`#`, `<h1>`) otherwise. */
  depth: number
  /** A table row. Its cells are joined; it is never a heading or an article. */
  row: boolean
}

/** A file as numbered lines without blank ones. */
export type Source = {
  lines: Line[]
  /** Issuing facts end at this line where the file says so. */
  factsEnd: number | null
  /** True for web pages: navigation and buttons may stand around the text. */
  page: boolean
  /** What a person should know of the file: sentences, for what was not read or read otherwise. */
  notes?: string[]
}

/** Why a file is not imported: words for a person, and the line to look at. */
export type Refusal = { ok: false; error: string; line: number | null }

export function refuse(error: string, line: number | null = null): Refusal {
  return { ok: false, error, line }
}

/** No paragraph of an official text comes near this. */
export const longestLine = 20_000

/** The characters that count: no white space, none that leaves no mark on paper. */
export function bare(text: string): string {
  return withoutJoiners(text.replace(/\s+/gu, ''))
}

/** Trims, and makes every run of white space one space (an ideographic one where one was used). */
export function tidy(text: string): string {
  return withoutJoiners(text)
    .replace(/\s+/gu, (run) => (run.includes('\u3000') ? '\u3000' : ' '))
    .trim()
}

/** `总　则` is set wide for looks and is the word 总则. Text with any other spacing is left alone. */
export function closeUp(text: string): string {
  return /^\p{Script=Han}(?:\s+\p{Script=Han})+$/u.test(text) ? bare(text) : text
}
