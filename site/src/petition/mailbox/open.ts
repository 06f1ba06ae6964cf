import { resolve } from 'node:path'
import type { Mailbox } from '../ports.ts'
import { postgresBackend } from './postgres.ts'
import { sqliteBackend } from './sqlite.ts'
import { createMailbox, migrate } from './store.ts'

/**
 * Opens the mailbox at `sqlite:PATH` or `postgres://…` and brings its tables up to date.
 * @throws when it cannot be opened; the cause says why
 */
export async function openMailbox(url: string): Promise<Mailbox> {
  const backend = url.startsWith('sqlite:')
    ? sqliteBackend(resolve(url.slice('sqlite:'.length)))
    : postgresBackend(url)
  try {
    await migrate(backend)
  } catch (cause) {
    await backend.db.destroy()
    throw cause
  }
  return createMailbox(backend)
}
