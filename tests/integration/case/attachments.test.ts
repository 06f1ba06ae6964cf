import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import Database from 'better-sqlite3'
import JSZip from 'jszip'
import { handOverCases } from '../../support/case/hand-over.ts'
import type { Watch, WatchDetails } from '../../../cms/src/contracts/watch.ts'
import { signInClerk, type Clerk } from '../../support/case/clerk.ts'
import type { RunningCms } from '../../support/desk/cms.ts'
import { sharedDesk } from '../../support/desk/shared-desk.ts'
import { signIn } from '../../support/desk/staff.ts'
import { until } from '../../support/machine/until.ts'

describe('files that come with a petition', () => {
  let office: RunningCms
  let clerk: Clerk
  before(async () => {
    office = await sharedDesk()
    clerk = await signInClerk(office)
  })

  const name = "照片'一'（三号楼）.jpg"
  /** Several of the pieces of 64 KiB in which age seals. */
  const photo = randomBytes(300_000)

  it('are kept sealed, and given out whole under their own name', async () => {
    const file = await office.mailbox.attach(name, 'image/jpeg', photo)
    const number = await office.mailbox.file({}, [file])
    const entry = await clerk.wait(number, 'the case')
    assert.deepEqual(
      entry.attachments.map(({ id, state }) => [id, state]),
      [[file.id, 'kept']],
    )
    const path = join(office.dataDir, 'cms', 'attachments', number, `${file.id}.age`)
    assert.equal((await stat(path)).mode & 0o777, 0o600)
    const lying = await readFile(path)
    assert.match(lying.subarray(0, 21).toString(), /^age-encryption\.org/)
    assert.ok(!lying.includes(photo.subarray(0, 32)))

    const address = `/desk/cases/${entry.documentId}/attachments/${file.id}`
    const response = await clerk.fetch(address)
    assert.equal(response.status, 200)
    assert.equal(response.headers.get('content-type'), 'image/jpeg')
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff')
    assert.equal(response.headers.get('cache-control'), 'no-store')
    const disposition = response.headers.get('content-disposition') ?? ''
    assert.match(disposition, /^attachment; filename="file\.jpg"; filename\*=UTF-8''[\x21-\x7e]+$/)
    assert.equal(decodeURIComponent(disposition.split("''")[1] ?? ''), name)
    assert.ok(Buffer.from(await response.arrayBuffer()).equals(photo))

    const database = new Database(join(office.dataDir, 'cms', 'cms.db'), { readonly: true })
    const [view] = database
      .prepare('select number, viewer, act from case_views order by id desc limit 1')
      .all()
    database.close()
    assert.deepEqual(view, { number, viewer: 'case-clerk@petition.example', act: '下载附件' })
  })

  it('are given to nobody else, and by no other address', async () => {
    const file = await office.mailbox.attach('a.png', 'image/png', photo)
    const { documentId } = await clerk.wait(await office.mailbox.file({}, [file]), 'the case')
    const address = `/desk/cases/${documentId}/attachments/${file.id}`
    assert.equal((await fetch(office.cms + address)).status, 401)
    const author = await signIn(office, 'publicity-author')
    assert.equal((await author.fetch(address)).status, 403)
    const other = await clerk.wait(await office.mailbox.file(), 'another case')
    const crossed = `/desk/cases/${other.documentId}/attachments/${file.id}`
    assert.equal((await clerk.fetch(crossed)).status, 404)
    const climbing = `/desk/cases/${documentId}/attachments/..%2f..%2fsecrets.json`
    assert.equal((await clerk.fetch(climbing)).status, 404)
  })

  it('go with a case that is handed over, and are named where they cannot', async () => {
    const whole = await office.mailbox.attach('../完好.png', 'image/png', photo)
    const same = await office.mailbox.attach('完好.png', 'image/png', photo.subarray(0, 100))
    const broken = await office.mailbox.attach('后来坏了.png', 'image/png', photo)
    const number = await office.mailbox.file({}, [whole, same, broken])
    const { documentId } = await clerk.wait(number, 'the case')
    const path = join(office.dataDir, 'cms', 'attachments', number, `${broken.id}.age`)
    await writeFile(path, (await readFile(path)).subarray(0, 200_000))

    const { bytes, answer } = await handOverCases(office, clerk, {
      format: 'zip',
      cases: [documentId],
    })
    assert.match(answer.headers.get('content-disposition') ?? '', /\.zip$/)
    const zip = await JSZip.loadAsync(bytes)
    assert.deepEqual(Object.keys(zip.files), [
      '办件.json',
      '办件.csv',
      `附件/${number}/01 完好.png`,
      `附件/${number}/02 完好.png`,
      '没有移交的附件.txt',
    ])
    const inZip = await zip.file(`附件/${number}/01 完好.png`)?.async('nodebuffer')
    assert.ok(inZip?.equals(photo))
    assert.match((await zip.file('没有移交的附件.txt')?.async('text')) ?? '', /03 后来坏了\.png/)
    const json = JSON.parse((await zip.file('办件.json')?.async('text')) ?? '')
    assert.equal(json.cases[0].number, number)

    const database = new Database(join(office.dataDir, 'cms', 'cms.db'), { readonly: true })
    const views = database
      .prepare('select act from case_views where number = ? order by id')
      .pluck()
      .all(number) as string[]
    database.close()
    assert.deepEqual(
      views.filter((act) => act !== '查阅').toSorted(),
      ['导出', '下载附件', '下载附件'].toSorted(),
    )
  })

  it('that are missing, damaged or exchanged are told of, and the rest goes on', async () => {
    const whole = await office.mailbox.attach('完好.png', 'image/png', photo)
    const lost = await office.mailbox.attach('丢失.png', 'image/png', photo)
    const cut = await office.mailbox.attach('截断.png', 'image/png', photo)
    const swapped = await office.mailbox.attach('调换.png', 'image/png', randomBytes(photo.length))
    const flipped = await office.mailbox.attach('翻转.png', 'image/png', photo)
    const { files } = office.mailbox
    const sealedOf = (id: string) => files.get(id) ?? assert.fail('no such file')
    files.delete(lost.id)
    files.set(cut.id, sealedOf(cut.id).subarray(0, 200_000))
    files.set(swapped.id, sealedOf(whole.id))
    const bytes = Buffer.from(sealedOf(flipped.id))
    bytes.writeUInt8(bytes.readUInt8(150_000) ^ 1, 150_000)
    files.set(flipped.id, bytes)

    const number = await office.mailbox.file({}, [lost, cut, swapped, flipped, whole])
    const entry = await clerk.wait(number, 'the case')
    assert.deepEqual(
      entry.attachments.map(({ state }) => state),
      ['missing', 'damaged', 'damaged', 'damaged', 'kept'],
    )
    const asked = entry.steps.filter(({ text }) => text.includes('请重新补充提交'))
    assert.equal(asked.length, 4)
    for (const { id } of [lost, cut, swapped, flipped]) {
      const { status } = await clerk.fetch(`/desk/cases/${entry.documentId}/attachments/${id}`)
      assert.equal(status, 409)
    }
    // The administrator is told of which case, until it is over, and of nothing in it.
    const administrator = await signIn(office, 'administrator')
    const watch = async () => {
      const { body } = await administrator.call('GET', '/desk/home/watch/details')
      const { lostFiles } = body as WatchDetails
      const { body: home } = await administrator.call('GET', '/desk/home/watch')
      assert.equal((home as Watch).lostFiles, lostFiles.length)
      return lostFiles.filter((one) => one.number === number)
    }
    assert.deepEqual(await watch(), [{ number, files: 4 }])
    const unit = '区城市管理和综合执法局'
    await clerk.take(
      entry,
      { kind: 'register' },
      { kind: 'refer', unit },
      { kind: 'accept', unit },
      { kind: 'reply', unit, text: '已收到重新提交的照片，路灯已修好。' },
      { kind: 'close' },
    )
    assert.deepEqual(await watch(), [])
    // The test's own questions stand in the log of requests.
    const log = (await office.log()).replaceAll(/^.*GET .*$/gm, '')
    assert.match(log, /有 4 个附件缺失或损坏/)
    assert.ok(!log.includes('截断') && !log.includes(number), 'the log names file or petition')
  })

  it('hold their message back while the portal is away, and the order holds', async () => {
    const { mailbox } = office
    const file = await mailbox.attach('稍后.png', 'image/png', photo)
    mailbox.breakOff(file.id)
    const first = await mailbox.file({ title: '带附件的' }, [file])
    const second = await mailbox.file({ title: '后面的一件' })
    const tries = () => mailbox.asked.filter((path) => path.endsWith(file.id)).length
    await until('two tries', 30, async () => (tries() >= 2 ? true : undefined))
    assert.equal(await clerk.find(first), undefined)
    assert.equal(await clerk.find(second), undefined, 'the later message overtook the earlier')
    assert.ok(mailbox.acknowledged() < mailbox.rows.length - 1)
    mailbox.mend(file.id)
    const entry = await clerk.wait(first, 'the case')
    assert.equal(entry.attachments[0]?.state, 'kept')
    await clerk.wait(second, 'the case after it')
  })

  it('of any kind that is taken are saved, never shown', async () => {
    const kinds = [
      ['录音.amr', 'audio/amr'],
      ['经过.mov', 'video/quicktime'],
      ['经过.3g2', 'video/3gpp2'],
      ['工资.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ] as const
    const { mailbox } = office
    const files = await Promise.all(kinds.map(([name, type]) => mailbox.attach(name, type, photo)))
    const { documentId } = await clerk.wait(await mailbox.file({}, files), 'the case')
    for (const [place, [, type]] of kinds.entries()) {
      const id = files[place]?.id ?? ''
      const { status, headers } = await clerk.fetch(`/desk/cases/${documentId}/attachments/${id}`)
      assert.deepEqual([status, headers.get('content-type')], [200, type])
      assert.match(headers.get('content-disposition') ?? '', /^attachment; /)
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
      assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'; sandbox/)
    }
  })

  it('come with a supplement too', async () => {
    const { number } = await clerk.wait(await office.mailbox.file(), 'the case')
    const file = await office.mailbox.attach('补充.pdf', 'application/pdf', photo)
    await office.mailbox.send('supplement', { number, text: '见附件。', attachments: [file] })
    const entry = await clerk.wait(number, 'the file', ({ attachments }) => attachments.length > 0)
    assert.deepEqual(entry.laterMessages[0]?.attachments, [file.id])
    const { status } = await clerk.fetch(`/desk/cases/${entry.documentId}/attachments/${file.id}`)
    assert.equal(status, 200)
  })
})
