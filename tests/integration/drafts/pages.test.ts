import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import { dayMs } from '../../../content/calendar/day.ts'
import Database from 'better-sqlite3'
import { formKey, readReceipt, visibleText } from '../../support/portal/citizen.ts'
import { story } from '../../support/portal/stories.ts'
import type { Page } from '../../support/portal/citizen.ts'
import { startIntake } from '../../support/portal/intake.ts'
import type { Intake } from '../../support/portal/intake.ts'

let intake: Intake
before(async () => {
  intake = await startIntake()
})
after(() => intake.stop())

const post = async (fields: Record<string, string>, accept = 'text/html'): Promise<Page> => {
  const response = await fetch(`${intake.portal.url}/petition/resume/`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { accept },
  })
  return { status: response.status, html: await response.text(), headers: response.headers }
}
const half = { title: story.title, facts: '第一段。\n“第二段”<b>还没写完', category: 'claim' }
/** Saves the half-written story as a browser without a script does. */
const save = async (fields: Record<string, string> = {}) => {
  const key = fields.key ?? (await intake.citizen.openForm())
  const page = await post({ ...half, ...fields, key, intent: 'save' })
  const code = /name="resumeCode"[^>]*value="([2-9A-Z]{16})"/.exec(page.html)?.[1]
  return { page, key, code: code ?? assert.fail('the page shows no code') }
}
const resume = (resumeCode: string) => post({ resumeCode, intent: 'resume' })

it('gives a code that looks unlike a query code, says how long it holds, and keeps the form', async () => {
  const { page, key } = await save()
  assert.equal(page.status, 200)
  assert.equal(page.headers.get('cache-control'), 'no-store')
  assert.match(visibleText(page), /已经保存，还没有提交.*[2-9A-Z]{4}(·[2-9A-Z]{4}){3}/)
  assert.match(visibleText(page), /保存到20\d\d年\d+月\d+日.*这不是查询码/)
  assert.match(page.html, /value="工地拖欠三个月工资"/)
  assert.equal(formKey(page.html), key)
})

it('opens the form on another device with everything in it, and files it there', async () => {
  const { code, key } = await save()
  const page = await resume(code.toLowerCase().replace(/(.{4})(?=.)/g, '$1 '))
  assert.equal(page.status, 200)
  assert.match(visibleText(page), /上次写的已经填好，请接着写。.*还没有提交/)
  assert.match(page.html, /第一段。\n“第二段”&lt;b&gt;还没写完<\/textarea>/)
  assert.match(page.html, /value="claim"[^>]*checked|checked[^>]*value="claim"/)
  assert.equal(formKey(page.html), key)

  const receipt = readReceipt(await intake.citizen.file({ ...story, key }))
  assert.match(receipt.number, /^\d{4} /)
  assert.equal((await resume(code)).status, 404)
})

it('keeps nothing of a form that was filed, saved once more and sent again', async () => {
  const { key } = await save()
  const receipt = readReceipt(await intake.citizen.file({ ...story, key }))
  const { code } = await save({ key })
  assert.equal((await resume(code)).status, 200)
  const other = await intake.citizen.file({ ...story, title: '另一个标题', key })
  assert.equal(other.status, 409)
  assert.equal((await resume(code)).status, 200, 'what is not in the receipt must not be lost')
  assert.deepEqual(readReceipt(await intake.citizen.file({ ...story, key })), receipt)
  assert.equal((await resume(code)).status, 404)
})

it('saves the same form again under the same code', async () => {
  const { code, key } = await save()
  const again = await post({ ...half, facts: '又写了一段。', key, intent: 'save' })
  assert.ok(again.html.includes(code))
  assert.match((await resume(code)).html, /又写了一段。<\/textarea>/)
})

it('says the same of a wrong code, a wiped one, a filed one and one that is too old', async () => {
  const [wiped, filed, old] = [await save(), await save(), await save()]
  assert.match(visibleText(await post({ resumeCode: wiped.code, intent: 'wipe' })), /已经清除/)
  await intake.citizen.file({ ...story, key: filed.key })
  const database = new Database(join(intake.data.path, 'portal', 'mailbox.db'))
  const past = new Date(Date.now() - 40 * dayMs).toISOString()
  // Only the one that was saved last.
  database
    .prepare('update drafts set saved_at = ? where saved_at = (select max(saved_at) from drafts)')
    .run(past)
  database.close()
  const codes = ['A'.repeat(16), wiped.code, filed.code, old.code, 'AAAA-AAAA-AAAA']
  const pages = await Promise.all(codes.map(resume))
  assert.deepEqual([...new Set(pages.map(({ status }) => status))], [404])
  const said = pages.map(({ html }) =>
    html.replace(/(id="resume-code"[^>]*?) value(="[^"]*")?/, '$1'),
  )
  assert.equal(new Set(said).size, 1)
  assert.match(said[0] ?? '', /没有找到/)
})

it('asks for the code where none was written', async () => {
  const page = await resume(' ')
  assert.equal(page.status, 422)
  assert.match(visibleText(page), /请填写接着写的码/)
})

it('wipes from within the form, which stays as it is, and by the code', async () => {
  const { code, key } = await save()
  const within = await post({ ...half, key, resumeCode: code, intent: 'wipe' })
  assert.match(visibleText(within), /已经清除.*您写的还在这一页/)
  assert.match(within.html, /还没写完<\/textarea>/)
  assert.equal((await resume(code)).status, 404)
  const mistyped = await post({ resumeCode: 'A'.repeat(16), intent: 'wipe' })
  assert.equal(mistyped.status, 404, 'who mistypes the code must not believe that it is wiped')
})

it('says what is wrong when nothing is written or too much, and loses nothing', async () => {
  const key = await intake.citizen.openForm()
  const empty = await post({ key, title: ' ', intent: 'save' })
  assert.equal(empty.status, 422)
  assert.match(visibleText(empty), /没有保存上.*还没有写内容/)
  const long = await post({
    key,
    facts: '长'.repeat(5_000),
    address: '长'.repeat(5_000),
    title: '长'.repeat(3_000),
    intent: 'save',
  })
  assert.equal(long.status, 200)
})

it('answers the page’s script with data', async () => {
  const key = await intake.citizen.openForm()
  const { html, headers } = await post({ ...half, key, intent: 'save' }, 'application/json')
  assert.match(headers.get('content-type') ?? '', /json/)
  const answer = JSON.parse(html)
  assert.equal(answer.kind, 'saved')
  assert.equal(answer.key, key)
  const wiped = await post({ resumeCode: answer.code, intent: 'wipe' }, 'application/json')
  assert.deepEqual(JSON.parse(wiped.html), { kind: 'wiped' })
})

it('gives a form without a key of ours one, under which it is saved', async () => {
  const page = await post({ ...half, key: 'guessed', intent: 'save' })
  const key = formKey(page.html)
  assert.notEqual(key, 'guessed')
  assert.ok(readReceipt(await intake.citizen.file({ ...story, key })).number)
})

it('shows codes and drafts to nobody else: not in logs, not in files', async () => {
  const canary = '金丝雀的草稿经过'
  const { code } = await save({ facts: canary, phone: '13987654321' })
  await resume(code)
  await fetch(`${intake.portal.url}/petition/resume/?resumeCode=${code}`)
  const files = readdirSync(intake.data.path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(intake.release))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
  for (const secret of [canary, '13987654321', code]) {
    assert.ok(!intake.portal.output().includes(secret), `the log holds ${secret}`)
    assert.ok(!Buffer.concat(files).includes(secret), `the data folder holds ${secret}`)
  }
})

it('shows the whole receipt without a script: both values, a code to scan, a way to enlarge', async () => {
  const key = await intake.citizen.openForm()
  const page = await intake.citizen.file({ ...story, key })
  assert.ok(/<svg class="qr"[^>]*role="img"/.test(page.html), 'there is no code to scan')
  assert.ok(page.html.includes('href="#receipt-large"'), 'there is no way to enlarge')
  assert.match(visibleText(page), /查询编号这件事的号码.*查询码您自己的钥匙.*扫一扫，查进度/)
})

it('says in the title and with the focus what is wrong, where the server has refused', async () => {
  const { citizen } = intake
  const key = await citizen.openForm()
  const faulty = await citizen.file({ ...story, name: '', key })
  assert.match(faulty.html, /<title>有 1 处要改：/)
  const trapped = await citizen.file({ ...story, website: 'x', key })
  assert.match(trapped.html, /<title>还没有收下，请再提交一次：/)
  for (const { html } of [faulty, trapped]) assert.match(html, /role="alert"[^>]*autofocus/i)
})
