import { resolve } from 'node:path'
import {
  MovedError,
  moveMarks,
  refusalOfMove,
} from '@portal/content/schema/operation/database-move'
import { Migrator } from 'kysely/migration'
import type { Mailbox } from '../ports.ts'
import type { Backend } from './backend.ts'
import { postgresBackend } from './postgres.ts'
import { sqliteBackend } from './sqlite.ts'
import { createMailbox } from './store.ts'
import type { Migration } from 'kysely/migration'
import { createReplyFileTables } from './reply-files/create-tables.ts'
import { createTables } from './create-tables.ts'
import type { Dialect } from './schema.ts'

/**
 * Opens the database at `sqlite:PATH` or `postgres://…` and brings its tables up to date. Safe to run
 * from several portals at once.
 * @throws when it cannot be opened; the cause says why. MovedError where a move to PostgreSQL is not done, or was made
 */
export async function openBackend(url: string): Promise<Backend> {
  const backend = url.startsWith('sqlite:')
    ? sqliteBackend(resolve(url.slice('sqlite:'.length)))
    : postgresBackend(url)
  const provider = { getMigrations: async () => migrations(backend.dialect) }
  const { error } = await new Migrator({ db: backend.db, provider }).migrateToLatest()
  if (error) {
    await backend.db.destroy()
    throw new Error('the mailbox tables cannot be brought up to date', { cause: error })
  }
  const tables = new Set((await backend.db.introspection.getTables()).map(({ name }) => name))
  const refusal = refusalOfMove({
    unfinished: tables.has(moveMarks.unfinished),
    finished: tables.has(moveMarks.finished),
  })
  if (refusal === null) return backend
  await backend.db.destroy()
  throw new MovedError(refusal)
}

/** The mailbox alone, for what needs nothing else of its database. */
export async function openMailbox(url: string): Promise<Mailbox> {
  return createMailbox(await openBackend(url))
}

/** Every change of the tables, in order. A released name never changes its meaning. */
function migrations(dialect: Dialect): Record<string, Migration> {
  return {
    '0001-tables': { up: (db) => createTables(db, dialect) },
    '0002-reply-files': { up: (db) => createReplyFileTables(db, dialect) },
  }
}
