import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import Database from 'better-sqlite3'
import { signInClerk, type CaseEntry, type Clerk } from '../support/case/clerk.ts'
import { startCms, type RunningCms } from '../support/desk/cms.ts'
import { collection, signIn, type Staff } from '../support/desk/staff.ts'

/** The unit of the first unit account. */
const own = '区城市管理和综合执法局'
const other = '区民政局'
const viewer = 'unit-clerk@petition.example'

describe('25 the wall around an accusation', () => {
  let office: RunningCms
  let clerk: Clerk
  let accused: Staff
  before(async () => {
    office = await startCms()
    clerk = await signInClerk(office)
    accused = await signIn(office, 'unit-clerk')
  })
  after(() => office?.stop())

  const accusation = async (): Promise<CaseEntry> => {
    const file = await office.mailbox.attach('证据.png', 'image/png', randomBytes(1000))
    const filing = { category: 'accusation', title: '执法人员收受好处' }
    const entry = await clerk.wait(await office.mailbox.file(filing, [file]), 'the case')
    await clerk.take(entry, { kind: 'register' })
    return entry
  }
  const step = ({ documentId }: CaseEntry, body: object, staff: Staff = clerk) =>
    staff.call('POST', `/desk/cases/${documentId}/actions`, body)
  const accuse = ({ documentId }: CaseEntry, units: string[], staff: Staff = clerk) =>
    staff.call('PUT', `/desk/cases/${documentId}/accused-units`, { units })
  const sentence = ({ body }: { body: unknown }) =>
    (body as { error: { message: string } }).error.message
  const refusals = ({ number }: CaseEntry): number => {
    const database = new Database(join(office.dataDir, 'cms', 'cms.db'), { readonly: true })
    const { count } = database
      .prepare(
        "select count(*) as count from case_views where number = ? and viewer = ? and act = '被拒绝'",
      )
      .get(number, viewer) as { count: number }
    database.close()
    return count
  }
  /** Every address by which a case can be asked for. */
  const waysTo = ({ documentId, attachments }: CaseEntry) => [
    `${collection('case')}/${documentId}`,
    `/desk/cases/${documentId}/page`,
    `/desk/cases/${documentId}/reply`,
    `/desk/cases/${documentId}/attachments/${attachments[0]?.id}`,
  ]

  it('goes to no unit before somebody has said whom it accuses, and never to one it accuses', async () => {
    const entry = await accusation()
    const early = await step(entry, { kind: 'refer', unit: own })
    assert.equal(early.status, 409)
    assert.match(sentence(early), /请先填写被检举控告的单位/)
    assert.equal((await accuse(entry, [own])).status, 200)
    for (const action of ['refer', 'accept', 'decline', 'reply']) {
      const words = { ground: 'litigation', reason: '理由', text: '答复' }
      const refused = await step(entry, { kind: action, unit: own, ...words })
      assert.equal(refused.status, 409, action)
      assert.match(sentence(refused), /被检举控告的单位，不能转给它/)
    }
    assert.equal((await step(entry, { kind: 'refer', unit: other })).status, 200)
  })

  it('lets the accused unit read nothing, by any address, and writes each try down', async () => {
    const entry = await accusation()
    await accuse(entry, [own])
    await clerk.take(entry, { kind: 'refer', unit: other })
    for (const [index, path] of waysTo(entry).entries()) {
      const { status, body } = await accused.call('GET', path)
      assert.equal(status, 403, path)
      assert.ok(!JSON.stringify(body).includes('收受好处'))
      assert.equal(refusals(entry), index + 1, path)
    }
    const refused = await step(entry, { kind: 'reply', text: '没有这回事' }, accused)
    assert.equal(refused.status, 403)
    for (const [path, asked] of [
      ['petitioner', {}],
      ['notes', { text: '没有这回事', mentions: [] }],
      ['repeat-of', { of: entry.number, reason: '没有这回事' }],
    ] as const) {
      const { status } = await accused.call(
        'POST',
        `/desk/cases/${entry.documentId}/${path}`,
        asked,
      )
      assert.equal(status, 403, path)
    }
    const like = { facts: '收受好处' }
    assert.equal((await accused.call('POST', '/desk/cases/repeats', like)).status, 403)
    assert.equal((await accused.call('GET', `/desk/cases/${entry.documentId}/repeats`)).status, 403)
    const searches = ['', `?filters[number][$eq]=${entry.number}`, '?_q=收受好处']
    for (const query of searches) {
      const { status, body } = await accused.call('GET', collection('case') + query)
      assert.equal(status, 200)
      assert.deepEqual((body as { results: unknown[] }).results, [], query)
      assert.equal((body as { pagination: { total: number } }).pagination.total, 0)
    }
    for (const field of ['unit', 'units', 'accusedUnits']) {
      const path = `/content-manager/relations/api::case.case/${entry.documentId}/${field}`
      const refused = await accused.call('GET', path)
      assert.equal(refused.status, 403, `${field} answered ${refused.status}`)
      assert.ok(!JSON.stringify(refused.body).includes(other), field)
      const probe = `${collection('case')}?filters[${field}][name][$eq]=${own}`
      const { status, body } = await accused.call('GET', probe)
      assert.ok(status !== 200 || (body as { results: unknown[] }).results.length === 0, field)
    }
  })

  it('ends the access of a unit at once when it turns out to be accused', async () => {
    const entry = await accusation()
    await accuse(entry, [])
    await clerk.take(entry, { kind: 'refer', unit: own })
    const [page = '', ...others] = waysTo(entry)
    for (const path of [page, ...others]) {
      assert.equal((await accused.fetch(path)).status, 200, path)
    }
    assert.equal((await accuse(entry, [own])).status, 200)
    for (const path of [page, ...others]) {
      assert.equal((await accused.fetch(path)).status, 403, path)
    }
    const taken = await clerk.find(entry.number)
    assert.equal(taken?.state, '已登记', 'the case went back to the bureau')
    // Although somebody assigns it past the desk.
    const database = new Database(join(office.dataDir, 'cms', 'cms.db'))
    database
      .prepare(
        `insert into cases_units_lnk (case_id, department_id)
         select c.id, d.id from cases c, departments d where c.number = ? and d.name = ?`,
      )
      .run(entry.number, own)
    database.close()
    assert.equal((await accused.fetch(page)).status, 403)
  })

  it('shows a unit its own cases only, and lets it take its own steps only', async () => {
    const mine = await clerk.wait(await office.mailbox.file(), 'the case')
    const theirs = await clerk.wait(await office.mailbox.file(), 'the other case')
    await clerk.take(mine, { kind: 'register' }, { kind: 'refer', unit: own })
    await clerk.take(theirs, { kind: 'register' }, { kind: 'refer', unit: other })
    const { body } = await accused.call('GET', collection('case'))
    const numbers = (body as { results: CaseEntry[] }).results.map(({ number }) => number)
    assert.deepEqual(numbers, [mine.number])
    const due = await accused.call('GET', '/desk/cases/due')
    const { first } = due.body as { first: { documentId: string }[] }
    assert.deepEqual(
      first.map(({ documentId }) => documentId),
      [mine.documentId],
    )
    assert.equal((await accused.fetch(`${collection('case')}/${theirs.documentId}`)).status, 403)

    const desk = await accused.call('GET', `/desk/cases/${mine.documentId}/page`)
    const { actions, accused: list } = (
      desk.body as { desk: { actions: string[]; accused: unknown } }
    ).desk
    const theirOwn = ['accept', 'decline', 'object', 'reply', 'propose-reply', 'ask-petitioner']
    assert.deepEqual(actions, theirOwn)
    assert.equal(list, null)
    assert.equal((await step(mine, { kind: 'refer', unit: other }, accused)).status, 403)
    assert.equal((await accuse(mine, [], accused)).status, 403)
    const code = `/desk/cases/${mine.documentId}/code`
    assert.equal((await accused.call('POST', code, { reason: '本人来访' })).status, 403)
    assert.equal((await accused.call('GET', '/desk/cases/export.csv')).status, 403)
    // A unit acts in its own name, whatever it writes.
    assert.equal((await step(mine, { kind: 'accept', unit: other }, accused)).status, 200)
    const entry = await clerk.find(mine.number)
    assert.equal(entry?.steps.at(-1)?.text, `${own}已受理。`)

    const objecting = await clerk.wait(await office.mailbox.file(), 'the case to object to')
    await clerk.take(objecting, { kind: 'register' }, { kind: 'refer', unit: own })
    const objection = { kind: 'object', reason: '属于民政部门' }
    assert.equal((await step(objecting, objection, accused)).status, 200)
    assert.equal((await accused.fetch(waysTo(objecting)[0] ?? '')).status, 403)
  })

  it('refuses unknown query keys, and addresses that are encoded twice', async () => {
    const { documentId } = await accusation()
    for (const path of [
      `/desk/cases/${documentId}/page?as=bureau`,
      '/desk/cases/export.csv?unit=all',
    ]) {
      assert.equal((await clerk.call('GET', path)).status, 400, path)
    }
    for (const path of ['/%2561dmin/users', '/%252e%252e/admin', '/desk%252fcases/export.csv']) {
      const { status } = await fetch(office.cms + path)
      assert.ok([400, 404].includes(status), `${path} answered ${status}`)
    }
  })

  it('answers under its own name only', async () => {
    const { port } = new URL(office.cms)
    const statusFor = (host: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        request({ port, path: '/admin', headers: { host } }, (response) => {
          response.resume()
          resolve(response.statusCode)
        })
          .on('error', reject)
          .end()
      })
    for (const host of ['evil.example', `evil.example:${port}`, `localhost:${port}@evil.example`]) {
      assert.equal(await statusFor(host), 421, host)
    }
    assert.equal(await statusFor(`localhost:${port}`), 200)
    assert.match(await office.log(), /拒绝了一个主机名不符的请求/)
  })
})
