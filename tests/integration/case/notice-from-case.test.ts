import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { CasePage } from '../../../cms/src/contracts/cases/page.ts'
import {
  composePieces,
  type CaseNotices,
  type NoticeDraft,
  type NoticeMade,
} from '../../../cms/src/contracts/papers/notice-draft.ts'
import { answeredCase } from '../../support/case/answered-case.ts'
import { signInClerk, type CaseEntry, type Clerk } from '../../support/case/clerk.ts'
import type { RunningCms } from '../../support/desk/cms.ts'
import { deskOf } from '../../support/desk/publicity.ts'
import { sharedDesk } from '../../support/desk/shared-desk.ts'
import { collection, signIn, type Staff } from '../../support/desk/staff.ts'

describe('a notice that is begun from its case', () => {
  let office: RunningCms
  let author: Staff
  let clerk: Clerk
  before(async () => {
    office = await sharedDesk()
    author = await signIn(office, 'publicity-author')
    clerk = await signInClerk(office)
  })

  const list = collection('notice')
  const write = (changes: object) => author.call('POST', list, { title: '公示', ...changes })
  const inFours = (number: string) => number.replace(/(\d{4})(?=\d)/g, '$1 ')
  const at = (of: CaseEntry, path = 'notice') => `/desk/cases/${of.documentId}/${path}`
  const draftOf = async (of: CaseEntry) => {
    const { status, body } = await clerk.call('GET', at(of))
    assert.equal(status, 200, JSON.stringify(body))
    return body as NoticeDraft
  }
  const textsOf = ({ fields, seen }: NoticeDraft) => ({
    title: composePieces(fields.title),
    request: composePieces(fields.request),
    body: composePieces(fields.body),
    basis: composePieces(fields.basis),
    summary: '路灯已经修好。',
    outcome: '予以支持',
    seen,
  })
  const make = async (of: CaseEntry, changes: object = {}) => {
    const body = { ...textsOf(await draftOf(of)), ...changes }
    const answer = await clerk.call('POST', at(of), body)
    const { error, ...made } = answer.body as NoticeMade & { error?: { message: string } }
    return { status: answer.status, made, said: error?.message ?? '' }
  }
  const eventsOf = async (of: CaseEntry) => {
    const { body } = await clerk.call('GET', at(of, 'page'))
    return (body as CasePage).events.map(({ text }) => text)
  }

  it('is begun from the case by one action, without whoever filed it, and goes the way of any notice', async () => {
    const found = await answeredCase(office, clerk)
    const draft = await draftOf(found)
    assert.equal(draft.refused, null)
    const { status, made } = await make(found)
    assert.equal(status, 200)
    assert.deepEqual(made, { documentId: made.documentId, barrier: null })
    const { body } = await author.call('GET', `${list}/${made.documentId}`)
    const { data } = body as { data: Record<string, unknown> }
    assert.equal(
      data.body,
      '经查，某某（电话（电话略））反映的问题属实。负责人某某，与某单位有关。\n\n已责令\\*物业公司\\*修复柳岸社区（地址略）前的路灯。\n\n赵国强与刘洋到场。',
    )
    assert.equal(data.caseNumber, found.number)
    assert.equal(data.category, '申诉求决')
    for (const secret of [
      '演示用户',
      '13800000000',
      '138 0000 0000',
      '11010519491231002X',
      '马小军',
    ])
      assert.ok(!JSON.stringify(data).includes(secret), secret)
    const shown = (await author.call('GET', deskOf('notice', made.documentId))).body as {
      state: string
      hits: unknown[]
    }
    assert.deepEqual([shown.state, shown.hits], ['submitted', []])
    assert.ok((await eventsOf(found)).includes('起草了公示“柳岸社区路灯长期不亮”。'))
    const { body: links } = await clerk.call('GET', at(found, 'notices'))
    assert.deepEqual((links as CaseNotices).notices, [
      {
        documentId: made.documentId,
        title: '柳岸社区路灯长期不亮',
        word: '待审核',
        withdrawn: false,
        address: null,
      },
    ])
  })

  it('is not begun with what would lead to somebody, however it was written into it', async () => {
    const found = await answeredCase(office, clerk)
    const seeping = [
      '演示用户',
      '演 示 用 户',
      '一三八零零零零零零零零',
      '１３８００００００００',
      inFours(found.number),
      '11010519491231002X',
      '云A·12345',
      'someone@mail.example.com',
    ]
    for (const words of seeping) {
      const { status, said } = await make(found, { summary: `经办：${words}。` })
      assert.equal(status, 400, words)
      assert.match(said, /^还能认出个人：摘要（.+）。请改掉再放进公示，您写的还在。$/)
      assert.ok(!said.includes(words))
    }
    assert.equal((await make(found, { outcome: '' })).status, 400)
    assert.match((await make(found, { request: '修'.repeat(601) })).said, /^诉求最多 600 个字/)
    assert.deepEqual((await draftOf(found)).notices, [])
  })

  it('is one only, until the first was withdrawn, by whichever door', async () => {
    const found = await answeredCase(office, clerk)
    const { made } = await make(found)
    const again = await make(found)
    assert.equal(again.status, 409)
    assert.match(again.said, /^这一件已经有公示“柳岸社区路灯长期不亮”（待审核）。/)
    const byHand = await write({ caseNumber: found.number })
    assert.equal(byHand.status, 400)
    assert.match(JSON.stringify(byHand.body), /不能选这个编号/)
    await clerk.take(found, { kind: 'close' })
    const afterwards = await write({ caseNumber: found.number })
    assert.match(JSON.stringify(afterwards.body), /这一件已经有公示/)
    // What the bureau has begun goes on with its case.
    const { status } = await author.call('PUT', `${list}/${made.documentId}`, {
      caseNumber: found.number,
    })
    assert.equal(status, 200)
    // Chosen for nothing, it is about this case no more, and both records say so.
    await author.call('PUT', `${list}/${made.documentId}`, { caseNumber: null })
    assert.ok((await eventsOf(found)).includes('公示“柳岸社区路灯长期不亮”不再对应这一件。'))
    assert.equal((await draftOf(found)).refused, null)
    const copied = await author.call('POST', `${list}/clone/${made.documentId}`, {
      title: '另一篇',
      slug: 'another-one',
      caseNumber: null,
    })
    assert.ok([200, 201].includes(copied.status), JSON.stringify(copied.body))
  })

  it('is not begun from an accusation, a case that accuses or may, one without an answer, or by others', async () => {
    const open = await clerk.wait(await office.mailbox.file(), 'an open case')
    assert.match((await draftOf(open)).refused ?? '', /^这一件没有书面答复/)
    const accusing = await answeredCase(office, clerk)
    const body = { units: ['区住房和城乡建设局'], seen: (await draftOf(accusing)).seen }
    assert.equal((await clerk.call('PUT', at(accusing, 'accused-units'), body)).status, 200)
    const refusal = '这一件是检举控告，或者有被检举控告的单位，不能公示。'
    assert.equal((await draftOf(accusing)).refused, refusal)
    assert.deepEqual(await make(accusing), {
      status: 409,
      made: { data: null },
      said: refusal,
    })
    const typed = { typed: accusing.number }
    assert.deepEqual((await author.call('POST', '/desk/notices/cases', typed)).body, { cases: [] })
    assert.equal((await write({ caseNumber: accusing.number })).status, 400)
    const accusation = await answeredCase(office, clerk, [
      { kind: 'correct', change: { field: 'category', to: 'accusation' }, reason: '反映的是违纪' },
    ])
    assert.equal((await draftOf(accusation)).refused, refusal)
    const found = await answeredCase(office, clerk)
    const roles = ['unit-clerk', 'publicity-author', 'publicity-publisher', 'administrator']
    for (const role of roles) {
      const staff = await signIn(office, role)
      const texts = textsOf(await draftOf(found))
      const doors = [
        await staff.call('GET', at(found)),
        await staff.call('POST', at(found), texts),
        await staff.call('GET', at(found, 'notices')),
      ]
      assert.deepEqual(
        doors.map(({ status }) => status),
        [403, 403, 403],
        role,
      )
    }
  })

  it('is not published where its case accuses somebody since', async () => {
    const found = await answeredCase(office, clerk)
    const { made } = await make(found)
    const body = { units: ['区住房和城乡建设局'], seen: (await draftOf(found)).seen }
    assert.equal((await clerk.call('PUT', at(found, 'accused-units'), body)).status, 200)
    const reviewer = await signIn(office, 'publicity-reviewer')
    const answer = await reviewer.call('POST', `${deskOf('notice', made.documentId)}/steps`, {
      kind: 'approve',
    })
    assert.equal(answer.status, 409)
    assert.match(
      JSON.stringify(answer.body),
      /对应办件：这个编号的办件现在不能公示，请问办件人员。/,
    )
  })
})
