import assert from 'node:assert/strict'
import { access, readdir, readFile, rm, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import Database from 'better-sqlite3'
import JSZip from 'jszip'
import sharp from 'sharp'
import type { DeskFile } from '../../../cms/src/contracts/cases/desk-files.ts'
import type { CasePage } from '../../../cms/src/contracts/cases/page.ts'
import type { ReplyFields, ReplyPage } from '../../../cms/src/contracts/papers/reply-page.ts'
import { signInClerk, type CaseEntry, type Clerk } from '../../support/case/clerk.ts'
import { handOverCases } from '../../support/case/hand-over.ts'
import type { RunningCms } from '../../support/desk/cms.ts'
import { sharedDesk } from '../../support/desk/shared-desk.ts'
import { signIn, type Staff } from '../../support/desk/staff.ts'
import { pdfFile, wordFile } from '../../support/files/files.ts'
import { until } from '../../support/machine/until.ts'
import { lampStory } from '../../support/portal/stories.ts'

const own = '区城市管理和综合执法局'
const parts = {
  request: '修灯',
  facts: '查实',
  opinion: '三日内修好',
  basis: '条例',
  citations: [],
}
const name = '核查情况（三号楼）.pdf'

describe('files that go out with a reply', () => {
  let office: RunningCms
  let clerk: Clerk
  let unit: Staff
  before(async () => {
    office = await sharedDesk()
    clerk = await signInClerk(office)
    unit = await signIn(office, 'unit-clerk')
  })

  const at = (entry: CaseEntry, path: string) => `/desk/cases/${entry.documentId}/${path}`
  const accepted = async () => {
    const entry = await clerk.wait(await office.mailbox.file(lampStory), 'the case')
    await clerk.take(
      entry,
      { kind: 'register' },
      { kind: 'refer', unit: own },
      { kind: 'accept', unit: own },
    )
    return entry
  }
  const send = (staff: Staff, entry: CaseEntry, called: string, content: Buffer) =>
    staff.call('POST', at(entry, 'files'), { name: called, content: content.toString('base64') })
  const add = async (staff: Staff, entry: CaseEntry, called: string, content: Buffer) => {
    const { status, body } = await send(staff, entry, called, content)
    assert.equal(status, 200, JSON.stringify(body))
    return body as DeskFile
  }
  const fields = (files: DeskFile[]): ReplyFields => ({
    ...{ step: 'reply', unit: own, body: '', reason: '', parts, files },
  })
  const page = async (staff: Staff, entry: CaseEntry) =>
    (await staff.call('GET', at(entry, 'reply'))).body as ReplyPage
  const open = (staff: Staff, entry: CaseEntry, id: string) =>
    staff.fetch(at(entry, `attachments/${id}`))
  const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())
  const folder = (kind: string, number: string) => join(office.dataDir, 'cms', kind, number)
  const told = (number: string, state: string) =>
    until(`the status ${state}`, 30, async () => {
      const status = office.mailbox.statuses.get(number)
      return status?.state === state ? status : undefined
    })
  const reasonOf = ({ body }: { body: unknown }) =>
    (body as { error: { message: string } }).error.message

  it('are checked, sealed, kept in the draft, and opened by whoever has added them only', async () => {
    const entry = await accepted()
    const picture = await sharp({
      create: { width: 40, height: 30, channels: 3, background: 'red' },
    })
      .withExif({ IFD0: { Model: 'Secret Camera' } })
      .jpeg()
      .toBuffer()
    const photo = await add(unit, entry, '现场.jpg', picture)
    const paper = await add(unit, entry, name, pdfFile())
    const lying = folder('reply-drafts', entry.number)
    assert.deepEqual((await readdir(lying)).sort(), [`${photo.id}.age`, `${paper.id}.age`].sort())
    for (const file of await readdir(lying)) {
      assert.match(
        (await readFile(join(lying, file))).subarray(0, 21).toString(),
        /^age-encryption/,
      )
    }
    const saved = await unit.call('PUT', at(entry, 'draft'), {
      seen: 0,
      fields: fields([photo, paper]),
    })
    assert.equal(saved.status, 200, JSON.stringify(saved.body))
    assert.deepEqual((await page(unit, entry)).draft?.fields.files, [photo, paper])
    assert.ok(!(await bytesOf(await open(unit, entry, photo.id))).includes('Secret Camera'))
    assert.equal((await open(clerk, entry, photo.id)).status, 404)
    for (const [called, content, words] of [
      ['说明.exe', pdfFile(), /扩展名是程序用的/],
      ['空.pdf', Buffer.alloc(0), /空/],
      ['宏.docx', wordFile('x', [{ name: 'word/vbaProject.bin', content: 'x' }]), /宏/],
      ['页.html', Buffer.from('<script>1</script>'), /./],
      ['大.pdf', Buffer.concat([pdfFile(), Buffer.alloc(10_485_761)]), /不超过 10 MB/],
    ] as const) {
      const refused = await send(unit, entry, called, content)
      assert.equal(refused.status, 400, called)
      assert.match(reasonOf(refused), words)
    }
    const author = await signIn(office, 'publicity-author')
    assert.equal((await send(author, entry, name, pdfFile())).status, 403)
    assert.ok(!(await office.log()).includes('核查情况'))
  })

  it('are brought before the status that names them, and can be exchanged by a correction', async () => {
    const entry = await accepted()
    const { number } = entry
    const content = pdfFile({ text: 'one' })
    const paper = await add(unit, entry, name, content)
    const step = (body: object) => unit.call('POST', at(entry, 'actions'), body)
    const reply = { kind: 'reply', unit: own, parts }
    const forged = { ...paper, name: '别的.pdf' }
    assert.match(reasonOf(await step({ ...reply, files: [forged] })), /对不上/)
    const other = await accepted()
    const elsewhere = await unit.call('POST', at(other, 'actions'), { ...reply, files: [paper] })
    assert.match(reasonOf(elsewhere), /对不上/)
    const twice = await step({ ...reply, files: [paper, paper] })
    assert.equal(twice.status, 400)
    assert.equal((await step({ ...reply, files: [paper] })).status, 200)

    const [file] = (await told(number, 'replied')).reply?.files ?? []
    assert.ok(file)
    assert.deepEqual([file.name, file.type, file.bytes], [name, 'application/pdf', content.length])
    assert.notEqual(file.id, paper.id)
    assert.deepEqual(await office.mailbox.openReplyFile(number, file.id), content)
    assert.deepEqual(await readdir(folder('attachments', number)), [`${paper.id}.age`])
    await assert.rejects(access(join(folder('reply-drafts', number), `${paper.id}.age`)))

    const shown = (await clerk.call('GET', at(entry, 'page'))).body as CasePage
    assert.deepEqual(
      shown.reply?.files?.map(({ id }) => id),
      [paper.id],
    )
    assert.equal(shown.desk.record.intact, true)
    const opened = await open(clerk, entry, paper.id)
    assert.deepEqual(await bytesOf(opened), content)
    const database = new Database(join(office.dataDir, 'cms', 'cms.db'), { readonly: true })
    const views = database.prepare('select act from case_views where number = ?').all(number)
    const rows = JSON.stringify(
      database.prepare('select * from cases where number = ?').all(number),
    )
    database.close()
    assert.ok(views.some((view) => (view as { act: string }).act === '下载附件'))
    assert.ok(!rows.includes('核查情况'))

    const carried = (await page(clerk, entry)).reply?.files ?? []
    assert.deepEqual(carried, [paper])
    const correct = { kind: 'correct-reply', parts, reason: '附件发错了' }
    const same = await clerk.call('POST', at(entry, 'actions'), { ...correct, files: carried })
    assert.match(reasonOf(same), /没有变化/)
    const second = await add(clerk, entry, '改正.pdf', pdfFile({ text: 'two' }))
    await clerk.take(entry, { ...correct, files: [...carried, second] })
    const both = await until('both files', 30, async () => {
      const files = office.mailbox.statuses.get(number)?.reply?.files
      return files?.length === 2 ? files : undefined
    })
    assert.equal(both[0]?.id, file.id)
    await clerk.take(entry, { ...correct, files: [second] })
    await until('the file is gone', 30, async () =>
      (await office.mailbox.openReplyFile(number, file.id)) === null ? true : undefined,
    )
    // What went out once stays in the record.
    assert.equal((await open(clerk, entry, paper.id)).status, 200)

    // And is handed over with the case: in the ZIP and in the table's row.
    const cases = [entry.documentId]
    await rm(join(folder('attachments', number), `${second.id}.age`))
    const handed = await handOverCases(office, clerk, { format: 'zip', cases })
    const zip = await JSZip.loadAsync(handed.bytes)
    const place = `附件/${number}/答复附件/01 ${name}`
    const list = '没有移交的附件.txt'
    assert.deepEqual(Object.keys(zip.files), ['办件.json', '办件.csv', place, list])
    assert.deepEqual(await zip.file(place)?.async('nodebuffer'), content)
    const missing = (await zip.file(list)?.async('text')) ?? ''
    assert.match(missing, new RegExp(`${number} 答复附件/02 改正\\.pdf`))
    const table = (await zip.file('办件.csv')?.async('text')) ?? ''
    assert.ok(table.includes(`"答复附件：${name}\n答复附件：改正.pdf"`), table)
  })

  it('do not go out where one is gone, and a reply never without them', async () => {
    const entry = await accepted()
    const { number } = entry
    const [lost, kept] = [
      await add(unit, entry, '一.pdf', pdfFile({ text: 'one' })),
      await add(unit, entry, '二.pdf', pdfFile({ text: 'two' })),
    ]
    const lies = join(folder('reply-drafts', number), `${lost.id}.age`)
    await rm(lies)
    const reply = { kind: 'reply', unit: own, parts }
    const refused = await unit.call('POST', at(entry, 'actions'), { ...reply, files: [lost, kept] })
    assert.deepEqual(
      [refused.status, reasonOf(refused)],
      [409, '有的附件已经不在了，请删去后重新添加。'],
    )
    const third = await add(unit, entry, '三.pdf', pdfFile({ text: 'three' }))
    const old = new Date(Date.now() - 20 * 86_400_000)
    for (const { id } of [kept, third]) {
      await utimes(join(folder('reply-drafts', number), `${id}.age`), old, old)
    }
    await unit.call('PUT', at(entry, 'draft'), { seen: 0, fields: fields([kept]) })
    await add(unit, entry, '四.pdf', pdfFile({ text: 'four' }))
    const lying = await readdir(folder('reply-drafts', number))
    assert.deepEqual(
      [kept, third].map(({ id }) => lying.includes(`${id}.age`)),
      [true, false],
    )
    await clerk.take(entry, { ...reply, files: [kept] })
    assert.equal((await told(number, 'replied')).reply?.files?.length, 1)
  })
})
