import { resolve } from 'node:path'
import { Migrator } from 'kysely/migration'
import { migrations } from './migrations/migrations.ts'
import { postgresBackend } from './postgres.ts'
import type { Backend } from './schema.ts'
import { sqliteBackend } from './sqlite.ts'

export type { Backend } from './schema.ts'

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
