import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import { parse } from 'node-html-parser'
import { limitTable } from '../../../site/src/server/limits/limit-table.ts'
import { visibleText } from '../../support/portal/citizen.ts'
import type { Page } from '../../support/portal/citizen.ts'
import { startIntake } from '../../support/portal/intake.ts'
import type { Intake } from '../../support/portal/intake.ts'
import { startPortal } from '../../support/portal/portal.ts'
import { rawRequest } from '../../support/portal/raw-request.ts'

let intake: Intake
before(async () => void (intake = await startIntake({ TRUSTED_PROXIES: '1' })))
after(() => intake.stop())

let counted = 0
/** An address of its own for each, so that tests do not use up one another's. */
const somebody = () => `198.51.100.${(counted += 1)}`

async function ask(
  method: string,
  path: string,
  fields: Record<string, string> = {},
  address = somebody(),
  headers: Record<string, string> = {},
): Promise<Page> {
  const { portal } = intake
  const post = method === 'POST'
  const answer = await rawRequest(
    portal.port,
    method,
    path,
    {
      'x-forwarded-for': address,
      ...(post && { 'content-type': 'application/x-www-form-urlencoded' }),
      ...headers,
    },
    post ? String(new URLSearchParams(fields)) : undefined,
  )
  const given = new Headers()
  for (const [name, value] of Object.entries(answer.headers)) given.set(name, String(value))
  return { status: answer.status, html: String(answer.body), headers: given }
}
const valueOf = (page: Page, name: string) => {
  const field = parse(page.html).querySelector(`[name="${name}"]`)
  return field?.tagName === 'TEXTAREA' ? field.text.trim() : field?.getAttribute('value')
}
const open = async (path = '/feedback/') => ask('GET', path)
const reports = async () => {
  const all = await intake.bureau.collect()
  return all.flatMap((message) => (message.kind === 'report' ? [message.report] : []))
}

it('is opened from the foot of a page with the address of that page', async () => {
  const page = await open('/regulations/petition-work-regulations/')
  const link = parse(page.html).querySelector('footer a[href*="/feedback/"]')
  const form = await open(link?.getAttribute('href') ?? '')
  assert.equal(form.status, 200)
  assert.match(
    valueOf(form, 'page') ?? '',
    /^https?:\/\/[^/]+\/regulations\/petition-work-regulations\/$/,
  )
  for (const hostile of [
    '//evil.example/',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    `/${'x'.repeat(500)}`,
    '"><script>',
  ]) {
    const page = await open(`/feedback/?page=${encodeURIComponent(hostile)}`)
    assert.equal(page.status, 200)
    assert.equal(valueOf(page, 'page') ?? '', '', hostile)
  }
  assert.equal(valueOf(await open('/search/?q=a'), 'page'), undefined)
})

it('reaches the office sealed, once however often it is sent, and is not kept in the clear', async () => {
  const key = valueOf(await open(), 'key') ?? ''
  const report = {
    page: 'https://xf.example/essays/a/',
    text: '第三段“信仿”应当是“信访”。\n标题也是。',
    contact: 'canary-13900001234',
  }
  const before = (await reports()).length
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => ask('POST', '/feedback/', { ...report, key }, '203.0.113.9')),
  )
  for (const page of answers) {
    assert.equal(page.status, 200)
    assert.match(visibleText(page), /已经收到，谢谢您/)
  }
  assert.deepEqual((await reports()).slice(before), [report])
  const other = { ...report, text: '还有一处。' }
  await ask('POST', '/feedback/', { ...other, key }, '203.0.113.9')
  assert.deepEqual((await reports()).slice(before), [report, other])
  const files = readdirSync(intake.data.path, { recursive: true, withFileTypes: true })
  const bytes = files
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
  assert.ok(!Buffer.concat(bytes).includes('canary-13900001234'))
  assert.ok(!intake.portal.output().includes('canary-13900001234'))
})

it('says what is missing or too long, and keeps what was written', async () => {
  const before = (await reports()).length
  const long = '错'.repeat(1_001)
  for (const [fields, words] of [
    [{ page: '/a/', text: ' \n', contact: '电话一' }, /请写明哪里不对/],
    [{ page: '/a/', text: long, contact: '电话一' }, /最多 1000 个字，请删去 1 个字/],
    [{ page: '长'.repeat(301), text: '错', contact: '电话一' }, /“哪个页面”最多 300 个字/],
    [{ page: '', text: '错', contact: '长'.repeat(101) }, /“怎样联系您”最多 100 个字/],
    [{ page: '/a/', text: '错', contact: '电话一', website: 'x' }, /还没有收下 ?请再按一次/],
  ] as const) {
    const page = await ask('POST', '/feedback/', fields)
    assert.equal(page.status, 422)
    assert.match(visibleText(page), words)
    assert.equal(valueOf(page, 'contact'), fields.contact)
    assert.equal(valueOf(page, 'page') ?? '', fields.page)
    assert.equal(valueOf(page, 'text') ?? '', fields.text.trim())
    assert.doesNotMatch(page.html, /[\0\uFFFD]/)
  }
  assert.equal((await reports()).length, before)
})

it('is limited by address, and refused from another site', async () => {
  const [most] = limitTable.reporting.perAddress.burst
  const address = '203.0.113.77'
  let page = await ask('POST', '/feedback/', { text: '错 0' }, address)
  let taken = 0
  for (; page.status === 200 && taken < 100; taken += 1) {
    page = await ask('POST', '/feedback/', { text: `错 ${taken + 1}`, contact: '电话' }, address)
  }
  assert.ok(taken >= most && taken <= most + 3, `${taken} were taken`)
  assert.equal(page.status, 429)
  const wait = page.headers.get('retry-after')
  assert.match(visibleText(page), new RegExp(`现在提交的人太多 ?您写的都还在。请等 ${wait} 秒`))
  assert.equal(valueOf(page, 'contact'), '电话')
  assert.equal((await ask('POST', '/feedback/', { text: '错' })).status, 200)
  const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
  assert.equal((await ask('POST', '/feedback/', { text: '错' }, somebody(), foreign)).status, 403)
})

it('leaves no number that anybody could look up', async () => {
  const all = await intake.bureau.collect()
  const number = all.find(({ kind }) => kind === 'report')?.number ?? assert.fail()
  const page = await ask('POST', '/petition/track/', { number, code: 'AAAA-AAAA-AAAA' })
  assert.equal(page.status, 404)
})

it('is a page on every portal of the same release', async (context) => {
  const other = await startPortal(intake.data.path)
  context.after(() => other.stop())
  assert.equal((await fetch(`${other.url}/feedback/`)).status, 200)
})
