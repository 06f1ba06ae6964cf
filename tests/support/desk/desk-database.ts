import assert from 'node:assert/strict'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import pg from 'pg'
import { startCms, type RunningCms } from './cms.ts'
import { startPostgres, type Postgres } from '../machine/postgres.ts'

/** The desk's database, asked directly: rows of `$1`-style statements. */
export type AskDesk = (
  statement: string,
  ...values: unknown[]
) => Promise<Record<string, string | number | null>[]>

/** A desk with its database, and the settings under which it was started. */
export type DeskWithDatabase = {
  office: RunningCms
  ask: AskDesk
  settings: Record<string, string>
  stop(): Promise<void>
}

/** Starts a desk in SQLite. */
export async function startSqliteDesk(): Promise<DeskWithDatabase> {
  const office = await startCms()
  return {
    office,
    settings: {},
    ask: async (statement, ...values) => {
      const database = new Database(join(office.dataDir, 'cms', 'cms.db'))
      try {
        const prepared = database.prepare(statement.replace(/\$\d+/g, '?'))
        const rows = prepared.reader ? prepared.all(...values) : (prepared.run(...values), [])
        return rows as Awaited<ReturnType<AskDesk>>
      } finally {
        database.close()
      }
    },
    stop: () => office.stop(),
  }
}

/** Starts a desk in a PostgreSQL of its own. */
export async function startPostgresDesk(): Promise<DeskWithDatabase> {
  const postgres: Postgres | null = await startPostgres()
  const { url } = postgres ?? assert.fail('there is no PostgreSQL')
  const settings = { CMS_DATABASE_URL: url }
  const office = await startCms(settings)
  return {
    office,
    settings,
    ask: async (statement, ...values) => {
      const client = new pg.Client(url)
      await client.connect()
      try {
        return (await client.query(statement, values)).rows
      } finally {
        await client.end()
      }
    },
    async stop() {
      await office.stop()
      await postgres?.stop()
    },
  }
}
