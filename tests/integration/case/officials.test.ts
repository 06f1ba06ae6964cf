import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { addDays, shanghaiDay } from '@portal/content/calendar/day'
import type { DeskFile } from '../../../cms/src/contracts/cases/desk-files.ts'
import type { CasePage } from '../../../cms/src/contracts/cases/page.ts'
import type { QueueAnswer } from '../../../cms/src/contracts/cases/queue.ts'
import type {
  CaseLeading,
  LedCasePage,
  Leading,
  ReceptionSlots,
} from '../../../cms/src/contracts/cases/leading.ts'
import type {
  RegisteredCase,
  RegisterFaults,
} from '../../../cms/src/contracts/cases/registration.ts'
import { addStaff } from '../../support/case/add-clerk.ts'
import { signInClerk, type CaseEntry, type Clerk } from '../../support/case/clerk.ts'
import { startCms, type RunningCms } from '../../support/desk/cms.ts'
import { newForm } from '../../support/case/registration.ts'
import { pdfFile } from '../../support/files/files.ts'
import { collection, signIn, type Staff } from '../../support/desk/staff.ts'

const email = 'official@desk.example'
const tomorrow = addDays(shanghaiDay(new Date()), 1)

describe('leading officials', () => {
  let office: RunningCms
  let clerk: Clerk
  let administrator: Staff
  let official: Staff
  let id = ''
  let own: CaseEntry
  let foreign: CaseEntry
  before(async () => {
    office = await startCms()
    clerk = await signInClerk(office)
    administrator = await signIn(office, 'administrator')
    official = await addStaff(office, administrator, 'leading-official', email)
    own = await clerk.wait(await office.mailbox.file(), 'the case')
    foreign = await clerk.wait(await office.mailbox.file(), 'another case')
  })
  after(() => office?.stop())

  const at = ({ documentId }: CaseEntry, path = 'leading') => `/desk/cases/${documentId}/${path}`
  const door = ({ documentId }: CaseEntry, path = '') =>
    `/desk/officials/cases/${documentId}${path}`
  const leading = async (of: CaseEntry) => (await clerk.call('GET', at(of))).body as CaseLeading
  const lead = async (of: CaseEntry, asked: object) =>
    clerk.call('POST', at(of), { ...asked, seen: (await leading(of)).seen })
  const takeOn = (of: CaseEntry, changes: object = {}) =>
    lead(of, { kind: 'take-on', official: id, dueOn: tomorrow, note: '请到现场。', ...changes })
  const mine = async () => (await official.call('GET', '/desk/officials/mine')).body as Leading
  const said = ({ body }: { body: unknown }) =>
    (body as { error?: { message: string } }).error?.message ?? ''
  const bodyOf = (method: string) => (method === 'GET' ? undefined : met)
  const met = { way: 'visit', on: shanghaiDay(new Date()), record: '到家里看过。', result: '' }

  it('have a post that the bureau writes down, and see nothing before', async () => {
    assert.deepEqual(await mine(), { office: null, cases: [], slots: [] })
    const made = await clerk.call('POST', collection('official'), {
      office: '区委副书记',
      name: '周明远',
      account: email,
    })
    assert.equal(made.status, 201, JSON.stringify(made.body))
    id = (made.body as { data: { documentId: string } }).data.documentId
    assert.equal((await mine()).office, '区委副书记')
  })

  it('take a case on, meet the petitioner, end it: each an event, the owner on the queue', async () => {
    const choice = (await leading(own)).officials.find((one) => one.id === id)
    assert.deepEqual(choice, { id, office: '区委副书记', wall: null })
    assert.equal((await takeOn(own)).status, 200)
    assert.match(said(await takeOn(own)), /^已经由区委副书记包案/)
    const [line] = (await mine()).cases
    assert.deepEqual([line?.documentId, line?.dueOn], [own.documentId, tomorrow])
    const shown = (await official.call('GET', door(own))).body as LedCasePage
    assert.equal(shown.request, own.request)
    const written = await official.call('POST', door(own, '/meetings'), met)
    assert.equal(written.status, 200, JSON.stringify(written.body))
    const queue = (await clerk.call('POST', '/desk/cases/queue', { official: id }))
      .body as QueueAnswer
    assert.deepEqual(
      queue.rows.map(({ documentId, marks }) => [documentId, marks.includes('区委副书记包案')]),
      [[own.documentId, true]],
    )
    const { events } = (await clerk.call('GET', at(own, 'page'))).body as CasePage
    const texts = events.map(({ text }) => text).join('')
    assert.match(texts, /由区委副书记包案，.+以前办好。区委副书记走访，/)
    assert.ok(!JSON.stringify(own.steps).includes('包案'))
  })

  it('have no other door: no case that is not theirs, no list, search, filter, export, form or file', async () => {
    for (const path of ['', '/petitioner', '/meetings']) {
      const method = path === '' ? 'GET' : 'POST'
      assert.equal(
        (await official.call(method, door(foreign, path), bodyOf(method))).status,
        403,
        path,
      )
      for (const role of ['case-clerk', 'unit-clerk', 'publicity-author', 'publicity-publisher']) {
        const other = await signIn(office, role)
        assert.equal(
          (await other.call(method, door(own, path), bodyOf(method))).status,
          403,
          `${role} ${path}`,
        )
      }
    }
    const cases = collection('case')
    const relations = '/content-manager/relations'
    const reads = [
      '/desk/cases/due',
      '/desk/cases/choices',
      '/desk/cases/reading',
      '/desk/cases/places',
      '/desk/cases/export',
      '/desk/cases/paper-templates',
      '/desk/officials/slots',
      ...['page', 'reply', 'leading', 'notice', 'notices', 'papers', 'repeats'].map((path) =>
        at(own, path),
      ),
      cases,
      `${cases}?_q=路灯`,
      `${cases}?filters[title][$contains]=路灯`,
      `${cases}?filters[ledBy][$eq]=${id}`,
      `${cases}/${own.documentId}`,
      `${relations}/api::case.case/${own.documentId}/units`,
      `${relations}/api::reception.reception/x/official`,
      ...['official', 'reception', 'department', 'unit-account', 'case-view', 'notice'].map(
        collection,
      ),
      '/upload/files',
      '/admin/users',
    ]
    for (const path of reads) {
      const { status } = await official.call('GET', path)
      assert.ok([401, 403, 404, 405].includes(status), `${path} answered ${status}`)
    }
    const writes: [string, object][] = [
      ['/desk/cases', newForm()],
      ['/desk/cases/repeats', newForm()],
      [at(own, 'actions'), { kind: 'register' }],
      [at(own, 'notes'), { text: '备注', mentions: [] }],
      [at(own, 'petitioner'), {}],
      [at(own), { kind: 'end', outcome: 'settled', record: '好。' }],
      [at(own, 'query-code'), { reason: '丢了' }],
      [at(own, 'notice'), {}],
      ['/desk/notices/cases', { typed: '' }],
      [cases, { title: 'x' }],
      [collection('official'), { office: 'x', name: 'x' }],
    ]
    for (const [path, body] of writes) {
      const { status } = await official.call('POST', path, body)
      assert.ok([401, 403, 404, 405].includes(status), `${path} answered ${status}`)
    }
  })

  it('lose a case that accuses them the moment that it is known, and get none that does', async () => {
    const walled = await clerk.wait(
      await office.mailbox.file({ facts: '路灯的事找过周 明远，他不管。' }),
      'a case that names the official',
    )
    assert.match(
      (await leading(walled)).officials.find((one) => one.id === id)?.wall ?? '',
      /写到了/,
    )
    assert.match(
      said(await takeOn(walled)),
      /^信访人写到了这位领导，不能由区委副书记包案（条例第三十条）/,
    )
    const { number } = own
    assert.equal((await official.call('GET', door(own))).status, 200)
    await office.mailbox.send('supplement', {
      number,
      text: '又去找了周明远，没有结果。',
      attachments: [],
    })
    await clerk.wait(number, 'the supplement', ({ laterMessages }) => laterMessages.length > 0)
    assert.equal((await official.call('GET', door(own))).status, 403)
    assert.equal((await official.call('POST', door(own, '/meetings'), met)).status, 403)
    assert.deepEqual((await mine()).cases, [])
    const end = { kind: 'end', outcome: 'handed-on', record: '信访人写到了这位领导。' }
    assert.equal((await lead(own, end)).status, 200)
    assert.equal((await leading(own)).led, null)
  })

  it('hear visits at the receptions of the published timetable, as many as there is room for', async () => {
    const publisher = await signIn(office, 'publicity-publisher')
    const made = await publisher.call('POST', collection('reception'), {
      ...{ office: '区委副书记', slug: 'deputy-secretary', every: '指定日期', dates: tomorrow },
      ...{ from: '09:00', to: '11:30', place: '一楼接待室', matters: '各类事项', capacity: 1 },
      official: { connect: [{ documentId: id }] },
      order: 9,
    })
    assert.equal(made.status, 201, JSON.stringify(made.body))
    const slotsNow = async () =>
      ((await clerk.call('GET', '/desk/officials/slots')).body as ReceptionSlots).slots
    const slot = (await slotsNow()).find((one) => one.office === '区委副书记')
    assert.deepEqual([slot?.day, slot?.booked, slot?.capacity], [tomorrow, 0, 1])
    const { id: chosen = '' } = slot ?? {}
    const faultOf = async (changes: object) => {
      const { status, body } = await clerk.call('POST', '/desk/cases', { ...newForm(), ...changes })
      assert.equal(status, 400)
      return (body as { error: { details: { faults: RegisterFaults } } }).error.details.faults.slot
    }
    assert.match((await faultOf({ slot: 'x 2026-01-01' })) ?? '', /不在安排里/)
    const naming = { slot: chosen, facts: '这件事周明远早就知道，一直拖着不办，没有答复。' }
    assert.match((await faultOf(naming)) ?? '', /写到了这位领导/)
    const form = newForm({ slot: chosen })
    const first = await clerk.call('POST', '/desk/cases', form)
    assert.equal(first.status, 200, JSON.stringify(first.body))
    const { documentId } = first.body as RegisteredCase
    // The same form again is the same case, though the reception is full now.
    assert.equal((await clerk.call('POST', '/desk/cases', form)).status, 200)
    assert.match((await faultOf({ slot: chosen })) ?? '', /^这一场已经登记满 1 批/)
    // Scans of a form that finds it full stay with the form, and go with it to another reception or to none.
    const late = newForm({ title: '带着材料来晚了的一件' })
    const content = pdfFile().toString('base64')
    const sent = { key: late.key, name: '信.pdf', content }
    const scan = (await clerk.call('POST', '/desk/cases/scans', sent)).body as DeskFile
    const filesIn = async (folder: string) =>
      (await readdir(join(office.dataDir, 'cms', folder), { recursive: true })).filter((name) =>
        name.includes(scan.id),
      )
    assert.match((await faultOf({ ...late, scans: [scan], slot: chosen })) ?? '', /登记满 1 批/)
    assert.deepEqual([(await filesIn('scans')).length, await filesIn('attachments')], [1, []])
    const kept = await clerk.call('POST', '/desk/cases', { ...late, scans: [scan] })
    assert.equal(kept.status, 200, JSON.stringify(kept.body))
    assert.deepEqual([await filesIn('scans'), (await filesIn('attachments')).length], [[], 1])
    assert.equal((await slotsNow()).find((one) => one.id === chosen)?.booked, 1)
    const shown = await leading({ documentId } as CaseEntry)
    assert.match(shown.slot ?? '', /^区委副书记，.+ 09:00—11:30，一楼接待室$/)
    assert.deepEqual(
      (await mine()).slots.map((one) => [one.day, one.cases.map(({ title }) => title)]),
      [[tomorrow, ['柳岸社区路灯不亮']]],
    )
  })
})
