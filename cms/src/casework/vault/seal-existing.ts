import type { Core } from '@strapi/strapi'
import type { DeskKeys } from './desk-keys.ts'
import { isSettled, openValue, sealRow, type Row } from './rows.ts'
import { sealedFields, type Model, type SealedField } from './sealed-type.ts'

const page = 100
const storeKey = { type: 'desk', name: 'vault', key: 'settled' }

/** What the database is known to hold sealed: under which key, which fields. */
type Settled = { key: string; fields: string[] }

/** The database was sealed under keys that are not here. */
class WrongKeys extends Error {
  override name = 'WrongKeys'
}

/**
 * The values of a row that are not yet sealed under the current key, opened. A field that is known to
 * be sealed and does not open is damaged, and stays as it is; one that is not known to be is still in
 * the clear, whatever it looks like.
 */
function unsettled(
  deskKeys: DeskKeys,
  type: string,
  fields: SealedField[],
  known: (field: SealedField) => boolean,
  row: Row,
): Row {
  const owner = { type, row: String(row.documentId) }
  const entries = fields.flatMap((field): [string, unknown][] => {
    const value = row[field.name]
    if (value === null || value === undefined) return []
    const keyed = field.exact === null || typeof row[field.exact] === 'string'
    if (keyed && isSettled(deskKeys, owner, field, value)) return []
    const opened = openValue(deskKeys, owner, field, value)
    if (opened.ok) return [[field.name, opened.value]]
    return known(field) ? [] : [[field.name, value]]
  })
  return Object.fromEntries(entries)
}

async function settleType(
  strapi: Core.Strapi,
  deskKeys: DeskKeys,
  model: Model,
  known: (field: SealedField) => boolean,
): Promise<number> {
  const { uid } = model
  const fields = sealedFields(model)
  const exact = fields.flatMap((field) => field.exact ?? [])
  const select = ['id', 'documentId', ...fields.map(({ name }) => name), ...exact]
  let count = 0
  for (let after = 0; ;) {
    const rows: Row[] = await strapi.db
      .queryBuilder(uid)
      .select(select)
      .where({ id: { $gt: after } })
      .orderBy({ id: 'asc' })
      .limit(page)
      .execute()
    await strapi.db.transaction(async () => {
      for (const row of rows) {
        const clear = unsettled(deskKeys, uid, fields, known, row)
        if (Object.keys(clear).length === 0) continue
        const owner = { type: uid, row: String(row.documentId) }
        const { id } = row
        await strapi.db
          .queryBuilder(uid)
          .where({ id })
          .update(stored(fields, sealRow(deskKeys, owner, fields, clear)))
          .execute()
        count += 1
      }
    })
    if (rows.length < page) return count
    after = Number(rows.at(-1)?.id)
  }
}

/** Values as the query builder writes them, which does not put lists into JSON by itself. */
function stored(fields: SealedField[], row: Row): Row {
  const lists = new Set(fields.filter(({ json }) => json).map(({ name }) => name))
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      lists.has(name) ? JSON.stringify(value) : value,
    ]),
  )
}

/**
 * Seals whatever of the sealed fields is still in the clear, or under a former key, and then clears
 * the database of the pages on which it stood. Cut off in the middle it begins where it was; when it
 * has nothing to do it only looks.
 * @throws WrongKeys where what is there was sealed under keys that are not among these
 */
export async function settleVault(strapi: Core.Strapi, deskKeys: DeskKeys): Promise<void> {
  const store = strapi.store!
  const before = (await store.get(storeKey)) as Settled | null
  if (before && !deskKeys.all.has(before.key)) {
    throw new WrongKeys(
      '数据库里的内容不是用 keys/desk-key 里的密钥加密的：请从同一份密钥备份恢复 keys 文件夹，再启动。',
    )
  }
  const types = (Object.values(strapi.contentTypes) as Model[])
    .map(({ uid }) => strapi.db.metadata.get(uid) as Model)
    .filter((model) => sealedFields(model).length > 0)
  const nameOf = (type: string, { name }: SealedField) => `${type} ${name}`
  const fields = types.flatMap((model) => sealedFields(model).map((one) => nameOf(model.uid, one)))
  const same = before?.key === deskKeys.current.id && fields.every((f) => before.fields.includes(f))
  if (same) return
  let count = 0
  for (const model of types) {
    const known = (field: SealedField) => before?.fields.includes(nameOf(model.uid, field)) ?? false
    count += await settleType(strapi, deskKeys, model, known)
  }
  if (count > 0) {
    await sweepDatabase(
      strapi,
      types.map(({ uid }) => strapi.db.metadata.get(uid).tableName),
    )
    strapi.log.info(`已加密办件等 ${count} 条记录里的个人信息，并清除了数据库里的旧内容`)
  }
  await store.set({ ...storeKey, value: { key: deskKeys.current.id, fields } })
}

/**
 * Writes the database anew so that nothing stands on its free pages or in its log any more. SQLite's
 * pages and write-ahead log are whole afterwards; PostgreSQL's tables are, its WAL goes as it is recycled.
 */
async function sweepDatabase(strapi: Core.Strapi, tables: string[]): Promise<void> {
  const { connection, dialect } = strapi.db
  if (dialect.client === 'postgres') {
    for (const table of tables) await connection.raw('vacuum full ??', [table])
    return
  }
  await connection.raw('vacuum')
  await connection.raw('pragma wal_checkpoint(truncate)')
}
