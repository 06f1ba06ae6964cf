import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import Database from 'better-sqlite3'
import type { CasePage } from '../../../cms/src/contracts/cases/page.ts'
import {
  composePieces,
  type CaseNotices,
  type NoticeDraft,
  type NoticeMade,
} from '../../../cms/src/contracts/papers/notice-draft.ts'
import { signInClerk, type CaseEntry, type Clerk } from '../../support/case/clerk.ts'
import { startCms, type RunningCms } from '../../support/desk/cms.ts'
import { deskOf } from '../../support/desk/publicity.ts'
import { collection, signIn, type Staff } from '../../support/desk/staff.ts'

describe('a notice and the case that it is about', () => {
  let office: RunningCms
  let author: Staff
  let entry: CaseEntry
  let clerk: Clerk
  before(async () => {
    office = await startCms()
    author = await signIn(office, 'publicity-author')
    clerk = await signInClerk(office)
    const number = await office.mailbox.file({
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
    entry = await clerk.wait(number, 'the case')
  })
  after(() => office?.stop())

  const list = collection('notice')
  const write = async (changes: object) => {
    const { status, body } = await author.call('POST', list, { title: '公示', ...changes })
    return { status, body: body as { data?: { documentId: string; caseNumber: string } } }
  }
  const choose = async (typed: string) => {
    const path = `/desk/notices/cases?q=${encodeURIComponent(typed)}`
    const { body } = await author.call('GET', path)
    return (body as { cases: Record<string, string>[] }).cases
  }
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
    assert.equal((await clerk.call('GET', '/desk/notices/cases?q=')).status, 403)
  })

  it('is refused at saving where the number is that of no case', async () => {
    const { number } = entry
    const wrong = number.slice(0, 15) + String((Number(number.at(-1)) + 1) % 10)
    for (const caseNumber of [wrong, inFours(wrong), number.slice(0, 15), `${number}1`, '随便']) {
      const { status, body } = await write({ caseNumber })
      assert.equal(status, 400, caseNumber)
      assert.match(JSON.stringify(body), /没有这个编号的办件/)
    }
    const { body } = await write({ caseNumber: inFours(number) })
    assert.equal(body.data?.caseNumber, number)
    const path = `${list}/${body.data?.documentId}`
    assert.equal((await author.call('PUT', path, { caseNumber: wrong })).status, 400)
    assert.equal((await author.call('PUT', path, { caseNumber: '' })).status, 200)
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

  const unit = '区民政局'
  const parts = {
    request: '请修好柳岸社区内的路灯。',
    facts:
      '经查，演示用户（电话138 0000 0000）反映的问题属实。负责人马小军，与大兴建材经营部有关。',
    opinion: '已责令*物业公司*修复柳岸社区3号楼前的路灯。\n赵国强与刘洋到场。',
    basis: '《城市道路照明规定》第五条',
    citations: [],
  }
  /** A case that was answered, from its filing on. */
  const answered = async (changes: object = {}, more: object[] = []) => {
    const found = await clerk.wait(await office.mailbox.file(changes), 'the case')
    await clerk.take(found, { kind: 'register' }, { kind: 'refer', unit }, { kind: 'accept', unit })
    await clerk.take(found, { kind: 'reply', unit, parts }, ...more)
    return found
  }
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
    const found = await answered()
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
    const found = await answered()
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
    const found = await answered()
    const { made } = await make(found)
    const again = await make(found)
    assert.equal(again.status, 409)
    assert.match(again.said, /^这一件已经有公示“柳岸社区路灯长期不亮”（待审核）。/)
    const byHand = await write({ caseNumber: found.number })
    assert.equal(byHand.status, 400)
    assert.match(JSON.stringify(byHand.body), /这一件已经有公示/)
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
    const accusing = await answered()
    const body = { units: ['区住房和城乡建设局'], seen: (await draftOf(accusing)).seen }
    assert.equal((await clerk.call('PUT', at(accusing, 'accused-units'), body)).status, 200)
    const refusal = '这一件是检举控告，或者有被检举控告的单位，不能公示。'
    assert.equal((await draftOf(accusing)).refused, refusal)
    assert.deepEqual(await make(accusing), {
      status: 409,
      made: { data: null },
      said: refusal,
    })
    assert.deepEqual(await choose(accusing.number), [])
    assert.equal((await write({ caseNumber: accusing.number })).status, 400)
    const accusation = await answered({}, [
      { kind: 'correct', change: { field: 'category', to: 'accusation' }, reason: '反映的是违纪' },
    ])
    assert.equal((await draftOf(accusation)).refused, refusal)
    const found = await answered()
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
    const found = await answered()
    const { made } = await make(found)
    const body = { units: ['区住房和城乡建设局'], seen: (await draftOf(found)).seen }
    assert.equal((await clerk.call('PUT', at(found, 'accused-units'), body)).status, 200)
    const reviewer = await signIn(office, 'publicity-reviewer')
    const answer = await reviewer.call('POST', `${deskOf('notice', made.documentId)}/steps`, {
      kind: 'approve',
    })
    assert.equal(answer.status, 409)
    assert.match(JSON.stringify(answer.body), /有被检举控告的单位，不能公示/)
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
    const other = await answered()
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
