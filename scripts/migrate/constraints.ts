import type pg from 'pg'

type ForeignKey = { table: string; name: string }

const foreignKeys = `select conrelid::regclass::text as table, conname as name from pg_constraint
  where contype = 'f' and connamespace = current_schema()::regnamespace`

async function alter(client: pg.Client, found: readonly ForeignKey[], how: string): Promise<void> {
  for (const { table, name } of found) {
    await client.query(`alter table ${table} alter constraint "${name}" ${how}`)
  }
}

/** Lets rows of a transaction come in any order: what they refer to is looked for at its end. */
export async function withDeferredKeys(
  client: pg.Client,
  work: () => Promise<void>,
): Promise<void> {
  const { rows } = await client.query<ForeignKey>(foreignKeys)
  await alter(client, rows, 'deferrable initially deferred')
  await work()
  // Or the constraints could not be altered back in the same transaction.
  await client.query('set constraints all immediate')
  await alter(client, rows, 'not deferrable')
}

type Sequence = { table: string; column: string; sequence: string }

const sequences = `select t.oid::regclass::text as table, quote_ident(a.attname) as column, s.oid::regclass::text as sequence
  from pg_class s
  join pg_depend d on d.objid = s.oid and d.deptype in ('a', 'i') and d.refclassid = 'pg_class'::regclass
  join pg_class t on t.oid = d.refobjid
  join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
  where s.relkind = 'S' and s.relnamespace = current_schema()::regnamespace`

/** Lets each table go on counting after the highest number that it holds. */
export async function setSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<Sequence>(sequences)
  for (const { table, column, sequence } of rows) {
    await client.query(
      `select setval('${sequence}', coalesce((select max(${column}) from ${table}), 0) + 1, false)`,
    )
  }
}
