import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { newIdempotencyKey } from '../../../site/src/petition/submit/idempotency-key.ts'
import { formKey, readReceipt, visibleText } from '../../support/portal/citizen.ts'
import { story } from '../../support/portal/stories.ts'
import { startIntake } from '../../support/portal/intake.ts'
import type { Intake } from '../../support/portal/intake.ts'

let intake: Intake
before(async () => {
  intake = await startIntake()
})
after(() => intake.stop())

it('gives a receipt that says what happens next and by when', async () => {
  const { citizen } = intake
  const key = await citizen.openForm()
  const page = await citizen.file({ ...story, key })
  assert.equal(page.status, 200)
  assert.equal(page.headers.get('cache-control'), 'no-store')
  const { number, code } = readReceipt(page)
  assert.match(number, /^[1-9]\d{3} \d{4} \d{4} \d{4}$/)
  assert.match(code, /^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
  assert.match(visibleText(page), /最迟 \d{4}年\d+月\d+日/)
  assert.match(page.html, /#article-22/)
})

it('puts exactly what was written into the mailbox, for the bureau alone', async () => {
  const { bureau, file } = intake
  const { digits } = await file({ phone: '+86 138-0000-1234', name: '　李秀英 ' })
  const [petition, ...more] = await bureau.petitions(digits)
  assert.equal(more.length, 0)
  assert.ok(petition?.kind === 'petition')
  assert.deepEqual(petition.petition, { ...story, idNumber: null })
})

it('shows the same receipt when the page is loaded again', async () => {
  const { citizen, file } = intake
  const { number, code, key } = await file()
  const again = readReceipt(await citizen.file({ ...story, key }))
  assert.deepEqual(again, { number, code })
  const otherLines = { ...story, facts: story.facts.replace('\n', '\r\n'), key }
  assert.deepEqual(readReceipt(await citizen.file(otherLines)), { number, code })
})

it('keeps everything that was typed, and says beside each field what to do', async () => {
  const { citizen } = intake
  const key = await citizen.openForm()
  const page = await citizen.file({ ...story, phone: '1380000', idNumber: '1', title: '', key })
  assert.equal(page.status, 422)
  assert.match(page.html, /<title>有 3 处要改/)
  assert.match(page.html, /role="alert"/)
  for (const field of ['title', 'phone', 'idNumber']) {
    assert.match(page.html, new RegExp(`href="#${field}"`))
    assert.match(page.html, new RegExp(`id="${field}-error"`))
    assert.match(page.html, new RegExp(`id="${field}"[^>]*aria-invalid="true"`))
    assert.match(page.html, new RegExp(`aria-describedby="[^"]*${field}-error"`))
  }
  for (const typed of ['1380000', story.name, story.address, '找过劳动监察']) {
    assert.ok(page.html.includes(typed), typed)
  }
  assert.match(page.html, /<option value="labour" selected/)
  assert.match(page.html, /value="claim"[^>]*checked|checked[^>]*value="claim"/)
  assert.equal(formKey(page.html), key)
})

it('shows what was typed as text, never as markup (14)', async () => {
  const { citizen } = intake
  const attack = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
  const page = await citizen.file({ ...story, name: attack, facts: attack, phone: 'x', key: 'x' })
  assert.doesNotMatch(page.html, /<script>alert|<img src=x/)
})

it('gives a new key to a form that has none of ours, and loses nothing', async () => {
  const { citizen } = intake
  for (const key of ['', 'guessed', `${newIdempotencyKey()}x`]) {
    const page = await citizen.file({ ...story, key })
    assert.equal(page.status, 422)
    assert.ok(page.html.includes(story.title))
    const receipt = readReceipt(await citizen.file({ ...story, key: formKey(page.html) }))
    assert.ok(receipt.number)
  }
})

it('offers topics and places of this release, down to villages and communities', async () => {
  const { citizen } = intake
  const { html } = await citizen.open('/petition/')
  assert.match(html, /<option value="qinghe">不确定/)
  assert.match(html, /<optgroup label="城西街道"><option value="chengxi">/)
  assert.match(html, /<option value="chengxi-liuan">柳岸社区/)
  assert.doesNotMatch(html, /value="chengxi-liuan-1"/)
})
