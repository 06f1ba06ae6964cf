import type pg from 'pg'
import { MigrateError } from './migrate-error.ts'
import type { Source } from './source.ts'
import type { Table } from './target.ts'
import { canonical, valueFor, type Sent } from './value.ts'

const together = 500

type Kept = Record<string, unknown>

/** Finds the rows of PostgreSQL that have the keys of some rows. */
async function findLike(
  client: pg.Client,
  { name, key, types }: Table,
  sent: readonly Record<string, Sent>[],
): Promise<Map<string, Kept>> {
  const [first = ''] = key
  const { rows } = await client.query<Kept>(
    `select * from "${name}" where "${first}" = any($1::${types.get(first)}[])`,
    [sent.map((row) => row[first])],
  )
  return new Map(rows.map((row) => [keyOf(row, { key, types }), row]))
}

function keyOf(row: Kept, { key, types }: Pick<Table, 'key' | 'types'>): string {
  return key.map((column) => canonical(types.get(column) ?? '', row[column])).join(' ')
}

/**
 * Compares every row and every column of a table with what PostgreSQL gives back.
 * @returns how many rows were compared
 * @throws MigrateError naming table, key and column (never the value) of the first that differs
 */
export async function compareTable(
  client: pg.Client,
  source: Source,
  table: Table,
): Promise<number> {
  const { name, key, types } = table
  if (key.length === 0) throw new MigrateError(`表 ${name} 没有主键，不能逐行核对。`)
  const names = source.columns(name)
  const compare = async (batch: readonly Record<string, Sent>[]) => {
    const kept = await findLike(client, table, batch)
    for (const row of batch) {
      const other = kept.get(keyOf(row, table))
      const unlike = names.find(
        (column) =>
          canonical(types.get(column) ?? '', row[column]) !==
          canonical(types.get(column) ?? '', other?.[column]),
      )
      if (!other || unlike !== undefined) {
        const place = names.includes('id') ? `编号 ${String(row.id)} ` : ''
        throw new MigrateError(`表 ${name} ${place}的 ${unlike ?? '整行'} 与原来不同，没有迁移。`)
      }
    }
  }
  let done = 0
  let batch: Record<string, Sent>[] = []
  for (const row of source.rows(name)) {
    batch.push(
      Object.fromEntries(
        names.map((column) => [column, valueFor(types.get(column) ?? '', row[column] ?? null)]),
      ),
    )
    done += 1
    if (batch.length < together) continue
    await compare(batch)
    batch = []
  }
  await compare(batch)
  const { rows } = await client.query<{ count: string }>(`select count(*) from "${name}"`)
  if (Number(rows[0]?.count) !== done) {
    throw new MigrateError(`表 ${name} 的行数与原来不同，没有迁移。`)
  }
  return done
}
