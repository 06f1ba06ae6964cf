import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { environment } from '../src/environment.ts'

type SqliteConnection = { pragma(statement: string): unknown }

function sqlite(filename: string) {
  mkdirSync(dirname(filename), { recursive: true })
  return {
    client: 'sqlite',
    connection: { filename },
    useNullAsDefault: true,
    pool: {
      afterCreate(connection: SqliteConnection, done: (error: unknown, value: unknown) => void) {
        connection.pragma('journal_mode = WAL')
        connection.pragma('synchronous = FULL')
        connection.pragma('busy_timeout = 5000')
        done(null, connection)
      },
    },
  }
}

export default () => {
  const url = environment.cmsDatabaseUrl
  const connection = url.startsWith('sqlite:')
    ? sqlite(url.slice('sqlite:'.length))
    : { client: 'postgres', connection: { connectionString: url } }
  // A fault would otherwise tell, and the log keep, the values of the query that failed.
  return { connection: { ...connection, compileSqlOnError: false } }
}
