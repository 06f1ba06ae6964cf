import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import Database from 'better-sqlite3'
import { extract } from 'tar'
import type { CasePage } from '../../../cms/src/contracts/cases/page.ts'
import { verifyStoredCases } from '../../../scripts/verify/cases.ts'
import { signInClerk, type CaseEntry, type Clerk } from '../../support/case/clerk.ts'
import { startCms, type RunningCms } from '../../support/desk/cms.ts'
import { root } from '../../support/machine/installation.ts'

/**
 * What a desk wrote before there were leading officials, versions of paper templates, and events that the database
 * itself keeps: three cases, a reply, and the tables of then. People and keys in it are made up.
 */
const archive = join(root, 'tests', 'fixtures', 'earlier-desk.tar.br')

type Row = Record<string, string | number | null>
type Table = { name: string; columns: string[]; rows: Row[] }

/** Tables whose rows are the program's own: each start makes of them what its code says. */
const madeAtStart = /^(strapi_|admin_permissions|admin_roles|sqlite_|i18n_)/

function tablesOf(file: string): Table[] {
  const database = new Database(file, { readonly: true })
  try {
    const names = database
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`)
      .all() as { name: string }[]
    return names
      .filter(({ name }) => !madeAtStart.test(name))
      .map(({ name }) => {
        const statement = database.prepare(`SELECT * FROM "${name}"`)
        const columns = statement.columns().map((column) => column.name)
        return { name, columns, rows: statement.all() as Row[] }
      })
  } finally {
    database.close()
  }
}

const texts = {
  路灯不亮: { state: 'accepted', events: 4 },
  人行道破损: { state: 'replied', events: 5 },
  垃圾没有清运: { state: 'registered', events: 2 },
}

describe('data of an earlier version', () => {
  let office: RunningCms
  let clerk: Clerk
  let old: Table[]
  let cases: CaseEntry[]
  const file = () => join(office.dataDir, 'cms', 'cms.db')
  const page = async ({ documentId }: CaseEntry) =>
    (await clerk.call('GET', `/desk/cases/${documentId}/page`)).body as CasePage
  const titled = (title: string) => {
    const found = cases.find((each) => each.title === title)
    assert.ok(found, title)
    return found
  }

  before(async () => {
    // The mailbox of the tests has none of its petitions: the desk finds none, and works.
    office = await startCms({ MAILBOX_ENDPOINT: 'http://127.0.0.1:9/mailbox' }, async (dataDir) => {
      await extract({ file: archive, cwd: dataDir, brotli: true })
      old = tablesOf(join(dataDir, 'cms', 'cms.db'))
    })
    clerk = await signInClerk(office)
    const { body } = await clerk.call('GET', '/content-manager/collection-types/api::case.case')
    cases = (body as { results: CaseEntry[] }).results
  })
  after(() => office?.stop())

  it('has every row that it had, and every event as it was written', () => {
    const now = new Map(tablesOf(file()).map((table) => [table.name, table]))
    const counts = old.filter(({ rows }) => rows.length > 0)
    assert.ok(counts.length >= 5)
    for (const { name, columns, rows } of counts) {
      // A column that is renamed without a migration is made anew, empty.
      const filled = columns.filter((column) => rows.some((row) => row[column] !== null))
      const gone = filled.filter((column) => !now.get(name)?.columns.includes(column))
      assert.deepEqual(gone, [], name)
      const ids = new Set(now.get(name)?.rows.map(({ id }) => id))
      const lost = rows.filter(({ id }) => !ids.has(id ?? null))
      assert.deepEqual(lost, [], name)
    }
    const events = old.find(({ name }) => name === 'case_events')
    const kept = new Map(now.get('case_events')?.rows.map((row) => [row.id, row]))
    assert.equal(events?.rows.length, 11)
    for (const row of events?.rows ?? []) {
      const found = kept.get(row.id ?? null)
      for (const key of events?.columns ?? []) assert.equal(found?.[key], row[key], key)
    }
  })

  it('is read as it was written: words, states, records', async () => {
    assert.equal(cases.length, 3)
    for (const [title, { state, events }] of Object.entries(texts)) {
      const shown = await page(titled(title))
      assert.equal(shown.request, `请解决${title}的问题。`)
      assert.equal(shown.facts, `${title}已经一个月，老人走路不便。`)
      assert.equal(shown.state, state)
      assert.equal(shown.desk.record.intact, true)
      assert.ok(shown.desk.record.events >= events)
    }
    assert.match((await page(titled('人行道破损'))).reply?.text ?? '', /镇流器烧坏/)
  })

  it('goes on with today’s steps, and is whole afterwards and after the next start', async () => {
    const unit = '区城市管理和综合执法局'
    await clerk.take(titled('垃圾没有清运'), { kind: 'refer', unit })
    await clerk.take(titled('人行道破损'), { kind: 'close' })
    await office.restart()
    clerk = await signInClerk(office)
    assert.equal((await page(titled('垃圾没有清运'))).state, 'referred')
    const { ok, lines } = await verifyStoredCases({
      dataDir: office.dataDir,
      cmsDatabaseUrl: `sqlite:${file()}`,
      root,
    })
    assert.equal(ok, true, lines.join('\n'))
  })
})
