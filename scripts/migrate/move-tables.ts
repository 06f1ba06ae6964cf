import { moveMarks } from '@portal/content/schema/operation/database-move'
import { compareTable } from './compare.ts'
import { setSequences, withDeferredKeys } from './constraints.ts'
import { MigrateError } from './migrate-error.ts'
import type { Source } from './source.ts'
import { insertRows, type Table, type Target } from './target.ts'
import { valueFor, type Sent } from './value.ts'

/** Bounds of one statement: PostgreSQL takes 65,535 values, and files of petitions are kept in rows. */
const most = { values: 20_000, bytes: 4_000_000 }

const bytesOf = (value: Sent) =>
  typeof value === 'string' || Buffer.isBuffer(value) ? value.length : 8

/** Copies a table. @throws MigrateError naming table, row and column of a value that has no place there */
async function copyTable({ client }: Target, source: Source, table: Table): Promise<void> {
  const { name, types } = table
  const names = source.columns(name)
  const missing = names.find((column) => !types.has(column))
  if (missing) throw new MigrateError(`新的数据库没有 ${name} 的 ${missing} 列：两边的版本不同。`)
  let batch: Sent[][] = []
  let bytes = 0
  for (const row of source.rows(name)) {
    const sent = names.map((column) => {
      try {
        return valueFor(types.get(column) ?? '', row[column] ?? null)
      } catch (cause) {
        const place = `表 ${name} 编号 ${String(row.id ?? '')} 的 ${column}`
        throw new MigrateError(`${place} 不能存进 PostgreSQL，没有迁移。`, { cause })
      }
    })
    batch.push(sent)
    bytes += sent.reduce((sum: number, value) => sum + bytesOf(value), 0)
    if (batch.length * names.length < most.values && bytes < most.bytes) continue
    await insertRows(client, table, names, batch)
    batch = []
    bytes = 0
  }
  if (batch.length > 0) await insertRows(client, table, names, batch)
}

/**
 * Moves every row of an SQLite database into tables that stand in PostgreSQL, and compares each with its original,
 * all in one transaction: the new database holds everything, or its mark keeps programs from starting with it.
 * @returns how many rows there are
 */
export async function moveTables(
  source: Source,
  target: Target,
  onProgress: (words: string) => void,
): Promise<number> {
  const { client } = target
  const known = await target.tables()
  const tables = source.tables().map((name) => {
    const table = known.get(name)
    if (!table && source.count(name) > 0) {
      throw new MigrateError(`新的数据库没有表 ${name}：两边的版本不同，请先升级再迁移。`)
    }
    return table
  })
  const moved = tables.filter((table) => table !== undefined)
  let rows = 0
  await client.query('begin')
  try {
    await withDeferredKeys(client, async () => {
      const names = moved.map(({ name }) => `"${name}"`).join(', ')
      await client.query(`truncate ${names} restart identity cascade`)
      for (const [at, table] of moved.entries()) {
        onProgress(`复制第 ${at + 1}／${moved.length} 张表`)
        await copyTable(target, source, table)
      }
      for (const [at, table] of moved.entries()) {
        onProgress(`核对第 ${at + 1}／${moved.length} 张表`)
        rows += await compareTable(client, source, table)
      }
    })
    await setSequences(client)
    await client.query(`drop table ${moveMarks.unfinished}`)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
  source.markMoved()
  return rows
}
