import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { signInClerk, type CaseEntry, type Clerk } from '../support/case/clerk.ts'
import type { RunningCms } from '../support/desk/cms.ts'
import { sharedDesk } from '../support/desk/shared-desk.ts'
import { essay, openPublicityDesk, type PublicityDesk } from '../support/desk/publicity.ts'
import { collection, type Staff } from '../support/desk/staff.ts'

type Failure = { error: { message: string; details: Record<string, never> } }
type Read = { data: { documentId: string; updatedAt: string; [field: string]: unknown } }

const unit = '区城市管理和综合执法局'
const single = '/content-manager/single-types/api::settings.settings'

/** An entry of every type that goes through the workflow, with what is its own. */
const written: [string, object][] = [
  ['essay', {}],
  [
    'notice',
    {
      request: '请修好路灯。',
      category: '申诉求决',
      outcome: '予以支持',
      receivedOn: '2026-11-01',
      repliedOn: '2026-11-10',
    },
  ],
  ['guide', { group: '提出之前', order: 90 }],
  ['video', {}],
  ['regulation', { validity: '现行有效' }],
  ['campaign', { startsOn: '2026-11-01', endsOn: '2026-11-30' }],
]

describe('36 two people edit the same thing, and the older page is saved last', () => {
  let office: RunningCms
  let desk: PublicityDesk
  let clerk: Clerk
  before(async () => {
    office = await sharedDesk()
    desk = await openPublicityDesk(office)
    clerk = await signInClerk(office)
  })

  const read = async (staff: Staff, path: string) => {
    const { status, body } = await staff.call('GET', path)
    assert.equal(status, 200, path)
    return (body as Read).data
  }
  /** Saves as the page of somebody who read the version `seen`. */
  const save = (staff: Staff, path: string, seen: string, entry: object) =>
    staff.call('PUT', path, entry, { 'if-match': `"${seen}"` })
  const failure = (body: unknown) => (body as Failure).error

  async function contend(path: string, field: string, texts: [unknown, unknown]) {
    const { updatedAt: seen } = await read(desk.publisher, path)
    const first = await save(desk.publisher, path, seen, { [field]: texts[0] })
    assert.equal(first.status, 200, JSON.stringify(first.body))
    const second = await save(desk.publisher, path, seen, { [field]: texts[1] })
    assert.equal(second.status, 412, path)
    assert.match(failure(second.body).message, /发布管理在.*保存过.*您写的还在/)
    const now = await read(desk.publisher, path)
    assert.equal(now[field], texts[0], 'the first text is gone')
    const merged = await save(desk.publisher, path, now.updatedAt, { [field]: texts[1] })
    assert.equal(merged.status, 200)
    assert.equal((await read(desk.publisher, path))[field], texts[1])
  }

  for (const [type, own] of written) {
    it(`a ${type}: the second save is refused and says who saved before`, async () => {
      const entry = { ...essay(`contended-${type}`), ...own }
      const documentId = await desk.write(desk.publisher, type, entry)
      await contend(`${collection(type)}/${documentId}`, 'title', ['先写的标题', '后写的标题'])
    })
  }

  it('the simple tables and the settings: the same', async () => {
    const tables = ['department', 'region', 'topic']
    for (const type of tables) {
      const { body } = await desk.publisher.call('GET', collection(type))
      const [row] = (body as { results: { documentId: string; name: string }[] }).results
      await contend(`${collection(type)}/${row?.documentId}`, 'name', ['改名甲', row?.name])
    }
    const { body } = await desk.publisher.call('GET', single)
    const { data } = body as Read
    await contend(single, 'phone', ['0571-10000001', data.phone])
  })

  it('two saves at the same moment: one of them is refused, whichever', async () => {
    const documentId = await desk.write(desk.author, 'essay', essay('at-the-same-moment'))
    const path = `${collection('essay')}/${documentId}`
    const { updatedAt } = await read(desk.author, path)
    const answers = await Promise.all([
      save(desk.author, path, updatedAt, { body: '甲写的。' }),
      save(desk.reviewer, path, updatedAt, { body: '乙写的。' }),
    ])
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 412])
  })

  it('nobody approves, publishes or deletes a text that was not on the page', async () => {
    const documentId = await desk.write(desk.author, 'essay', essay('read-before-approving'))
    const path = `${collection('essay')}/${documentId}`
    await desk.take(desk.author, 'essay', documentId, { kind: 'submit' })
    const { updatedAt: seen } = await read(desk.reviewer, path)
    await desk.save(desk.author, 'essay', documentId, { body: '夹带的一句。' })
    await desk.take(desk.author, 'essay', documentId, { kind: 'submit' })
    const step = { kind: 'approve', seen }
    const refused = await desk.attempt(desk.reviewer, 'essay', documentId, step)
    assert.equal(refused.status, 409)
    assert.match(failure(refused.body).message, /宣传编辑在.*保存过.*这一步还没有办/)
    const gone = await desk.publisher.call('DELETE', path, undefined, { 'if-match': `"${seen}"` })
    assert.equal(gone.status, 412)
    const { updatedAt } = await read(desk.reviewer, path)
    const again = { kind: 'approve', seen: updatedAt }
    assert.equal((await desk.attempt(desk.reviewer, 'essay', documentId, again)).status, 200)
  })

  type Desk = { seen: { revision: number; steps: number } }
  const seenOf = async ({ documentId }: CaseEntry) =>
    ((await clerk.call('GET', `/desk/cases/${documentId}/page`)).body as { desk: Desk }).desk.seen
  const step = ({ documentId }: CaseEntry, body: object) =>
    clerk.call('POST', `/desk/cases/${documentId}/actions`, body)
  const accepted = async () => {
    const entry = await clerk.wait(await office.mailbox.file(), 'the case')
    await clerk.take(entry, { kind: 'register' }, { kind: 'refer', unit }, { kind: 'accept', unit })
    return entry
  }

  it('a reply written while a supplement arrives is not filed past it, and is filed once it was read', async () => {
    const entry = await accepted()
    const seen = await seenOf(entry)
    const words = '补充：三号楼前的那一盏也不亮。'
    await office.mailbox.send('supplement', { number: entry.number, text: words, attachments: [] })
    await clerk.wait(entry.number, 'the supplement', (row) => row.laterMessages.length === 1)
    const reply = { kind: 'reply', unit, text: '路灯已经修好。' }
    const { status, body } = await step(entry, { ...reply, seen })
    assert.equal(status, 409)
    const { details } = failure(body) as unknown as {
      details: { happened: { by: string; words: string }[] } & Desk
    }
    assert.deepEqual(
      details.happened.map(({ by, words }) => [by, words]),
      [['信访人', words]],
    )
    const again = await step(entry, { ...reply, seen: details.seen })
    assert.equal(again.status, 200)
    assert.equal((await clerk.find(entry.number))?.reply, reply.text)
  })

  it('a reply written while a colleague replied does not replace it, and is shown beside it', async () => {
    const entry = await accepted()
    const seen = await seenOf(entry)
    const first = { kind: 'reply', unit, text: '先写好的答复。' }
    assert.equal((await step(entry, { ...first, seen })).status, 200)
    const { status, body } = await step(entry, { ...first, text: '后写好的答复。', seen })
    assert.equal(status, 409)
    assert.match(JSON.stringify(failure(body).details), /先写好的答复/)
    assert.equal((await clerk.find(entry.number))?.reply, first.text)
  })

  it('the units accused are not recorded over a colleague’s', async () => {
    const entry = await clerk.wait(await office.mailbox.file(), 'the case')
    const seen = await seenOf(entry)
    const path = `/desk/cases/${entry.documentId}/accused-units`
    assert.equal((await clerk.call('PUT', path, { units: [unit], seen })).status, 200)
    assert.equal((await clerk.call('PUT', path, { units: [], seen })).status, 409)
  })

  it('whoever does not say what was read saves nothing and takes no step', async () => {
    const { publisher } = desk
    const silent = { 'if-match': '' }
    const refused = ({ status, body }: { status: number; body: unknown }, where: string) => {
      assert.equal(status, 428, `${where} ${JSON.stringify(body)}`)
      assert.match(failure(body).message, /没有办：不知道您看的是哪一稿。请刷新页面/)
    }
    for (const [type, own] of written) {
      const entry = { ...essay(`unread-${type}`), ...own }
      const documentId = await desk.write(publisher, type, entry)
      const path = `${collection(type)}/${documentId}`
      refused(await publisher.call('PUT', path, { title: '没看就改' }, silent), type)
      const step = { kind: 'submit', seen: undefined }
      refused(await desk.attempt(publisher, type, documentId, step), type)
      assert.equal((await read(publisher, path)).title, entry.title)
      assert.equal((await desk.standing(publisher, type, documentId)).state, 'draft')
    }
    for (const type of ['department', 'region', 'topic', 'synonym']) {
      const { body } = await publisher.call('GET', collection(type))
      const [row] = (body as { results: { documentId: string }[] }).results
      if (!row) continue
      const path = `${collection(type)}/${row.documentId}`
      refused(await publisher.call('PUT', path, { order: 1 }, silent), type)
    }
    refused(await publisher.call('PUT', single, { phone: '1' }, silent), 'settings')
    const gone = `${collection('essay')}/absent`
    assert.equal((await publisher.call('PUT', gone, { title: 'x' }, silent)).status, 404)

    const entry = await clerk.wait(await office.mailbox.file(), 'the case')
    refused(await step(entry, { kind: 'register', seen: undefined }), 'case')
    const accused = `/desk/cases/${entry.documentId}/accused-units`
    refused(await clerk.call('PUT', accused, { units: [unit], seen: undefined }), 'accused')
    assert.equal((await clerk.find(entry.number))?.state, entry.state)
  })

  it('an earlier version does not take the place of a text that was not on the page', async () => {
    const documentId = await desk.write(desk.author, 'essay', essay('restored-past'))
    const path = `${collection('essay')}/${documentId}`
    await desk.publish('essay', documentId)
    const { updatedAt: seen } = await read(desk.reviewer, path)
    await desk.save(desk.author, 'essay', documentId, { body: '同事刚写好的一段。' })
    const step = { kind: 'restore', edition: 1, seen }
    assert.equal((await desk.attempt(desk.reviewer, 'essay', documentId, step)).status, 409)
    assert.equal((await read(desk.reviewer, path)).body, '同事刚写好的一段。')
  })
})
