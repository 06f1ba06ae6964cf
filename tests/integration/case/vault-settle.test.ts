import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import Database from 'better-sqlite3'
import pg from 'pg'
import { dataLayout } from '@portal/content/schema/operation/data-layout'
import { readDeskKeys } from '../../../cms/src/casework/vault/desk-keys.ts'
import { openText } from '../../../cms/src/casework/vault/seal.ts'
import { signInClerk, type Clerk } from '../../support/case/clerk.ts'
import { startCms, type RunningCms } from '../../support/desk/cms.ts'
import { formsOf } from '../../support/files/text-encodings.ts'
import { until } from '../../support/machine/until.ts'
import { startPostgres, type Postgres } from '../../support/machine/postgres.ts'

const texts = {
  title: 'title',
  request: 'request',
  facts: 'facts',
  petitioner_name: 'petitionerName',
  petitioner_phone: 'petitionerPhone',
  petitioner_address: 'petitionerAddress',
  petitioner_id_number: 'petitionerIdNumber',
  reply: 'reply',
}
const lists = { steps: 'steps', attachments: 'attachments', later_messages: 'laterMessages' }
const canary = {
  name: '金丝雀甲乙',
  phone: '13987654321',
  title: 'sealed:1:00000000:AAAA 金丝雀标题',
  facts: '金丝雀的事实经过，只应当由信访局打开。',
}
const answer = '金丝雀甲乙同志：经查属实。'
const secrets = [canary.name, canary.phone, canary.facts, answer]
const unit = '区城市管理和综合执法局'
type Row = Record<string, string | null> & { document_id: string }

/** The desk's database, asked directly: rows of `$1`-style statements. */
type Ask = (statement: string, ...values: unknown[]) => Promise<Row[]>

/**
 * Puts rows back as they were kept before they were sealed, the last of them as where a first start was
 * cut off: some sealed, some not, and nothing known of it.
 */
async function unseal(ask: Ask, dataDir: string, but: number): Promise<void> {
  const deskKeys = readDeskKeys(await readFile(dataLayout(dataDir).deskKey, 'utf8'))
  const rows = await ask('select * from cases order by id')
  for (const row of rows.slice(0, rows.length - but)) {
    for (const [column, field] of Object.entries({ ...texts, ...lists })) {
      const value = row[column]
      if (value === null || value === undefined) continue
      const stored = typeof value === 'string' ? value : JSON.stringify(value)
      const list = column in lists
      const sealed = list ? String(JSON.parse(stored).sealed) : stored
      const place = { type: 'api::case.case', row: row.document_id, field }
      const clear = openText(deskKeys, place, sealed) ?? assert.fail(column)
      await ask(`update cases set ${column} = $1 where id = $2`, clear, row.id)
    }
    await ask(
      'update cases set petitioner_name_key = null, petitioner_phone_key = null where id = $1',
      row.id,
    )
  }
  await ask(`delete from strapi_core_store_settings where key like '%vault%'`)
}

function behaves(start: () => Promise<{ office: RunningCms; ask: Ask }>): void {
  let office: RunningCms
  let ask: Ask
  let clerk: Clerk
  let number: string
  before(async () => {
    const started = await start()
    office = started.office
    ask = started.ask
    clerk = await signInClerk(office)
    number = await office.mailbox.file(canary)
    const entry = await clerk.wait(number, 'the case')
    await clerk.take(
      entry,
      { kind: 'register' },
      { kind: 'refer', unit },
      { kind: 'accept', unit },
      { kind: 'reply', unit, text: answer },
    )
    for (const title of ['后来的第二件', '后来的第三件'])
      await office.mailbox.file({ ...canary, title })
    const last = await office.mailbox.file(canary)
    await clerk.wait(last, 'the last case')
  })
  after(() => office?.stop())

  /** What of the secrets lies in the rows, and in the files of the desk. */
  async function lying(): Promise<string[]> {
    const rows = JSON.stringify(await ask('select * from cases'))
    const folder = join(office.dataDir, 'cms')
    const names = (await readdir(folder)).filter((name) => name.startsWith('cms.db'))
    const files = await Promise.all(names.map((name) => readFile(join(folder, name))))
    return secrets.filter((secret) =>
      formsOf(secret).some((form) =>
        [Buffer.from(rows), ...files].some((bytes) => bytes.includes(form)),
      ),
    )
  }
  const readAgain = async () => {
    clerk = await signInClerk(office)
    const entry = await clerk.wait(number, 'the case')
    const { title, facts, reply } = entry
    assert.deepEqual(
      { title, facts, reply },
      { title: canary.title, facts: canary.facts, reply: answer },
    )
    const who = await clerk.call('POST', `/desk/cases/${entry.documentId}/petitioner`, {})
    assert.match(JSON.stringify(who.body), new RegExp(canary.name))
    assert.deepEqual(
      entry.steps.map(({ state }) => state),
      ['received', 'registered', 'referred', 'accepted', 'replied'],
    )
    const { body } = await clerk.call(
      'GET',
      `/content-manager/collection-types/api::case.case?_q=${encodeURIComponent(canary.name)}`,
    )
    assert.equal((body as { pagination: { total: number } }).pagination.total, 4)
    await until('the queue', 30, async () => {
      const answer = await clerk.call('POST', '/desk/cases/queue', { q: canary.name })
      return (answer.body as { found: number }).found === 4 || undefined
    })
  }

  for (const [what, but] of [
    ['what an earlier version wrote', 0],
    ['the rest, where a first start was cut off', 2],
  ] as const) {
    it(`seals ${what}, and leaves nothing behind`, async () => {
      await office.restart(async () => {
        await unseal(ask, office.dataDir, but)
        assert.deepEqual(await lying(), secrets)
      })
      assert.deepEqual(await lying(), [])
      await readAgain()
    })
  }

  it('seals anew under a new key', async () => {
    const { deskKey } = dataLayout(office.dataDir)
    const former = await readFile(deskKey, 'utf8')
    const key = `${randomBytes(32).toString('base64url')}\n`
    await office.restart(() => writeFile(deskKey, key + former))
    await readAgain()
    // The former key is needed no more.
    await office.restart(() => writeFile(deskKey, key))
    await readAgain()
  })
}

describe('an installation from before its cases were sealed', () => {
  describe('in SQLite', () =>
    behaves(async () => {
      const office = await startCms()
      return {
        office,
        ask: async (statement, ...values) => {
          const database = new Database(join(office.dataDir, 'cms', 'cms.db'))
          const prepared = database.prepare(statement.replace(/\$\d/g, '?'))
          const rows = prepared.reader ? prepared.all(...values) : (prepared.run(...values), [])
          database.close()
          return rows as Row[]
        },
      }
    }))

  describe('in PostgreSQL', async () => {
    let postgres: Postgres | null = null
    after(() => postgres?.stop())
    behaves(async () => {
      postgres = await startPostgres()
      const { url } = postgres ?? assert.fail('there is no PostgreSQL')
      const office = await startCms({ CMS_DATABASE_URL: url })
      return {
        office,
        ask: async (statement, ...values) => {
          const client = new pg.Client(url)
          await client.connect()
          const { rows } = await client.query(statement, values)
          await client.end()
          return rows as Row[]
        },
      }
    })
  })
})
