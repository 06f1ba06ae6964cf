import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import Database from 'better-sqlite3'
import type { ViewsAnswer } from '../../../cms/src/contracts/cases/view-log.ts'
import { answeredCase } from '../../support/case/answered-case.ts'
import { signInClerk, type CaseEntry, type Clerk } from '../../support/case/clerk.ts'
import { startCms, type RunningCms } from '../../support/desk/cms.ts'
import { deskOf } from '../../support/desk/publicity.ts'
import { collection, signIn, type Staff } from '../../support/desk/staff.ts'

describe('a notice and the case that it is about', () => {
  let office: RunningCms
  let author: Staff
  let entry: CaseEntry
  let clerk: Clerk
  let auditor: Staff
  before(async () => {
    office = await startCms()
    author = await signIn(office, 'publicity-author')
    clerk = await signInClerk(office)
    auditor = await signIn(office, 'auditor')
    entry = await answeredCase(office, clerk, [{ kind: 'close' }], {
      name: '阿不都热合曼·吐尔逊',
      phone: '057187654321-802',
      address: '青禾区城西街道柳岸社区老供销社后院',
      joint: {
        people: 6,
        representatives: [
          { name: '马超', phone: '13800138000' },
          { name: '欧阳小芳', phone: '13900139000' },
        ],
      },
    })
  })
  after(() => office?.stop())

  const list = collection('notice')
  const write = async (changes: object) => {
    const { status, body } = await author.call('POST', list, { title: '公示', ...changes })
    return { status, body: body as { data?: { documentId: string; caseNumber: string } } }
  }
  /** What the record of views has of one case, the newest first, as who did what. */
  const viewsOf = async (number: string) => {
    const { body } = await auditor.call('POST', '/desk/views/list', { number })
    return (body as ViewsAnswer).rows.map(({ account, kind, asked }) => [account, kind, asked])
  }
  const choose = async (typed: string) => {
    const { body } = await author.call('POST', '/desk/notices/cases', { typed })
    return (body as { cases: Record<string, string>[] }).cases
  }
  const refused = /对应办件编号：不能选这个编号：请从列表里选已经办结的办件，或者留空"/
  const inFours = (number: string) => number.replace(/(\d{4})(?=\d)/g, '$1 ')

  it('is found by the number as it is printed, or by a piece of it, without a word of who filed', async () => {
    const { number } = entry
    for (const typed of [
      number,
      inFours(number),
      number.slice(3, 9),
      `${number.slice(0, 4)}-`,
      '',
    ]) {
      const cases = await choose(typed)
      assert.deepEqual(
        cases.map((one) => one.number),
        [number],
        typed,
      )
      const [first = {}] = cases
      assert.deepEqual(Object.keys(first).sort(), ['category', 'number', 'receivedOn', 'state'])
    }
    assert.deepEqual(await choose('0000000000000000'), [])
    assert.deepEqual(await choose('阿不都热合曼'), [])
    const clerk = await signIn(office, 'case-clerk')
    assert.equal((await clerk.call('POST', '/desk/notices/cases', { typed: '' })).status, 403)
    // What is looked for stands in no address.
    assert.equal((await author.call('GET', `/desk/notices/cases?q=${number}`)).status, 404)
  })

  it('is refused at saving where the number is that of no case', async () => {
    const { number } = entry
    const wrong = number.slice(0, 15) + String((Number(number.at(-1)) + 1) % 10)
    for (const caseNumber of [wrong, inFours(wrong), number.slice(0, 15), `${number}1`, '随便']) {
      const { status, body } = await write({ caseNumber })
      assert.equal(status, 400, caseNumber)
      assert.match(JSON.stringify(body), refused, caseNumber)
    }
    const { body } = await write({ caseNumber: inFours(number) })
    assert.equal(body.data?.caseNumber, number)
    const path = `${list}/${body.data?.documentId}`
    assert.equal((await author.call('PUT', path, { caseNumber: wrong })).status, 400)
    assert.equal((await author.call('PUT', path, { caseNumber: '' })).status, 200)
  })

  it('is refused with the same words for every case that is not over or accuses, and that is recorded', async () => {
    const open = await clerk.wait(await office.mailbox.file(), 'an open case')
    const answered = await answeredCase(office, clerk)
    const accusing = await answeredCase(office, clerk)
    const units = { units: ['区住房和城乡建设局'] }
    const at = `/desk/cases/${accusing.documentId}/accused-units`
    assert.equal((await clerk.call('PUT', at, units)).status, 200)
    await clerk.take(accusing, { kind: 'close' })
    const asked = '选作公示对应的办件'
    for (const { number } of [open, answered, accusing]) {
      assert.deepEqual(await choose(number), [])
      const { status, body } = await write({ caseNumber: number })
      assert.deepEqual([status, refused.test(JSON.stringify(body))], [400, true])
      const [view] = await viewsOf(number)
      assert.deepEqual(view, ['publicity-author@petition.example', '被拒绝', asked])
    }
    const { body } = await write({ caseNumber: entry.number })
    const [view] = await viewsOf(entry.number)
    assert.deepEqual(view, ['publicity-author@petition.example', '查阅', asked])
    const path = `${list}/${body.data?.documentId}`
    assert.equal((await author.call('PUT', path, { caseNumber: open.number })).status, 400)
    assert.equal((await author.call('PUT', path, { caseNumber: null })).status, 200)
  })

  it('does not tell its author which of many names and addresses is that of its case', async () => {
    const lists = [
      ['王小明', '马超', '李建国', '阿不都热合曼·吐尔逊', '赵国强'],
      ['王小明', '马志强', '李建国', '欧阳小芳', '赵国强'],
      ['马超'],
    ]
    const answers = []
    for (const names of lists) {
      const body = names.map((name) => `${name}反映的问题属实。`).join('\n\n')
      const { body: made } = await write({ body, caseNumber: entry.number })
      const { documentId = '' } = made.data ?? {}
      const before = (await viewsOf(entry.number)).length
      const seen = await author.call('GET', deskOf('notice', documentId))
      const { hits, doubts } = seen.body as Record<'hits' | 'doubts', { excerpt: string }[]>
      answers.push(hits.map(({ excerpt }) => excerpt))
      const views = await viewsOf(entry.number)
      assert.equal(views.length, before + 1)
      assert.deepEqual(views[0]?.slice(1), ['查阅', '检查公示里有没有信访人信息'])
      // Without the case the same places are doubted.
      await author.call('PUT', `${list}/${documentId}`, { caseNumber: null })
      const bare = await author.call('GET', deskOf('notice', documentId))
      assert.deepEqual((bare.body as { doubts: unknown[] }).doubts, doubts)
    }
    const same = ['要改的是哪几个字，请问办件人员']
    assert.deepEqual(answers, [same, same, same])
  })

  it('keeps the names and numbers of its case out of the notice, however they are written', async () => {
    const spellings = [
      '阿不都热合曼•吐尔逊',
      '阿不都热合曼．吐尔逊',
      '阿不都热合曼吐尔逊',
      '阿不都热合曼 · 吐尔逊',
      '**阿不都热合曼**·吐尔逊',
      '阿不都热合曼',
      '马　超',
      '**马**超',
      '[欧阳](https://example.com)小芳',
      '柳岸社区老供销社后院',
      '8765-4321',
      '八七六五四三二一',
    ]
    for (const spelling of spellings) {
      const body = `经查，${spelling}反映的问题属实。`
      const { body: made } = await write({ body, caseNumber: entry.number })
      const { documentId = '' } = made.data ?? {}
      const seen = await author.call('GET', deskOf('notice', documentId))
      const { hits } = seen.body as { hits: { kind: string }[] }
      assert.deepEqual(
        hits.map(({ kind }) => kind),
        ['信访人姓名或其他已知信息'],
        spelling,
      )
      // Without the case they are words like any other.
      await author.call('PUT', `${list}/${documentId}`, { caseNumber: null })
      const bare = await author.call('GET', deskOf('notice', documentId))
      assert.deepEqual((bare.body as { hits: unknown[] }).hits, [], spelling)
    }
  })

  it('is stopped where its case cannot be opened, whose names nobody can look for', async () => {
    const reviewer = await signIn(office, 'publicity-reviewer')
    const publisher = await signIn(office, 'publicity-publisher')
    const linkTo = async (type: string, slug: string) => {
      const path = `${collection(type)}?filters[slug][$eq]=${slug}`
      const { results } = (await publisher.call('GET', path)).body as { results: object[] }
      return { connect: results }
    }
    const whole = {
      summary: '一句话。',
      request: '修好路灯。',
      category: '申诉求决',
      outcome: '予以支持',
      receivedOn: '2026-01-01',
      repliedOn: '2026-02-01',
      source: '本局',
      demonstration: true,
      topic: await linkTo('topic', 'civil-affairs'),
      region: await linkTo('region', 'chengxi'),
      unit: await linkTo('department', 'civil-affairs'),
      caseNumber: entry.number,
    }
    const other = await answeredCase(office, clerk, [{ kind: 'close' }])
    const begin = async (slug: string, body: string, caseNumber = entry.number) => {
      const made = await write({ ...whole, slug, body, caseNumber })
      return deskOf('notice', made.body.data?.documentId ?? '')
    }
    const step = async (staff: Staff, path: string, kind: string, more: object = {}) => {
      const answer = await staff.call('POST', `${path}/steps`, { kind, ...more })
      const { error } = answer.body as { error?: { message: string } }
      return `${answer.status} ${error?.message ?? ''}`
    }
    const named = await begin('a-notice-that-names', '经查，马超反映的问题属实。')
    assert.match(await step(author, named, 'submit'), /^409 可能含有个人信息/)
    const sent = await begin('a-notice-that-was-sent', '经查，反映的问题属实。', other.number)
    assert.equal(await step(author, sent, 'submit'), '200 ')

    await office.restart(async () => {
      const database = new Database(join(office.dataDir, 'cms', 'cms.db'))
      database
        .prepare('update cases set representatives = ? where number in (?, ?)')
        .run('sealed:1:00000000:AAAA', entry.number, other.number)
      database.close()
    })
    const faultOf = (number: string) =>
      `409 对应办件：办件 ${inFours(number)} 打不开，查不了这一稿里有没有它的姓名、电话。请系统管理员查看运行记录，从备份恢复这个办件，再办这一步。`
    const fault = faultOf(entry.number)
    assert.equal(await step(author, named, 'submit'), fault)
    assert.equal(await step(author, named, 'ask', { reason: '没有姓名' }), fault)
    assert.equal(await step(reviewer, sent, 'approve'), faultOf(other.number))
  })
})
