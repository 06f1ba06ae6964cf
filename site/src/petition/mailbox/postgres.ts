import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { Unavailable } from '../failures.ts'
import type { Backend } from './backend.ts'
import type { MailboxTables } from './schema.ts'

/** Any number that no other user of the same database takes; it names the lock, nothing more. */
const appendLock = 7_319_204

/** A mailbox in PostgreSQL, for several portal machines. */
export function postgresBackend(url: string): Backend {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    lock_timeout: 5_000,
    statement_timeout: 10_000,
    // A server set to answer before the commit is on disk would show receipts that a power cut takes.
    options: '-c synchronous_commit=on',
    types: { getTypeParser: typeParser },
  })
  // An idle connection that breaks must not end the process; the next query opens another.
  pool.on('error', () => {})
  return {
    dialect: 'postgres',
    db: new Kysely<MailboxTables>({ dialect: new PostgresDialect({ pool }) }),
    attempt: translate,
    // Without it two transactions may commit in the other order than their sequences, and a reader
    // whose bookmark is the later one never sees the earlier.
    orderAppends: async (transaction) => {
      await sql`select pg_advisory_xact_lock(${sql.lit(appendLock)})`.execute(transaction)
    },
  }
}

/** Sequences are far below 2⁵³, so bigint is read as a number. */
function typeParser(id: number, format?: 'text' | 'binary'): (value: string) => unknown {
  return id === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(id, format as 'text')
}

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const locked = /^(?:55P03|57014|40001|40P01)$/
const full = /^(?:53100|53200|25006)$/
const unreachable = /^(?:08|57P|53300)|^E(?:CONN|HOST|TIMEDOUT|PIPE|AI_)/

async function translate<T>(operation: () => Promise<T>): Promise<T> {
  try {
    return await operation()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const message = error instanceof Error ? error.message : ''
    if (locked.test(code)) throw new Unavailable('locked', 10, error)
    if (full.test(code)) throw new Unavailable('full', 60, error)
    if (unreachable.test(code) || /timeout|Connection terminated/i.test(message)) {
      throw new Unavailable('unreachable', 10, error)
    }
    throw error
  }
}
