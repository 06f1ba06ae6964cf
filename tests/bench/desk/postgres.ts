import pg from 'pg'
import { knownOf, questions, type DeskTables, type Unit } from './tables.ts'

type Rows = Record<string, unknown>[]

/** Opens the PostgreSQL of a desk that is not running. Rows are numbered here and sent together, a table at a time. */
export async function openPostgresTables(url: string): Promise<DeskTables> {
  const client = new pg.Client(url)
  await client.connect()
  const last = new Map<string, number>()
  const waiting = new Map<string, Rows>()

  const names = async (statement: string) =>
    (await client.query<{ name: string }>(statement)).rows.map(({ name }) => name)

  async function readLast(): Promise<void> {
    for (const table of ['cases', 'case_events', 'cases_unit_lnk', 'cases_units_lnk']) {
      const { rows } = await client.query(`select coalesce(max(id), 0)::int as id from ${table}`)
      last.set(table, rows[0].id)
    }
  }
  async function send(table: string, rows: Rows): Promise<void> {
    const columns = Object.keys(rows[0] ?? {}).join(', ')
    await client.query(
      `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows)],
    )
  }
  return {
    async known() {
      await readLast()
      const { rows } = await client.query<Unit>(questions.units)
      return knownOf(rows, await names(questions.topics), await names(questions.regions))
    },
    insert(table, row) {
      const id = (last.get(table) ?? 0) + 1
      last.set(table, id)
      const rows = waiting.get(table) ?? []
      rows.push({ id, ...row })
      waiting.set(table, rows)
      return id
    },
    async together(work) {
      work()
      await client.query('begin')
      for (const [table, rows] of waiting) await send(table, rows)
      await client.query('commit')
      waiting.clear()
    },
    async close() {
      for (const [table, id] of last) {
        if (id > 0) await client.query(`select setval('${table}_id_seq', $1)`, [id])
      }
      await client.query('analyze')
      await client.end()
    },
  }
}
