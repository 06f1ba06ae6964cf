import { join } from 'node:path'
import Database from 'better-sqlite3'
import { knownOf, questions, type DeskTables, type Unit } from './tables.ts'

function stored(value: unknown): unknown {
  if (value !== null && typeof value === 'object') return JSON.stringify(value)
  return typeof value === 'boolean' ? Number(value) : value
}

/** Opens the SQLite of a desk that is not running. */
export function openSqliteTables(dataDir: string): DeskTables {
  const database = new Database(join(dataDir, 'cms', 'cms.db'))
  database.pragma('synchronous = off')
  const statements = new Map<string, Database.Statement>()
  const names = (statement: string) =>
    (database.prepare(statement).all() as { name: string }[]).map(({ name }) => name)
  return {
    known: async () =>
      knownOf(
        database.prepare(questions.units).all() as Unit[],
        names(questions.topics),
        names(questions.regions),
      ),
    insert(table, row) {
      const columns = Object.keys(row)
      const key = `${table} ${columns.join()}`
      const statement =
        statements.get(key) ??
        database.prepare(
          `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
        )
      statements.set(key, statement)
      return Number(statement.run(...Object.values(row).map(stored)).lastInsertRowid)
    },
    together: async (work) => database.transaction(work)(),
    close: async () => void database.close(),
  }
}
