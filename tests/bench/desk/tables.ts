import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Tables } from './history.ts'

/** The tables of a desk's database, as a benchmark fills them; another engine would be another such object. */
export type DeskTables = {
  known(): Tables & { unitIds: ReadonlyMap<string, number> }
  /** @returns the number of the row */
  insert(table: string, row: Record<string, unknown>): number
  together(work: () => void): void
  close(): void
}

type Unit = { id: number; document_id: string; name: string }

/** Opens the SQLite of a desk that is not running. */
export function openSqliteTables(dataDir: string): DeskTables {
  const database = new Database(join(dataDir, 'cms', 'cms.db'))
  database.pragma('synchronous = off')
  const statements = new Map<string, Database.Statement>()
  const names = (statement: string) => database.prepare(statement).pluck().all() as string[]
  return {
    known() {
      const units = database
        .prepare("select id, document_id, name from departments where kind <> '信访局'")
        .all() as Unit[]
      return {
        units: units.map(({ document_id: id, name }) => ({ id, name })),
        unitIds: new Map(units.map(({ id, document_id: unit }) => [unit, id])),
        topics: names('select name from topics'),
        regions: names("select '青禾区 城西街道 ' || name from regions where tier = '村（社区）'"),
      }
    },
    insert(table, row) {
      const columns = Object.keys(row)
      const key = `${table} ${columns.join()}`
      const statement =
        statements.get(key) ??
        database.prepare(
          `insert into ${table} (${columns.join(', ')}) values (${columns.map((name) => `@${name}`).join(', ')})`,
        )
      statements.set(key, statement)
      return Number(statement.run(row).lastInsertRowid)
    },
    together: (work) => database.transaction(work)(),
    close: () => database.close(),
  }
}
