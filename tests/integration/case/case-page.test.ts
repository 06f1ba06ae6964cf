import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import Database from 'better-sqlite3'
import type {
  CasePage,
  CasePlaces,
  PetitionerLines,
} from '../../../cms/src/contracts/cases/page.ts'
import { signInClerk, type CaseEntry, type Clerk } from '../../support/case/clerk.ts'
import { startCms, type RunningCms } from '../../support/desk/cms.ts'
import { signIn, type Staff } from '../../support/desk/staff.ts'

const lead = '区民政局'
/** The unit of the first unit account. */
const own = '区城市管理和综合执法局'
const roles = ['unit-clerk', 'publicity-author', 'publicity-publisher', 'administrator'] as const

describe('the page of a case', () => {
  let office: RunningCms
  let clerk: Clerk
  let entry: CaseEntry
  const staff = new Map<string, Staff>()
  before(async () => {
    office = await startCms()
    clerk = await signInClerk(office)
    staff.set('case-clerk', clerk)
    for (const role of roles) staff.set(role, await signIn(office, role))
    entry = await clerk.wait(await office.mailbox.file(), 'the case')
  })
  after(() => office?.stop())

  const by = (role: string) => staff.get(role) ?? assert.fail(role)
  const at = (path: string, of = entry) => `/desk/cases/${of.documentId}/${path}`
  const page = async (role = 'case-clerk', of = entry) => {
    const { status, body } = await by(role).call('GET', at('page', of))
    assert.equal(status, 200, JSON.stringify(body))
    return body as CasePage
  }
  const viewsOf = (number: string) => {
    const database = new Database(join(office.dataDir, 'cms', 'cms.db'), { readonly: true })
    const rows = database
      .prepare('select viewer, act from case_views where number = ? order by id')
      .all(number) as { viewer: string; act: string }[]
    database.close()
    return rows.map(({ viewer, act }) => `${viewer.split('@')[0]} ${act}`)
  }
  const doors: [method: string, path: string, body?: object][] = [
    ['GET', 'page'],
    ['POST', 'petitioner', {}],
    ['POST', 'notes', { text: '看一下。', mentions: [] }],
  ]
  const statuses = async (role: string, of = entry) => {
    const found = []
    for (const [method, path, body] of doors)
      found.push((await by(role).call(method, at(path, of), body)).status)
    return found
  }

  it('opens no door to who is not signed in, or handles no cases', async () => {
    for (const [method, path] of doors) {
      const { status } = await fetch(`${office.cms}${at(path)}`, { method })
      assert.equal(status, 401, path)
    }
    for (const role of ['publicity-author', 'publicity-publisher', 'administrator'])
      assert.deepEqual(await statuses(role), [403, 403, 403], role)
    const places = async (role: string) => (await by(role).fetch('/desk/cases/places')).status
    assert.equal(await places('case-clerk'), 200)
    for (const role of roles) assert.equal(await places(role), 403, role)
  })

  it('opens none to a unit that does not have it, and writes the attempt down', async () => {
    assert.deepEqual(await statuses('unit-clerk'), [403, 403, 403])
    assert.ok(viewsOf(entry.number).includes('unit-clerk 被拒绝'))
    assert.deepEqual(await statuses('case-clerk', { ...entry, documentId: 'x' }), [404, 404, 404])
    assert.equal((await clerk.fetch(`${at('page')}?x=1`)).status, 400)
  })

  it('tells the bureau everything but the petitioner, who is opened by a request that is recorded', async () => {
    const seen = viewsOf(entry.number).length
    const shown = await page()
    assert.match(
      shown.situation[1]?.text ?? '',
      /^信访部门要在.+以前登记并转送、交办，还有 15 天。$/,
    )
    assert.equal(shown.channel, '网上提交')
    const { body } = await clerk.call('POST', at('petitioner'), {})
    const { lines } = body as PetitionerLines
    const name = lines.find((line) => line.name.startsWith('姓名'))?.value ?? ''
    assert.ok(name.length > 1)
    const phone = lines.find((line) => line.name === '手机号码')?.value ?? ''
    for (const secret of [name, phone]) assert.ok(!JSON.stringify(shown).includes(secret))
    assert.deepEqual(viewsOf(entry.number).slice(seen), [
      'case-clerk 查阅',
      'case-clerk 查看信访人',
    ])
  })

  it('suggests who answered like cases, and says at an accused unit why it cannot be chosen', async () => {
    for (const title of ['从前的一件', '又有的一件']) {
      const like = await clerk.wait(await office.mailbox.file({ title }), 'a like case')
      await clerk.take(
        like,
        { kind: 'register' },
        { kind: 'refer', unit: lead },
        { kind: 'accept', unit: lead },
        { kind: 'reply', unit: lead, text: '已经办好。' },
      )
    }
    // Only referred: it may yet be sent back.
    const open = await clerk.wait(
      await office.mailbox.file({ title: '没有办完的' }),
      'an open case',
    )
    await clerk.take(open, { kind: 'register' }, { kind: 'refer', unit: lead })
    await clerk.take(entry, { kind: 'register' })
    const [first, ...others] = (await page()).units
    assert.equal(first?.name, lead)
    assert.equal(first?.initials, 'qmzj')
    assert.equal(first?.reasons[0], '同类 2 件由它办结答复')
    assert.ok(others.some(({ name }) => name === own))
    const accused = { units: ['区卫生健康局'], cleared: [] }
    assert.equal((await clerk.call('PUT', at('accused-units'), accused)).status, 200)
    const walled = (await page()).units.find(({ name }) => name === '区卫生健康局')
    assert.equal(walled?.wall, '是被检举控告的单位，不能转给它（条例第三十条）')
    assert.deepEqual(walled?.reasons, [])
  })

  it('gives a unit its own part, with the notes that name it or are its own', async () => {
    const note = (text: string, mentions: string[]) => ({ text, mentions })
    await clerk.take(entry, {
      kind: 'refer',
      units: [
        { unit: lead, lead: true },
        { unit: own, lead: false },
      ],
    })
    assert.deepEqual((await page()).readers, [lead, own])
    for (const [text, mentions] of [
      ['只给信访部门看。', []],
      ['请城管先到现场。', [own]],
      ['请民政局先看。', [lead]],
    ] as const) {
      const { status } = await clerk.call('POST', at('notes'), note(text, [...mentions]))
      assert.equal(status, 200)
    }
    const unit = by('unit-clerk')
    assert.equal((await unit.call('POST', at('notes'), note('已经到了现场。', []))).status, 200)
    const notesOf = async (role: string) =>
      (await page(role)).events.filter((event) => event.note).map(({ words }) => words)
    assert.deepEqual(await notesOf('unit-clerk'), ['请城管先到现场。', '已经到了现场。'])
    assert.equal((await notesOf('case-clerk')).length, 4)
    const own_ = await page('unit-clerk')
    assert.deepEqual([own_.units, own_.desk.accused], [[], null])
    assert.deepEqual(own_.readers, [lead])
    for (const body of [note(' ', []), note('看', ['区卫生健康局']), note('看', ['没有']), {}])
      assert.equal((await clerk.call('POST', at('notes'), body)).status, 400)
    const told = office.mailbox.statuses.get(entry.number)
    assert.doesNotMatch(JSON.stringify(told ?? {}), /现场|备注/)
  })

  it('refuses a step from an older page, but not for notes alone', async () => {
    const { seen } = (await page('unit-clerk')).desk
    const noted = await clerk.call('POST', at('notes'), { text: '又一条。', mentions: [] })
    assert.equal(noted.status, 200)
    const unit = by('unit-clerk')
    const accepted = await unit.call('POST', at('actions'), { kind: 'accept', seen })
    assert.equal(accepted.status, 200, JSON.stringify(accepted.body))
    const late = await clerk.call('POST', at('actions'), {
      kind: 'recall',
      units: [own],
      reason: '转错了',
      seen,
    })
    assert.equal(late.status, 409)
    assert.match(JSON.stringify(late.body), /参加办理/)
  })

  it('may show what it has fetched itself, and nothing from elsewhere', async () => {
    const { headers } = await fetch(`${office.cms}/admin/`)
    const rules = (headers.get('content-security-policy') ?? '').split(';')
    const ruleOf = (name: string) => rules.find((rule) => rule.trim().startsWith(`${name} `))
    assert.equal(ruleOf('frame-src')?.trim(), "frame-src 'self' blob:")
    assert.equal(ruleOf('media-src')?.trim(), "media-src 'self' data: blob:")
    assert.equal(ruleOf('object-src')?.trim(), "object-src 'none'")
    assert.doesNotMatch(ruleOf('script-src') ?? '', /blob:|\*/)
  })

  it('offers topics, places with those above them, and no way of telling that is not set up', async () => {
    const { body } = await clerk.call('GET', '/desk/cases/places')
    const { topics, regions, notifyWays } = body as CasePlaces
    // Nothing is set up by which petitioners could be told of progress.
    assert.deepEqual(notifyWays, [])
    assert.ok(topics.some(({ slug, name }) => slug === 'labour' && name === '劳动社保'))
    const place = regions.find(({ name }) => name === '青禾区 城西街道 柳岸社区')
    assert.equal(place?.initials, 'lasq')
    const change = { field: 'region', to: place?.slug }
    const same = await clerk.call('POST', at('actions'), {
      kind: 'correct',
      change,
      reason: '选错了',
    })
    assert.equal(same.status, 409)
    assert.match(JSON.stringify(same.body), /和现在的一样/)
  })

  it('makes of 不满意 a task with its day and its owner, which ends when it was done', async () => {
    await clerk.take(
      entry,
      { kind: 'accept', unit: lead },
      { kind: 'reply', unit: lead, text: '已修。' },
    )
    const evaluation = { satisfaction: 'dissatisfied' as const, comment: '没有修好。' }
    await office.mailbox.send('evaluation', { number: entry.number, evaluation })
    await clerk.wait(entry.number, 'the evaluation', ({ satisfaction }) => satisfaction !== null)
    const opened = await page()
    assert.equal(opened.followUp?.owner, null)
    assert.ok(
      opened.situation.some(({ text }) =>
        /^信访部门要在.+以前回访信访人，还有 15 天。$/.test(text),
      ),
    )
    await clerk.take(entry, { kind: 'assign-follow-up' })
    assert.equal((await page()).followUp?.owner, '办件人员')
    const unit = by('unit-clerk')
    const record = { kind: 'follow-up', record: '已经解释。' }
    assert.equal((await unit.call('POST', at('actions'), record)).status, 403)
    await clerk.take(entry, { kind: 'assign-follow-up', unit: own })
    assert.ok((await page('unit-clerk')).desk.actions.includes('follow-up'))
    assert.equal((await unit.call('POST', at('actions'), record)).status, 200)
    const done = await page()
    assert.equal(done.followUp, null)
    assert.ok(done.events.some(({ words, internal }) => words === '已经解释。' && !internal))
  })

  it('closes at once to a unit that turns out to be accused, its notes too', async () => {
    const accused = { units: [own], cleared: [] }
    assert.equal((await clerk.call('PUT', at('accused-units'), accused)).status, 200)
    assert.deepEqual(await statuses('unit-clerk'), [403, 403, 403])
    assert.ok(!(await page()).readers.includes(own))
  })
})
