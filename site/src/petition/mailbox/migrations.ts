import type { Migration } from 'kysely/migration'
import { createTables } from './create-tables.ts'
import type { Dialect } from './schema.ts'

/** Every change of the tables, in order. A released name never changes its meaning. */
export function migrations(dialect: Dialect): Record<string, Migration> {
  return { '0001-tables': { up: (db) => createTables(db, dialect) } }
}
