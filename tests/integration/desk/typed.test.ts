import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { signInClerk } from '../../support/case/clerk.ts'
import type { RunningCms } from '../../support/desk/cms.ts'
import { sharedDesk } from '../../support/desk/shared-desk.ts'
import { essay, openPublicityDesk, type PublicityDesk } from '../../support/desk/publicity.ts'
import { collection, signIn } from '../../support/desk/staff.ts'

type Entry = { documentId: string; slug: string; [field: string]: unknown }
type Failure = { error: { message: string; details: { errors?: { message: string }[] } } }

const reception = {
  office: '副区长',
  every: '每月',
  weekday: 1,
  nth: 1,
  from: '9:00',
  to: '11:30',
  place: '信访局一楼',
  matters: '全区信访事项',
  order: 1,
}

const filter = (number: string) => `filters[$and][0][number][$eq]=${encodeURIComponent(number)}`

describe('what staff type, and what is kept of it', () => {
  let office: RunningCms
  let desk: PublicityDesk
  before(async () => {
    office = await sharedDesk()
    desk = await openPublicityDesk(office)
  })

  const create = async (type: string, entry: object): Promise<Entry> => {
    const { status, body } = await desk.publisher.call('POST', collection(type), entry)
    assert.equal(status, 201, JSON.stringify(body))
    return (body as { data: Entry }).data
  }
  const update = async (type: string, { documentId }: Entry, entry: object): Promise<Entry> => {
    const path = `${collection(type)}/${documentId}`
    const { status, body } = await desk.publisher.call('PUT', path, entry)
    assert.equal(status, 200, JSON.stringify(body))
    return (body as { data: Entry }).data
  }
  const without = (entry: object) => ({ ...entry, slug: undefined })

  for (const [from, to, kept] of [
    ['9:00', '11:30', ['09:00', '11:30']],
    ['9：00', '下午2点半', ['09:00', '14:30']],
    ['九点', '１２：００', ['09:00', '12:00']],
    ['08:30', '0930', ['08:30', '09:30']],
  ] as const) {
    it(`a reception from ${from} to ${to}`, async () => {
      const made = await create('reception', { ...reception, from, to })
      assert.deepEqual([made.from, made.to], kept)
    })
  }

  it('a time that is none is refused with what to write', async () => {
    const entry = { ...reception, from: '上班以后' }
    const { status, body } = await desk.publisher.call('POST', collection('reception'), entry)
    assert.equal(status, 400)
    assert.match(JSON.stringify((body as Failure).error), /开始时间没有看懂：请写成 09:00 的样子/)
  })

  it('days of reception in any writing', async () => {
    const dates = '2026年12月1日\n\n2026/12/8\n2026-12-15'
    const made = await create('reception', { ...reception, every: '指定日期', dates })
    assert.equal(made.dates, '2026-12-01\n2026-12-08\n2026-12-15')
    const bad = { ...reception, every: '指定日期', dates: '2026-12-01\n下周一' }
    const { body } = await desk.publisher.call('POST', collection('reception'), bad)
    assert.match(JSON.stringify((body as Failure).error), /第 2 行：“[^”]*”没有看懂/)
  })

  it('the hours of an event', async () => {
    const event = { on: '2026-11-20', time: '9点到11点半', title: '讲座', place: '广场' }
    const events = [event, { ...event, time: '上午' }]
    const days = { startsOn: '2026-11-01', endsOn: '2026-11-30' }
    const entry = { ...essay('hours-of-an-event'), ...days, events }
    const made = await create('campaign', entry)
    const { body } = await desk.publisher.call(
      'GET',
      `${collection('campaign')}/${made.documentId}`,
    )
    const read = (body as { data: { events: { time: string }[] } }).data.events
    assert.deepEqual(
      read.map(({ time }) => time),
      ['09:00—11:30', '上午'],
    )
  })

  it('an address is made from the title, for every type, and is free', async () => {
    const title = '窗口里的一盏灯'
    const first = await create('essay', without(essay('', { title })))
    const second = await create('essay', { ...essay('', { title }) })
    assert.deepEqual(
      [first.slug, second.slug],
      ['chuangkou-li-de-yizhandeng', 'chuangkou-li-de-yizhandeng-2'],
    )
    const own: Record<string, object> = {
      guide: { group: '提出之前', order: 90 },
      video: {},
      regulation: { validity: '现行有效' },
      campaign: { startsOn: '2026-11-01', endsOn: '2026-11-30' },
      notice: {
        request: '请修好路灯。',
        category: '申诉求决',
        outcome: '予以支持',
        receivedOn: '2026-11-01',
        repliedOn: '2026-11-10',
      },
    }
    for (const [type, fields] of Object.entries(own)) {
      const made = await create(type, { ...without(essay('', { title })), ...fields })
      assert.equal(made.slug, 'chuangkou-li-de-yizhandeng', type)
    }
    assert.match((await create('reception', reception)).slug, /^fu-qu-zhang(-\d+)?$/)
  })

  it('may be chosen, and stays when the title changes', async () => {
    const entry = await create('essay', essay('an-address-of-its-own'))
    const renamed = await update('essay', entry, { title: '换了标题' })
    assert.equal(renamed.slug, 'an-address-of-its-own')
    const cleared = await update('essay', entry, { slug: '' })
    assert.equal(cleared.slug, 'huanle-biaoti')
  })

  it('says in Chinese whose an address is', async () => {
    const { documentId } = await create(
      'essay',
      essay('taken-already', { title: '占着网址的文章' }),
    )
    const ask = async (query: string) =>
      (await desk.author.call('GET', `/desk/slugs/api::essay.essay?${query}`)).body as {
        owner: string | null
      }
    assert.equal((await ask('slug=taken-already')).owner, '占着网址的文章')
    assert.equal((await ask(`slug=taken-already&entry=${documentId}`)).owner, null)
    const again = await desk.author.call('POST', collection('essay'), essay('taken-already'))
    assert.equal(again.status, 400)
    assert.match(JSON.stringify(again.body), /“占着网址的文章”已经用着/)
    const capital = await create('essay', essay('Well Meant'))
    assert.equal(capital.slug, 'well-meant')
    const odd = await desk.author.call('POST', collection('essay'), essay('网址/名'))
    assert.equal(odd.status, 400)
    assert.match((odd.body as Failure).error.message, /^网址名只能用小写字母/)
  })

  for (const [field, sent, words] of [
    ['receivedOn', '1826-01-01', '年份 1826 不对'],
    ['receivedOn', '2026-02-30', '2 月没有 30 日'],
    ['receivedOn', '2026-11-03T09:00:00Z', '没有看懂'],
    ['receivedOn', '明天', '没有看懂'],
    ['publicationTime', '1826-01-01T00:00:00.000Z', '年份 1826 不对'],
    ['publicationTime', '2026-02-30T09:00:00.000Z', '2 月没有 30 日'],
    ['publicationTime', '2026-11-03 25:00', '没有看懂'],
  ] as const) {
    it(`a day that is none is refused: ${field} ${sent}`, async () => {
      const { status, body } = await desk.author.call('POST', collection('notice'), {
        title: '写了日期的公示',
        [field]: sent,
      })
      assert.equal(status, 400)
      const [fault] = (body as Failure).error.details.errors ?? []
      assert.match(fault?.message ?? '', new RegExp(words))
    })
  }

  it('days of an entry and of its parts are kept in one form', async () => {
    const campaign = await create('campaign', {
      title: '写了日期的活动',
      startsOn: '2026年11月3日',
      endsOn: '20261130',
      publicationTime: '2026/11/3 9点半',
      events: [{ on: '2026.11.16', title: '现场', place: '广场' }],
    })
    const [event] = campaign.events as { on: string }[]
    assert.deepEqual(
      [campaign.startsOn, campaign.endsOn, campaign.publicationTime, event?.on],
      ['2026-11-03', '2026-11-30', '2026-11-03T01:30:00.000Z', '2026-11-16'],
    )
    const { status, body } = await desk.publisher.call(
      'PUT',
      `${collection('campaign')}/${campaign.documentId}`,
      { events: [{ on: '2026-11-31', title: '现场', place: '广场' }] },
    )
    assert.equal(status, 400)
    const [fault] = (body as { error: { details: { errors: { path: string[] }[] } } }).error.details
      .errors
    assert.deepEqual(fault?.path, ['events.0.on'])
  })

  it('a receipt number in groups finds the case, its views and what else is filed under it', async () => {
    const clerk = await signInClerk(office)
    const entry = await clerk.wait(await office.mailbox.file(), 'the case')
    await clerk.call('GET', `${collection('case')}/${entry.documentId}`)
    const administrator = await signIn(office, 'administrator')
    const grouped = entry.number.replace(/\d{4}(?=\d)/g, '$& ')
    for (const typed of [
      grouped,
      grouped.replaceAll(' ', '-'),
      grouped.replaceAll(' ', '\u3000'),
    ]) {
      for (const [staff, type] of [
        [clerk, 'case'],
        [administrator, 'case-view'],
      ] as const) {
        for (const query of [`_q=${encodeURIComponent(typed)}`, filter(typed)]) {
          const { body } = await staff.call('GET', `${collection(type)}?${query}`)
          const { results } = body as { results: { number: string }[] }
          assert.ok(results.length > 0, `${type} ${query}`)
          assert.ok(results.every(({ number }) => number === entry.number))
        }
      }
    }
  })
})
