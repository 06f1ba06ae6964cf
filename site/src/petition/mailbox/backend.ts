import { resolve } from 'node:path'
import type { Kysely, Transaction } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations } from './migrations.ts'
import { postgresBackend } from './postgres.ts'
import type { Dialect, MailboxTables } from './schema.ts'
import { sqliteBackend } from './sqlite.ts'

/** What differs between the databases. */
export type Backend = {
  dialect: Dialect
  db: Kysely<MailboxTables>
  /** Runs an operation; turns "not now" of the database into `Unavailable`, after bounded waiting. */
  attempt<T>(operation: () => Promise<T>): Promise<T>
  /** Makes the order in which messages get their sequence the order in which they become visible. */
  orderAppends(transaction: Transaction<MailboxTables>): Promise<void>
}

/**
 * Opens the database at `sqlite:PATH` or `postgres://…` and brings its tables up to date. Safe to run
 * from several portals at once.
 * @throws when it cannot be opened; the cause says why
 */
export async function openBackend(url: string): Promise<Backend> {
  const backend = url.startsWith('sqlite:')
    ? sqliteBackend(resolve(url.slice('sqlite:'.length)))
    : postgresBackend(url)
  const provider = { getMigrations: async () => migrations(backend.dialect) }
  const { error } = await new Migrator({ db: backend.db, provider }).migrateToLatest()
  if (!error) return backend
  await backend.db.destroy()
  throw new Error('the mailbox tables cannot be brought up to date', { cause: error })
}
