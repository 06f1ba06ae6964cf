/** One file holds so many cases at most, and so many bytes. */
export const mostImported = 10_000
export const largestImport = 60 * 1024 * 1024

/** So many faults are shown at once; the report has all of them. */
export const mostFaults = 200

/** What is wrong with a row of a file: in which column, and what to do. Nothing of what stands in it. */
export type ImportFault = { row: number; column: string; words: string }

/** How an import stands: looked at, under way, broken off, or over. */
export type ImportState = 'checked' | 'running' | 'stopped' | 'done'

/** What a file comes to, before anything is written. */
export type ImportCheck = {
  /** Cases that would be made, are here already, stand twice in the file, or have faults. */
  fresh: number
  here: number
  twice: number
  faulty: number
  /** Accusations among the new ones whose units are left out. */
  withoutUnits: number
  /** Columns that every row needs and the file does not have. */
  missing: string[]
  faults: ImportFault[]
}

/** An import, as its page shows it. */
export type CaseImport = {
  id: string
  /** The name of the file. */
  file: string
  kind: 'csv' | 'json'
  /** How the file is written: encoding, and what parts its cells; '' of JSON. */
  written: string
  source: string
  /** The headings of a table, and what column each is; '' is left out. None of JSON. */
  header: string[]
  mapping: string[]
  total: number
  state: ImportState
  by: string
  startedAt: string
  /** Rows that are done, and what became of them. */
  done: number
  added: number
  here: number
  faulty: number
  /** Why it was broken off; '' where it was not. */
  fault: string
}

/** What `POST /desk/cases/imports` and `…/check` answer. */
export type CheckedImport = CaseImport & { check: ImportCheck }
export type CaseImports = { imports: CaseImport[] }

/** What `GET …/report` answers: a CSV file. */
export type ImportReport = { name: string; content: string }
