import pg from 'pg'
import { moveMarks } from '@portal/content/schema/operation/database-move'
import { MigrateError } from './migrate-error.ts'
import type { Sent } from './value.ts'

/** A table of PostgreSQL: its columns with their types, and those that tell its rows apart. */
export type Table = { name: string; types: ReadonlyMap<string, string>; key: readonly string[] }

export type Target = {
  client: pg.Client
  tables(): Promise<Map<string, Table>>
  close(): Promise<void>
}

const columns = `select table_name, column_name, data_type from information_schema.columns
  where table_schema = current_schema() order by table_name, ordinal_position`
const keys = `select kcu.table_name, kcu.column_name
  from information_schema.table_constraints tc
  join information_schema.key_column_usage kcu using (constraint_schema, constraint_name)
  where tc.constraint_type = 'PRIMARY KEY' and tc.table_schema = current_schema()
  order by kcu.table_name, kcu.ordinal_position`

type Column = { table_name: string; column_name: string; data_type: string }

async function readTables(client: pg.Client): Promise<Map<string, Table>> {
  const typed = Map.groupBy(
    (await client.query<Column>(columns)).rows,
    ({ table_name: table }) => table,
  )
  const keyed = Map.groupBy(
    (await client.query<Column>(keys)).rows,
    ({ table_name: table }) => table,
  )
  return new Map(
    [...typed].map(([name, rows]) => [
      name,
      {
        name,
        types: new Map(rows.map((row) => [row.column_name, row.data_type])),
        key: (keyed.get(name) ?? []).map((row) => row.column_name),
      },
    ]),
  )
}

/** A day is read as it is written, not as a moment of this machine's zone. */
function getTypeParser(id: number, format?: 'text' | 'binary'): (value: string) => unknown {
  return id === pg.types.builtins.DATE ? String : pg.types.getTypeParser(id, format as 'text')
}

/**
 * Connects to the PostgreSQL that is to take everything.
 * @throws MigrateError where it cannot be reached, or holds something already
 */
export async function openTarget(url: string): Promise<Target> {
  const client = new pg.Client({ connectionString: url, types: { getTypeParser } })
  await client.connect().catch((cause: unknown) => {
    throw new MigrateError('连不上新的数据库：请检查 CMS_DATABASE_URL 和 MAILBOX_URL。', { cause })
  })
  return { client, tables: () => readTables(client), close: () => client.end() }
}

/**
 * Marks the new database as one that does not hold everything yet.
 * @param ours a table that stands where desk or portal were started with this database
 * @throws MigrateError where they were: what they have written would be lost
 */
export async function markUnfinished({ client, tables }: Target, ours: string): Promise<void> {
  const names = await tables()
  if (names.has(ours) && !names.has(moveMarks.unfinished)) {
    throw new MigrateError('新的数据库里已经有数据：请换一个空的数据库，或者先把它备份、清空。')
  }
  await client.query(`create table if not exists ${moveMarks.unfinished} (at timestamptz)`)
}

/** Inserts rows in one statement, with the numbers that they have. */
export async function insertRows(
  client: pg.Client,
  { name }: Table,
  names: readonly string[],
  rows: readonly Sent[][],
): Promise<void> {
  const places = rows.map(
    (_, row) => `(${names.map((_name, at) => `$${row * names.length + at + 1}`).join(', ')})`,
  )
  const list = names.map((column) => `"${column}"`).join(', ')
  await client.query(
    `insert into "${name}" (${list}) overriding system value values ${places.join(', ')}`,
    rows.flat(),
  )
}
