import type { Tables } from './history.ts'

export type Unit = { id: number; document_id: string; name: string }

export type Known = Tables & { unitIds: ReadonlyMap<string, number> }

/** The tables of a desk that is not running, as a benchmark fills them, in either database. */
export type DeskTables = {
  known(): Promise<Known>
  /** @returns the number of the row */
  insert(table: string, row: Record<string, unknown>): number
  /** Writes in one transaction what `work` inserts. */
  together(work: () => void): Promise<void>
  close(): Promise<void>
}

/** What both databases are asked for units, topics and places. */
export const questions = {
  units: "select id, document_id, name from departments where kind <> '信访局'",
  topics: 'select name from topics',
  regions: "select '青禾区 城西街道 ' || name as name from regions where tier = '村（社区）'",
}

/** What a desk knows, of its rows. */
export const knownOf = (units: Unit[], topics: string[], regions: string[]): Known => ({
  units: units.map(({ document_id: id, name }) => ({ id, name })),
  unitIds: new Map(units.map(({ id, document_id: unit }) => [unit, id])),
  topics,
  regions,
})
