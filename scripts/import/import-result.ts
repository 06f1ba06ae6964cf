import { count } from '@portal/content/law/parse'
import type { Regulation } from '@portal/content/schema/entries/regulation'

/** What the command prints of a file, as one line of JSON. */
export type ImportResult =
  | { file: string; title: string; chapters: number; articles: number; notes?: string[] }
  | { file: string; error: string; line: number | null }

/** A file that was read, or why it was not. */
export type Loaded =
  | { ok: true; file: string; regulation: Regulation; notes: string[] }
  | { ok: false; refused: Extract<ImportResult, { error: string }> }

export function refused(file: string, error: string, line: number | null = null) {
  return { ok: false as const, refused: { file, error, line } }
}

type Arrived = { file: string; notes: string[] }

/** The line for a regulation that has arrived where it was sent. */
export function arrived({ file, notes }: Arrived, regulation: Regulation): ImportResult {
  const withNotes = notes.length > 0 ? { notes } : {}
  return { file, title: regulation.title, ...count(regulation), ...withNotes }
}
