import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import Database from 'better-sqlite3'
import { unread } from '../../../cms/src/casework/rules/actions/second-reader.ts'
import type { DeskFile } from '../../../cms/src/contracts/cases/desk-files.ts'
import type { CasePage } from '../../../cms/src/contracts/cases/page.ts'
import type { QueueAnswer } from '../../../cms/src/contracts/cases/queue.ts'
import type { ReplyFields, ReplyPage } from '../../../cms/src/contracts/papers/reply-page.ts'
import { addClerk } from '../../support/case/add-clerk.ts'
import { signInClerk, type CaseEntry, type Clerk } from '../../support/case/clerk.ts'
import { startCms, type RunningCms } from '../../support/desk/cms.ts'
import { pdfFile } from '../../support/files/files.ts'
import { lampStory } from '../../support/portal/stories.ts'
import { collection, signIn, type Staff } from '../../support/desk/staff.ts'

/** The unit of the first unit account, and another. */
const own = '区城市管理和综合执法局'
const other = '区民政局'
const secret = '灯杆下的电缆被挖断了'

const fields = (changes: Partial<ReplyFields> = {}): ReplyFields => ({
  step: 'reply',
  unit: own,
  body: '',
  reason: '',
  parts: { request: '修灯', facts: secret, opinion: '三日内修好', basis: '条例', citations: [] },
  files: [],
  ...changes,
})

describe('a reply that is half written', () => {
  let office: RunningCms
  let clerk: Clerk
  let unit: Staff
  let entry: CaseEntry
  const others: [string, Staff][] = []
  before(async () => {
    office = await startCms()
    clerk = await signInClerk(office)
    unit = await signIn(office, 'unit-clerk')
    const roles = ['administrator', 'publicity-author', 'publicity-reviewer', 'publicity-publisher']
    for (const role of roles) others.push([role, await signIn(office, role)])
    entry = await clerk.wait(await office.mailbox.file(lampStory), 'the case')
    await clerk.take(entry, { kind: 'register' }, { kind: 'refer', unit: own })
  })
  after(() => office?.stop())

  const at = (path: string) => `/desk/cases/${entry.documentId}/${path}`
  const page = async (staff: Staff) => {
    const { status, body } = await staff.call('GET', at('reply'))
    assert.equal(status, 200, JSON.stringify(body))
    return body as ReplyPage
  }
  const save = (staff: Staff, seen: number, written: ReplyFields | null = fields()) =>
    staff.call('PUT', at('draft'), { seen, fields: written })
  const stored = () => {
    const database = new Database(join(office.dataDir, 'cms', 'cms.db'), { readonly: true })
    const rows = database.prepare('select * from case_drafts').all()
    database.close()
    return rows
  }

  it('is kept sealed on the server, for its writer only', async () => {
    assert.equal((await save(unit, 0)).status, 200)
    assert.equal((await page(unit)).draft?.fields.parts.facts, secret)
    assert.equal((await page(clerk)).draft, null)
    assert.equal(stored().length, 1)
    assert.ok(!JSON.stringify(stored()).includes(secret), 'it lies in the clear')
    assert.ok(!(await office.log()).includes(secret))
  })

  it('is not written over by an older page of the same writer', async () => {
    const { status, body } = await save(unit, 0, fields({ unit: '旧' }))
    assert.equal(status, 409)
    const { details } = (body as { error: { details: { draft: { version: number } } } }).error
    assert.equal(details.draft.version, 1)
    assert.equal((await page(unit)).draft?.fields.unit, own)
    assert.equal((await save(unit, 1)).status, 200)
  })

  it('is refused where it is no draft, or without end', async () => {
    const parts = { ...fields().parts, facts: '长'.repeat(20_001) }
    for (const body of [
      { seen: 2, fields: fields({ parts }) },
      { seen: 2, fields: { ...fields(), step: 'close' } },
      { seen: -1, fields: fields() },
      {},
    ]) {
      assert.equal((await unit.call('PUT', at('draft'), body)).status, 400)
    }
    assert.equal((await unit.call('GET', `${at('reply')}?populate=*`)).status, 400)
  })

  it('cannot be read or changed by any other door or role', async () => {
    for (const [role, staff] of [...others, ['unit', unit], ['clerk', clerk]] as [
      string,
      Staff,
    ][]) {
      const type = collection('case-draft')
      for (const [method, path] of [
        ['GET', type],
        ['GET', `${type}?filters[number][$eq]=${entry.number}`],
        ['POST', type],
        ['DELETE', `${type}/a23456789012345678901234`],
        ['POST', `${type}/actions/bulkDelete`],
      ] as const) {
        const { status, body } = await staff.call(method, path, method === 'GET' ? undefined : {})
        // The administrator sees that there are drafts, as with every record, and nothing of what they say.
        const shows = role === 'administrator' && method === 'GET' && status === 200
        assert.ok(shows || [403, 404].includes(status), `${role} ${method} ${path} ${status}`)
        assert.doesNotMatch(JSON.stringify(body), new RegExp(`${secret}|"written"`))
      }
    }
    for (const [role, staff] of others) {
      assert.equal((await staff.call('GET', at('reply'))).status, 403, role)
      assert.equal((await save(staff, 0)).status, 403, role)
    }
  })

  it('is out of reach for a unit that the case is taken from, or that it accuses', async () => {
    await clerk.take(entry, { kind: 'recall', reason: '转错了' }, { kind: 'refer', unit: other })
    assert.equal((await unit.call('GET', at('reply'))).status, 403)
    assert.equal((await save(unit, 2)).status, 403)
    await clerk.take(entry, { kind: 'recall', reason: '转错了' }, { kind: 'refer', unit: own })
    assert.equal((await page(unit)).draft?.fields.parts.facts, secret)
    const accused = await clerk.call('PUT', at('accused-units'), { units: [own], settled: [] })
    assert.equal(accused.status, 200, JSON.stringify(accused.body))
    assert.equal((await unit.call('GET', at('reply'))).status, 403)
    assert.equal((await save(unit, 2)).status, 403)
    await clerk.call('PUT', at('accused-units'), { units: [], settled: [] })
    await clerk.take(entry, { kind: 'refer', unit: own })
  })

  it('with the second reader on, goes out only by another of the bureau', async () => {
    const administrator = others[0]?.[1] ?? assert.fail()
    const settings = await administrator.call(
      'PUT',
      '/content-manager/single-types/api::case-settings.case-settings',
      { secondReader: true },
    )
    assert.equal(settings.status, 200, JSON.stringify(settings.body))
    for (const [role, staff] of others.slice(1)) {
      const path = '/content-manager/single-types/api::case-settings.case-settings'
      const { status } = await staff.call('PUT', path, { secondReader: false })
      assert.equal(status, 403, role)
    }
    const colleague = await addClerk(office, administrator)
    const { parts } = fields()
    const content = pdfFile().toString('base64')
    const added = await clerk.call('POST', at('files'), { name: '核查情况.pdf', content })
    const paper = added.body as DeskFile
    const files = [paper]
    const step = (staff: Staff, body: object) => staff.call('POST', at('actions'), body)
    for (const staff of [unit, clerk]) {
      const { status, body } = await step(staff, { kind: 'reply', unit: own, parts })
      assert.equal(status, 409)
      assert.equal((body as { error: { message: string } }).error.message, unread)
    }
    const proposal = { kind: 'propose-reply', proposed: { kind: 'reply', unit: own, parts, files } }
    assert.equal((await step(clerk, proposal)).status, 200)
    assert.equal((await page(clerk)).mayRead, false)
    const waiting = async (staff: Staff) => {
      const { body } = await staff.call('POST', '/desk/cases/queue', { tab: 'proposed' })
      return (body as QueueAnswer).rows?.map(({ number }) => number)
    }
    const offered = async (staff: Staff) => {
      const { body } = await staff.call('POST', '/desk/cases/queue', {})
      return (body as QueueAnswer).tabs.find(({ tab }) => tab === 'proposed')?.count
    }
    assert.deepEqual(await waiting(colleague), [entry.number])
    assert.deepEqual([await offered(colleague), await offered(clerk)], [1, undefined])
    assert.deepEqual(await waiting(clerk), [])
    assert.equal(await offered(unit), undefined)
    assert.equal((await step(clerk, { kind: 'send-reply' })).status, 409)
    assert.equal((await step(unit, { kind: 'send-reply' })).status, 403)
    const seen = await page(colleague)
    assert.deepEqual([seen.mayRead, seen.proposal?.own], [true, false])
    assert.match(seen.proposal?.text ?? '', new RegExp(secret))
    assert.deepEqual(seen.proposal?.files, files)
    const open = (staff: Staff) => staff.fetch(at(`attachments/${paper.id}`))
    assert.equal((await open(colleague)).status, 200)
    assert.equal((await open(others[1]?.[1] ?? assert.fail())).status, 403)
    assert.equal((await step(colleague, { kind: 'return-reply', remark: '写明依据' })).status, 200)
    assert.equal((await page(clerk)).returned?.remark, '写明依据')
    assert.deepEqual((await page(clerk)).returned?.files, files)
    assert.deepEqual(await waiting(colleague), [])
    assert.equal((await step(colleague, { kind: 'send-reply' })).status, 400)
    assert.equal((await step(unit, proposal)).status, 200)
    assert.deepEqual([await waiting(colleague), await offered(clerk)], [[entry.number], 1])
    assert.equal((await step(colleague, { kind: 'send-reply' })).status, 200)
    assert.equal((await clerk.find(entry.number))?.state, '已答复')
    assert.deepEqual([await waiting(colleague), await offered(clerk)], [[], undefined])
    const { reply } = await page(clerk)
    assert.deepEqual(reply?.files, files)
    assert.equal(reply?.parts?.facts, secret)
    assert.match(reply?.text ?? '', /^一、诉求\n修灯\n\n二、事实和理由\n/)
  })

  it('is gone from the server once it was sent', () => {
    assert.deepEqual(stored(), [])
  })

  it('the record of the case is whole, with what the second reader did in it', async () => {
    const { body } = await clerk.call('GET', at('page'))
    const { desk, events } = body as CasePage
    assert.equal(desk.record.intact, true)
    assert.ok(events.some(({ text }) => text === '审阅后退回修改。意见：写明依据'))
  })
})
