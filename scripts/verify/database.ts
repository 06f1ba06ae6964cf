import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import pg from 'pg'
import type { Ask, RawRow } from '../../cms/src/casework/verify/query.ts'

/** The desk's database cannot be read; the message says what to do. */
export class VerifyError extends Error {
  override name = 'VerifyError'
}

type Opened = { ask: Ask; close(): Promise<void> }

function openSqlite(path: string): Opened {
  if (!existsSync(path)) {
    throw new VerifyError(`没有管理后台的数据库 ${path}：第一次使用请运行 npm start`)
  }
  const database = new Database(path, { readonly: true })
  return {
    ask: async (statement, values = []) => database.prepare(statement).all(...values) as RawRow[],
    close: async () => void database.close(),
  }
}

async function openPostgres(url: string): Promise<Opened> {
  const client = new pg.Client(url)
  await client.connect().catch((cause: unknown) => {
    throw new VerifyError('连不上管理后台的数据库：请检查 CMS_DATABASE_URL', { cause })
  })
  return {
    async ask(statement, values = []) {
      let place = 0
      const numbered = statement.replace(/\?/g, () => `$${(place += 1)}`)
      return (await client.query(numbered, [...values])).rows as RawRow[]
    },
    close: () => client.end(),
  }
}

/**
 * Opens the desk's database to be read; the desk may be running.
 * @throws VerifyError where it is not there
 */
export async function openDatabase(url: string): Promise<Opened> {
  return url.startsWith('sqlite:')
    ? openSqlite(url.slice('sqlite:'.length))
    : await openPostgres(url)
}
