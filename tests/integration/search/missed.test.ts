import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import Database from 'better-sqlite3'
import { missedQueries, type MissedQueries } from '../../../content/schema/mailbox/mailbox.ts'
import { startIntake, type Intake } from '../../support/portal/intake.ts'
import { createDataDir, pointTo, startPortal } from '../../support/portal/portal.ts'
import type { DataDir, RunningPortal } from '../../support/portal/portal.ts'
import { rawRequest } from '../../support/portal/raw-request.ts'
import { writeRelease } from '../../support/release/minimal-release.ts'
import { until } from '../../support/machine/until.ts'

type Row = { digest: Buffer; query: string | null; count: number; last_day: string }

const databaseOf = (data: DataDir) => join(data.path, 'portal', 'mailbox.db')
const rowsOf = (data: DataDir): Row[] => {
  const database = new Database(databaseOf(data), { readonly: true })
  const rows = database.prepare('select * from missed_queries').all() as Row[]
  database.close()
  return rows
}
const countOf = (data: DataDir) => rowsOf(data).reduce((sum, { count }) => sum + count, 0)
const counted = (data: DataDir, count: number) =>
  until(`${count} counted`, 10, async () => countOf(data) === count || undefined)

const tell = (
  { port }: RunningPortal,
  address: string,
  body: string,
  headers: Record<string, string> = {},
) =>
  rawRequest(
    port,
    'POST',
    '/search/missed',
    { 'x-forwarded-for': address, 'content-type': 'application/json', ...headers },
    body,
  )
const query = (words: string) => JSON.stringify({ query: words })

async function known({ url }: RunningPortal, token: string): Promise<MissedQueries['queries']> {
  const headers = { authorization: `Bearer ${token}` }
  const response = await fetch(`${url}/mailbox/missed-queries`, { headers })
  assert.equal(response.status, 200)
  return missedQueries.parse(await response.json()).queries
}

describe('what browsers tell of searches that found nothing', () => {
  let data: DataDir
  let portal: RunningPortal
  const release = (name: string, settings: object) => {
    const folder = writeRelease(data.path, name)
    const given = JSON.parse(readFileSync(join(folder, 'content', 'settings.json'), 'utf8'))
    const file = JSON.stringify({ ...given, ...settings })
    return writeRelease(data.path, name, { files: { 'content/settings.json': file } })
  }

  before(async () => {
    data = await createDataDir()
    pointTo(data.path, release('on', { missedQueries: true }))
    portal = await startPortal(data.path, { TRUSTED_PROXIES: '1' })
  })
  after(async () => {
    await portal.stop()
    data.remove()
  })

  it('is counted once a day for an address, and told to the desk when five have asked', async () => {
    for (const address of ['198.51.100.1', '198.51.100.2', '198.51.100.3', '198.51.100.4']) {
      for (const words of ['电梯停运没人修', '“电梯停运没人修”？']) {
        const { status, body } = await tell(portal, address, query(words))
        assert.deepEqual([status, body.length], [204, 0])
      }
    }
    await counted(data, 4)
    const [row] = rowsOf(data)
    assert.equal(row?.query, null)
    assert.equal(row?.digest.length, 32)
    assert.ok(!readFileSync(databaseOf(data)).includes('电梯停运'), 'the words are kept')
    assert.deepEqual(await known(portal, data.token), [])

    await tell(portal, '198.51.100.5', query('电梯停运没人修'))
    await counted(data, 5)
    const [first] = await known(portal, data.token)
    assert.deepEqual([first?.query, first?.count], ['电梯停运没人修', 5])
    assert.match(first?.lastDay ?? '', /^\d{4}-\d\d-\d\d$/)
  })

  it('says 204 to whatever is told, and counts no numbers, no nonsense, no other origin', async () => {
    const stored = countOf(data)
    for (const body of [
      query('13900005678'),
      query('身份证 11010519491231002X'),
      query('一'),
      query('字'.repeat(41)),
      query('字'.repeat(5000)),
      '{"query":1}',
      '[]',
      'null',
      '{',
      '',
    ]) {
      assert.equal((await tell(portal, '203.0.113.1', body)).status, 204, body.slice(0, 40))
    }
    const other = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
    assert.equal((await tell(portal, '203.0.113.2', query('没人管的事'), other)).status, 403)
    const get = await rawRequest(portal.port, 'GET', '/search/missed')
    assert.equal(get.status, 405)
    assert.equal((await rawRequest(portal.port, 'POST', '/search/missed/x')).status, 405)
    await tell(portal, '203.0.113.3', query('最后一句'))
    await counted(data, stored + 1)
  })

  it('counts only so many of one address, and tells it nothing', async () => {
    const stored = countOf(data)
    for (let nth = 0; nth < 90; nth += 1) {
      const words = `没人管的${String.fromCodePoint(0x4e00 + nth * 7)}事`
      assert.equal((await tell(portal, '203.0.113.7', query(words))).status, 204)
    }
    await tell(portal, '203.0.113.8', query('另一处的话'))
    const total = await until('the last one', 10, async () => {
      const count = countOf(data)
      return count > stored + 60 ? count : undefined
    })
    assert.ok(total < stored + 80, `${total - stored} were counted`)
  })

  it('is the desk’s alone to read', async () => {
    const ask = (headers: Record<string, string>, method = 'GET') =>
      fetch(`${portal.url}/mailbox/missed-queries`, { method, headers })
    assert.equal((await ask({})).status, 401)
    assert.equal((await ask({ authorization: 'Bearer nobody' })).status, 401)
    assert.equal((await ask({ authorization: `Bearer ${data.token}` }, 'POST')).status, 405)
  })

  it('is in no log', () => {
    assert.doesNotMatch(portal.output(), /电梯|没人管|13900005678|198\.51\.100|203\.0\.113/)
  })

  it('stops and is erased where the setting is off, and where the release does not tell of it', async () => {
    await portal.stop()
    for (const [name, settings] of [
      ['off', { missedQueries: false }],
      ['older', {}],
    ] as const) {
      pointTo(data.path, release('on', { missedQueries: true }))
      let running = await startPortal(data.path, { TRUSTED_PROXIES: '1' })
      await tell(running, '198.51.100.9', query('电梯停运没人修'))
      await until('counted', 10, async () => countOf(data) > 0 || undefined)
      await running.stop()
      pointTo(data.path, release(name, settings))
      running = await startPortal(data.path, { TRUSTED_PROXIES: '1' })
      await until('all is erased', 10, async () => rowsOf(data).length === 0 || undefined)
      await tell(running, '198.51.100.9', query('电梯停运没人修'))
      await tell(running, '198.51.100.8', query('别的事没人管'))
      assert.deepEqual(await known(running, data.token), [])
      await running.stop()
      assert.deepEqual(rowsOf(data), [], name)
    }
    portal = await startPortal(data.path)
  })
})

describe('what the server itself does not find', () => {
  let intake: Intake
  before(async () => void (intake = await startIntake({ TRUSTED_PROXIES: '1' })))
  after(() => intake.stop())

  const search = (address: string, words: string) =>
    rawRequest(intake.portal.port, 'GET', `/search/?${new URLSearchParams({ q: words })}`, {
      'x-forwarded-for': address,
    })

  it('is counted like the rest; what is found is not', async () => {
    for (let nth = 1; nth <= 5; nth += 1) {
      const address = `198.51.100.${nth}`
      for (const words of ['信访', '六十日', '鳗鱼饲料补贴?', '魑魅魍魉', '，。']) {
        assert.equal((await search(address, words)).status, 200)
      }
    }
    const found = await until('the missed ones', 10, async () => {
      const queries = await known(intake.portal, intake.data.token)
      return queries.some(({ query }) => query === '魑魅魍魉') ? queries : undefined
    })
    for (const { query, count } of found) {
      assert.ok(['魑魅魍魉', '鳗鱼饲料补贴'].includes(query), query)
      assert.equal(count, 5)
    }
    assert.doesNotMatch(intake.portal.output(), /魑魅魍魉|鳗鱼/)
  })

  it('is told in the privacy notice while it is counted', async () => {
    const page = await fetch(`${intake.portal.url}/privacy/`).then((answer) => answer.text())
    assert.match(page, /只有没有找到的词，记下它一共被搜了几次，不记是谁搜的：搜满 5 次/)
    const html = String((await search('198.51.100.77', '')).body)
    assert.match(html, /data-count-missed/)
  })
})
