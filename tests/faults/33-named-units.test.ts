import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { signInClerk, type CaseEntry, type Clerk } from '../support/case/clerk.ts'
import { startCms, type RunningCms } from '../support/desk/cms.ts'
import { collection, signIn, type Staff } from '../support/desk/staff.ts'
import { until } from '../support/machine/until.ts'

/** The unit of the first unit account. */
const own = '区城市管理和综合执法局'
const other = '区民政局'

type Desk = {
  units: string[]
  accused: { chosen: string[]; named: { name: string; words: string[] }[] } | null
}

describe('33 an accusation under another category, or only in the text', () => {
  let office: RunningCms
  let clerk: Clerk
  let unit: Staff
  let publisher: Staff
  before(async () => {
    office = await startCms()
    clerk = await signInClerk(office)
    unit = await signIn(office, 'unit-clerk')
    publisher = await signIn(office, 'publicity-publisher')
  })
  after(() => office?.stop())

  const arrive = async (filing: object, files: string[] = []): Promise<CaseEntry> => {
    const attached = []
    for (const name of files) {
      attached.push(await office.mailbox.attach(name, 'image/png', randomBytes(100)))
    }
    const number = await office.mailbox.file(filing, attached)
    const entry = await clerk.wait(number, 'the case')
    await clerk.take(entry, { kind: 'register' })
    return entry
  }
  const step = ({ documentId }: CaseEntry, body: object) =>
    clerk.call('POST', `/desk/cases/${documentId}/actions`, body)
  const settle = async ({ documentId }: CaseEntry, units: string[], cleared?: string[]) => {
    const body = cleared ? { units, cleared } : { units }
    const answer = await clerk.call('PUT', `/desk/cases/${documentId}/accused-units`, body)
    assert.equal(answer.status, 200)
  }
  const deskOf = async ({ documentId }: CaseEntry) =>
    ((await clerk.call('GET', `/desk/cases/${documentId}/page`)).body as { desk: Desk }).desk
  const namedIn = async (entry: CaseEntry) =>
    ((await deskOf(entry)).accused?.named ?? []).map(({ name }) => name)
  const sentence = ({ body }: { body: unknown }) =>
    (body as { error: { message: string } }).error.message

  /** Everything that the unit's account can get to know of a case. */
  const seenByUnit = async ({ documentId, number, attachments }: CaseEntry): Promise<string[]> => {
    const seen: string[] = []
    const cases = collection('case')
    const asked = [
      `${cases}/${documentId}`,
      `/desk/cases/${documentId}/page`,
      ...attachments.map(({ id }) => `/desk/cases/${documentId}/attachments/${id}`),
    ]
    for (const path of asked) if ((await unit.fetch(path)).status === 200) seen.push(path)
    const lists = [
      cases,
      `${cases}?filters[number][$eq]=${number}`,
      `${cases}?filters[$or][0][number][$eq]=${number}&filters[$or][1][id][$gt]=0`,
      `${cases}?_q=${number}`,
      `${cases}?sort=title:ASC&pageSize=100`,
      `${cases}?fields[0]=number`,
      '/desk/cases/due',
      '/content-manager/homepage/recent-documents?action=update',
      '/content-manager/homepage/count-documents',
    ]
    for (const path of lists) {
      const { body } = await unit.call('GET', path)
      const text = JSON.stringify(body)
      if (text.includes(documentId) || text.includes(number)) seen.push(path)
    }
    const probe = await unit.call('GET', `${cases}?filters[number][$eq]=${number}`)
    if ((probe.body as { pagination?: { total: number } }).pagination?.total) seen.push('the count')
    const refused = await unit.call('POST', `/desk/cases/${documentId}/actions`, { kind: 'accept' })
    if (refused.status !== 403) seen.push('a step')
    const opened = await unit.call('POST', `/desk/cases/${documentId}/petitioner`, {})
    if (opened.status !== 403) seen.push('the petitioner')
    return seen
  }

  const filed = [
    { title: '城管执法人员打人收钱请求赔偿' },
    { request: '请城管局退还没收的三轮车。' },
    { facts: '昨天下午，区 城 管 的队员到店里要了两条烟，不给就封门。' },
    { facts: '綜合執法大隊的人每月来收三百元。', category: 'suggestion' },
  ]
  for (const filing of filed) {
    it(`goes to no unit before a clerk has settled it: ${Object.values(filing)[0]}`, async () => {
      const entry = await arrive(filing)
      assert.deepEqual(await namedIn(entry), [own])
      for (const target of [own, other]) {
        for (const kind of ['refer', 'accept', 'decline', 'reply']) {
          const words = { ground: 'litigation', reason: '理由', text: '答复' }
          const refused = await step(entry, { kind, unit: target, ...words })
          assert.equal(refused.status, 409, `${kind} ${target}`)
          assert.match(sentence(refused), /信访人写到了区城市管理和综合执法局.*逐个确认/)
        }
      }
      assert.deepEqual(await seenByUnit(entry), [])
      await settle(entry, [own], [])
      assert.equal((await step(entry, { kind: 'refer', unit: own })).status, 409)
      assert.equal((await step(entry, { kind: 'refer', unit: other })).status, 200)
      assert.deepEqual(await seenByUnit(entry), [])
    })
  }

  it('goes where it belongs once a clerk has said that it accuses nobody', async () => {
    const entry = await arrive({ request: '请城管局修好路灯。' })
    await settle(entry, [], [own])
    assert.deepEqual(await namedIn(entry), [])
    assert.equal((await step(entry, { kind: 'refer', unit: own })).status, 200)
    assert.ok((await seenByUnit(entry)).length > 5)
  })

  it('asks nothing where nobody is named', async () => {
    const entry = await arrive({})
    assert.deepEqual((await deskOf(entry)).accused?.named, [])
    assert.equal((await step(entry, { kind: 'refer', unit: own })).status, 200)
  })

  it('names by a file as well', async () => {
    const entry = await arrive({}, ['城管打人.png'])
    assert.deepEqual(await namedIn(entry), [own])
    assert.deepEqual(await seenByUnit(entry), [])
  })

  it('a supplement that names another unit, or accuses the one that was cleared, reopens it', async () => {
    for (const [text, named] of [
      ['派出所民警也收了钱。', '公安分局'],
      ['城管的人昨天又来要钱。', own],
    ] as const) {
      const entry = await arrive({ request: '请城管局修好路灯。' })
      await settle(entry, [], [own])
      await step(entry, { kind: 'refer', unit: own })
      const { number } = entry
      const before = await seenByUnit(entry)
      assert.ok(before.length > 5)
      await office.mailbox.send('supplement', { number, text, attachments: [] })
      await clerk.wait(number, 'the supplement', ({ laterMessages }) => laterMessages.length > 0)
      assert.deepEqual(await namedIn(entry), [named])
      assert.deepEqual(await seenByUnit(entry), [])
      await settle(entry, named === own ? [own] : [named], [])
      assert.equal((await seenByUnit(entry)).length > 5, named !== own)
    }
  })

  it('an answer given before the supplement came settles nothing of it', async () => {
    const entry = await arrive({ request: '请城管局修好路灯。' })
    const { number } = entry
    await office.mailbox.send('supplement', { number, text: '民政局也不管。', attachments: [] })
    await clerk.wait(number, 'the supplement', ({ laterMessages }) => laterMessages.length > 0)
    // The page of the clerk showed one unit only.
    await settle(entry, [], [own])
    assert.deepEqual(await namedIn(entry), [other])
    assert.equal((await step(entry, { kind: 'refer', unit: own })).status, 409)
  })

  it('looks again when a unit gets an alias, and restarts with what it knows', async () => {
    const entry = await arrive({ facts: '灰衣队的人把我的摊子砸了。' })
    assert.equal((await step(entry, { kind: 'refer', unit: own })).status, 200)
    assert.ok((await seenByUnit(entry)).length > 5)
    const departments = collection('department')
    const found = await publisher.call('GET', `${departments}?_q=${own}`)
    const [department] = (found.body as { results: { documentId: string }[] }).results
    const path = `${departments}/${department?.documentId}`
    const whole = ((await publisher.call('GET', path)).body as { data: object }).data
    const saved = await publisher.call('PUT', path, { ...whole, aliases: '灰衣队、灰狗' })
    assert.equal(saved.status, 200, JSON.stringify(saved.body))
    await until('the case to be open again', 20, async () =>
      (await namedIn(entry)).includes(own) ? true : undefined,
    )
    assert.deepEqual(await seenByUnit(entry), [])
    await office.restart()
    clerk = await signInClerk(office)
    unit = await signIn(office, 'unit-clerk')
    assert.deepEqual(await namedIn(entry), [own])
    assert.deepEqual(await seenByUnit(entry), [])
  })
})
