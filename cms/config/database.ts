import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { environment } from '../src/environment.ts'

type SqliteConnection = { pragma(statement: string): unknown }

function sqlite(filename: string) {
  mkdirSync(dirname(filename), { recursive: true, mode: 0o700 })
  // SQLite gives its log and its index the mode of the file.
  closeSync(openSync(filename, 'a', 0o600))
  chmodSync(filename, 0o600)
  return {
    client: 'sqlite',
    connection: { filename },
    useNullAsDefault: true,
    pool: {
      afterCreate(connection: SqliteConnection, done: (error: unknown, value: unknown) => void) {
        connection.pragma('journal_mode = WAL')
        connection.pragma('synchronous = FULL')
        connection.pragma('busy_timeout = 5000')
        // What is written over or deleted is gone from the file, and no temporary file is made.
        connection.pragma('secure_delete = ON')
        connection.pragma('temp_store = MEMORY')
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
