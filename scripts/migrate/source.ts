import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { moveMarks } from '@portal/content/schema/operation/database-move'
import { MigrateError } from './migrate-error.ts'
import type { Stored } from './value.ts'

export type SourceRow = Record<string, Stored>

/** The SQLite that is moved, which nobody else has open. */
export type Source = {
  tables(): string[]
  columns(table: string): string[]
  count(table: string): number
  /** All rows, one after another. */
  rows(table: string): Iterable<SourceRow>
  isMoved(): boolean
  /** From now on no program starts with it. */
  markMoved(): void
  close(): void
}

/** Tables that are not moved: SQLite's own, and what each database keeps for whoever changes its tables. */
const own =
  /^(?:sqlite_.*|kysely_migration.*|strapi_database_schema|unfinished_move|finished_move)$/

/**
 * Opens an SQLite database so that no other program can. @returns null where there is none
 * @throws MigrateError where it is in use
 */
export function openSource(path: string): Source | null {
  if (!existsSync(path)) return null
  const database = new Database(path, { timeout: 1_000 })
  database.defaultSafeIntegers(true)
  try {
    database.pragma('locking_mode = EXCLUSIVE')
    database.exec('begin immediate; commit')
  } catch (cause) {
    database.close()
    throw new MigrateError(`${path} 正在使用：请先停止门户和管理后台，再运行一次。`, { cause })
  }
  const names = () =>
    database
      .prepare("select name from sqlite_master where type = 'table'")
      .pluck()
      .all() as string[]
  return {
    tables: () => names().filter((name) => !own.test(name)),
    columns: (table) =>
      (database.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name),
    count: (table) => Number(database.prepare(`select count(*) from "${table}"`).pluck().get()),
    rows: (table) => database.prepare(`select * from "${table}"`).iterate() as Iterable<SourceRow>,
    isMoved: () => names().includes(moveMarks.finished),
    markMoved: () => database.exec(`create table if not exists ${moveMarks.finished} (at text)`),
    close: () => void database.close(),
  }
}
