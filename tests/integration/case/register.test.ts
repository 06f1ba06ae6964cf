import assert from 'node:assert/strict'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import { shanghaiClock } from '@portal/content/calendar/day'
import { deriveAccessKeys, unwrapIdentity } from '@portal/content/schema/mailbox/access'
import { status as statusSchema } from '@portal/content/schema/petition/status'
import { Decrypter } from 'age-encryption'
import sharp from 'sharp'
import type { CasePage, PetitionerLines } from '../../../cms/src/contracts/cases/page.ts'
import type { DeskFile } from '../../../cms/src/contracts/cases/desk-files.ts'
import type {
  RegisteredCase,
  RegisterFaults,
  RegisterRequest,
} from '../../../cms/src/contracts/cases/registration.ts'
import { openRecord } from '../../support/case/record.ts'
import { signInClerk, type Clerk } from '../../support/case/clerk.ts'
import type { RunningCms } from '../../support/desk/cms.ts'
import { sharedDesk } from '../../support/desk/shared-desk.ts'
import { pdfFile, wordFile } from '../../support/files/files.ts'
import { newForm } from '../../support/case/registration.ts'
import { signIn } from '../../support/desk/staff.ts'
import { until } from '../../support/machine/until.ts'

const roles = ['unit-clerk', 'publicity-author', 'publicity-publisher', 'administrator'] as const

describe('registering what came otherwise than by the online form', () => {
  let office: RunningCms
  let clerk: Clerk
  before(async () => {
    office = await sharedDesk()
    clerk = await signInClerk(office)
  })

  const post = (form: RegisterRequest) => clerk.call('POST', '/desk/cases', form)
  const register = async (form: RegisterRequest) => {
    const { status, body } = await post(form)
    assert.equal(status, 200, JSON.stringify(body))
    return body as RegisteredCase
  }
  const pageOf = async ({ documentId }: { documentId: string }) =>
    (await clerk.call('GET', `/desk/cases/${documentId}/page`)).body as CasePage
  const faultsOf = async (form: RegisterRequest) => {
    const { status, body } = await post(form)
    assert.equal(status, 400)
    return (body as { error: { details: { faults: RegisterFaults } } }).error.details.faults
  }

  it('opens its door to the case staff of the bureau only', async () => {
    const anonymous = await fetch(`${office.cms}/desk/cases`, { method: 'POST' })
    assert.equal(anonymous.status, 401)
    for (const role of roles) {
      const staff = await signIn(office, role)
      assert.equal((await staff.call('POST', '/desk/cases', newForm())).status, 403, role)
      const scan = { key: newForm().key, name: '信.pdf', content: '' }
      assert.equal((await staff.call('POST', '/desk/cases/scans', scan)).status, 403, role)
    }
    for (const body of [{}, { ...newForm(), key: 'short' }, { ...newForm(), people: 3 }])
      assert.equal((await clerk.call('POST', '/desk/cases', body)).status, 400)
  })

  it('makes a case that is registered, in words, with its petitioner, found by number and name', async () => {
    const made = await register(
      newForm({
        people: '7',
        representatives: [
          { name: '代表甲', phone: '13900001111' },
          { name: '代表乙', phone: '' },
        ],
      }),
    )
    assert.match(made.number, /^[1-9]\d{15}$/)
    assert.match(made.code, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    const page = await pageOf(made)
    assert.deepEqual(
      [page.channel, page.state, page.region],
      ['来访', 'registered', '青禾区 城西街道 柳岸社区'],
    )
    assert.ok(page.desk.record.intact)
    const { body } = await clerk.call('POST', `/desk/cases/${made.documentId}/petitioner`, {})
    const { lines } = body as PetitionerLines
    assert.deepEqual(
      lines.find(({ name }) => name === '推选的代表')?.value,
      '代表甲，13900001111\n代表乙',
    )
    const found = await clerk.call('POST', '/desk/cases/queue', { q: '王小明' })
    const { rows } = found.body as { rows: { number: string }[] }
    assert.deepEqual(
      rows.map(({ number }) => number),
      [made.number],
    )
  })

  it('counts from when it came, and brings the petitioner a status that the code alone opens', async () => {
    const came = new Date(Date.now() - 3 * 86_400_000)
    const receivedAt = shanghaiClock(came).slice(0, 16)
    const made = await register(
      newForm({ channel: 'letter', receivedAt, name: '', withheld: true }),
    )
    const [, duty] = (await pageOf(made)).situation
    assert.match(duty?.text ?? '', /登记并转送、交办，还有 12 天/)
    const { sealed, access } = await until('its status', 30, async () =>
      office.mailbox.registered.get(made.number),
    )
    const bytes = (text: string) => Buffer.from(text, 'base64')
    const code = made.code.replaceAll('-', '')
    const { wrappingKey } = await deriveAccessKeys(code, bytes(access.salt))
    const decrypter = new Decrypter()
    const identity = unwrapIdentity(made.number, bytes(access.wrappedIdentity), wrappingKey)
    decrypter.addIdentity(identity ?? assert.fail('the code does not open it'))
    const status = statusSchema.parse(JSON.parse(await decrypter.decrypt(bytes(sealed), 'text')))
    assert.deepEqual(
      status.steps.map(({ text }) => text),
      ['来信已收到。', '信访部门已登记。'],
    )
    assert.equal(shanghaiClock(status.receivedAt).slice(0, 16), receivedAt)
  })

  it('makes one case of a form that is sent twice, at once or later, and shows the same code', async () => {
    const form = newForm({ title: '按了两次的一件' })
    const answers = await Promise.all([1, 2, 3].map(() => register(form)))
    answers.push(await register(form))
    assert.equal(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1)
    const { body } = await clerk.call('POST', '/desk/cases/queue', { q: '按了两次的一件' })
    assert.equal((body as { found: number }).found, 1)
    const other = await post({ ...form, title: '后来又改了标题' })
    assert.equal(other.status, 409)
    assert.match(JSON.stringify(other.body), new RegExp(`后来改的没有记上.+${answers[0]?.number}`))
  })

  it('says at each field what is wrong, and makes no case then', async () => {
    const before = (await clerk.call('POST', '/desk/cases/queue', {})).body as { found: number }
    const nowhere = await faultsOf(newForm({ topic: 'no-such', region: '' }))
    assert.deepEqual(Object.keys(nowhere), ['topic', 'region'])
    assert.ok((await faultsOf(newForm({ facts: '字'.repeat(20_001) }))).facts)
    const unknown = newForm({ repeatOf: '9999999999999999', repeatReason: '同一件事' })
    assert.match((await faultsOf(unknown)).repeatOf ?? '', /没有这个编号/)
    const now = (await clerk.call('POST', '/desk/cases/queue', {})).body as { found: number }
    assert.equal(now.found, before.found)
  })

  const send = (key: string, name: string, bytes: Buffer) =>
    clerk.call('POST', '/desk/cases/scans', { key, name, content: bytes.toString('base64') })
  const scan = async (key: string, name: string, bytes: Buffer) => {
    const { status, body } = await send(key, name, bytes)
    assert.equal(status, 200, JSON.stringify(body))
    return body as DeskFile
  }

  it('keeps pictures of the paper sealed with the case, as files that come from the portal', async () => {
    const form = newForm({ channel: 'letter', title: '附了来信照片的一件' })
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
      .withExif({ IFD0: { Make: 'Secret Camera' } })
      .jpeg()
      .toBuffer()
    const letter = pdfFile()
    const scans = [
      await scan(form.key, '../来信.jpeg', photo),
      await scan(form.key, '信封.pdf', letter),
    ]
    const [made] = await Promise.all([1, 2, 3].map(() => register({ ...form, scans })))
    const { documentId, number } = made ?? assert.fail('nothing was registered')
    const { attachments } = await pageOf({ documentId })
    assert.deepEqual(
      attachments.map(({ name, type, state }) => [name, type, state]),
      [
        ['来信.jpg', 'image/jpeg', 'kept'],
        ['信封.pdf', 'application/pdf', 'kept'],
      ],
    )
    const [picture, paper] = attachments
    const bytesOf = async ({ id = '' } = {}) => {
      const answer = await clerk.fetch(`/desk/cases/${documentId}/attachments/${id}`)
      assert.equal(answer.status, 200)
      return Buffer.from(await answer.arrayBuffer())
    }
    assert.ok(!(await bytesOf(picture)).includes('Secret Camera'))
    assert.ok((await bytesOf(paper)).equals(letter))
    const folder = join(office.dataDir, 'cms', 'attachments', number)
    const lying = await readFile(join(folder, `${paper?.id}.age`))
    assert.match(lying.subarray(0, 21).toString(), /^age-encryption\.org/)
    assert.deepEqual(await readdir(join(office.dataDir, 'cms', 'scans')), [])
    const { body } = await clerk.call('POST', '/desk/cases/queue', { q: '信封.pdf' })
    assert.equal((body as { found: number }).found, 1)
  })

  it('refuses scans that the portal would refuse, or that are of another form, in words', async () => {
    const form = newForm()
    const word = { name: 'word/vbaProject.bin', content: 'x' }
    for (const [name, bytes, said] of [
      ['信.exe', pdfFile(), /扩展名是程序用的/],
      ['信.pdf', Buffer.alloc(0), /空的/],
      ['信.jpg', Buffer.from('GIF89a not a picture'), /不完整|损坏/],
      ['信.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /SVG/],
      ['信.docx', wordFile('信', [word]), /宏/],
      ['信.txt', Buffer.from('请修好路灯。'), /直接写在这一页上/],
      ['信.pdf', Buffer.alloc(10 * 1024 * 1024 + 1, pdfFile()), /不超过 10 MB/],
    ] as const) {
      const { status, body } = await send(form.key, name, bytes)
      assert.equal(status, 400, name)
      assert.match(JSON.stringify(body), said)
    }
    const own = await scan(form.key, '信.pdf', pdfFile())
    const lost = /有材料打不开了/
    assert.match((await faultsOf({ ...newForm(), scans: [own] })).scans ?? '', lost)
    assert.match(
      (await faultsOf({ ...form, scans: [{ ...own, name: '别的.pdf' }] })).scans ?? '',
      lost,
    )
    await rm(join(office.dataDir, 'cms', 'scans'), { recursive: true })
    assert.match((await faultsOf({ ...form, scans: [own] })).scans ?? '', lost)
    await register(form)
  })

  it('closes what a grid round has settled on the spot, and lets the bureau take it up again', async () => {
    const made = await register(
      newForm({ channel: 'grid', isSettled: true, settled: '网格员当场换好了灯泡。' }),
    )
    const page = await pageOf(made)
    assert.deepEqual([made.settled, page.state, page.channel], [true, 'closed', '网格走访排查'])
    assert.match(page.events.at(-1)?.text ?? '', /当场解决.+换好了灯泡/)
    assert.deepEqual(page.desk.actions, ['reopen'])
    await clerk.take(made, { kind: 'reopen', reason: '又坏了' })
    assert.equal((await pageOf(made)).state, 'registered')
  })

  it('links a repeat to the earlier case, which stays as it is, and writes texts whole', async () => {
    const first = await register(newForm({ title: '第一次反映的事' }))
    const before = await pageOf(first)
    const long = '路灯😀坏了。'.repeat(3000)
    const made = await register(
      newForm({ facts: long, repeatOf: first.number, repeatReason: '同一盏路灯，同一个人' }),
    )
    const page = await pageOf(made)
    assert.equal(page.facts, long)
    assert.equal(page.state, 'registered')
    const linked = page.events.find(({ text }) => text.includes('重复信访'))
    assert.ok(linked?.internal && linked.text.includes('同一盏路灯，同一个人'))
    assert.deepEqual((await pageOf(first)).events, before.events)
  })

  it('leaves records that `verify` finds whole, of all channels', async () => {
    const desk = { office, settings: {}, ask: async () => [], stop: office.stop, number: '' }
    await openRecord(() => desk, false).isWhole()
  })

  it('writes none of it to the log', async () => {
    const log = await office.log()
    for (const secret of ['王小明', '13800005678', '三号楼前的路灯'])
      assert.ok(!log.includes(secret))
  })
})
