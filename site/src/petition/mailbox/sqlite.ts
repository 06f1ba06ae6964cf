import { chmodSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { SqliteDatabase } from 'kysely'
import { Unavailable } from '../failures.ts'
import type { Backend } from './backend.ts'
import type { MailboxTables } from './schema.ts'

// The driver waits for a lock inside the process's only thread. So SQLite itself does not wait at all,
// but while it is opened; the five seconds are waited outside, where other requests go on.
const lockTimeoutMs = 5_000

const preparedLimit = 200

/** A mailbox in one SQLite file, durable at every commit (`synchronous=FULL`). */
export function sqliteBackend(path: string): Backend {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const database = new Database(path, { timeout: lockTimeoutMs })
  chmodSync(path, 0o600)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.pragma('busy_timeout = 0')
  return {
    dialect: 'sqlite',
    db: new Kysely<MailboxTables>({
      dialect: new SqliteDialect({ database: driven(database) }),
    }),
    attempt: retryWhileLocked,
    // One writer at a time: sequences are given and become visible in the same order.
    orderAppends: async () => {},
  }
}

/**
 * The database as Kysely drives it. Statements are prepared once: that costs more than running them.
 * SQLite rolls back by itself when the disk is full; rolling back again is then an error that would
 * hide the first one.
 */
function driven(database: Database.Database): SqliteDatabase {
  const prepared = new Map<string, Database.Statement>()
  const prepare = (text: string) => {
    const known = prepared.get(text)
    if (known) return known
    const statement = database.prepare(text)
    // The texts that this code makes are few; one that takes in values would be kept for good.
    if (prepared.size < preparedLimit) prepared.set(text, statement)
    return statement
  }
  return {
    close: () => database.close(),
    prepare: (text) => prepare(text === 'rollback' && !database.inTransaction ? 'select 1' : text),
  }
}

async function retryWhileLocked<T>(operation: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + lockTimeoutMs
  for (;;) {
    try {
      return await operation()
    } catch (error) {
      const code = codeOf(error)
      if (/^SQLITE_(?:BUSY|LOCKED)/.test(code)) {
        if (performance.now() > deadline) throw new Unavailable('locked', 10, error)
        await sleep(25 + Math.random() * 50)
      } else if (/^SQLITE_(?:FULL|IOERR|READONLY|CANTOPEN)/.test(code)) {
        throw new Unavailable('full', 60, error)
      } else {
        throw error
      }
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
