import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { fieldValue, withoutTyped, visibleText } from '../../support/portal/citizen.ts'
import { startIntake } from '../../support/portal/intake.ts'
import type { Filed, Intake } from '../../support/portal/intake.ts'

let intake: Intake
let filed: Filed
before(async () => {
  intake = await startIntake()
  filed = await intake.file()
  await intake.bureau.push(filed.digits, { revision: 1, state: 'accepted' })
})
after(() => intake.stop())

/** Posts to the tracking page without going anywhere. */
async function post(fields: Record<string, string>) {
  const response = await fetch(`${intake.portal.url}/petition/track/`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })
  const [cookie = ''] = response.headers.getSetCookie()
  return { response, location: response.headers.get('location') ?? '', cookie }
}
const open = async (location: string, cookie: string) => {
  const response = await fetch(new URL(location, intake.portal.url), {
    headers: { cookie: cookie.split(';', 1)[0] ?? '' },
  })
  return { status: response.status, html: await response.text(), headers: response.headers }
}

it('gives the progress an address to come back to, which alone opens nothing', async () => {
  const { number, code } = filed
  const { response, location, cookie } = await post({ number, code })
  assert.equal(response.status, 303)
  assert.match(location, /^\/petition\/track\/\?case=[\w-]{16}$/)
  assert.match(cookie, /; HttpOnly/i)
  assert.match(cookie, /; SameSite=Strict/i)
  assert.match(cookie, /; Path=\/petition\/track\//i)
  const secrets = [filed.digits, code, code.replaceAll('-', '')]
  for (const secret of secrets) {
    assert.ok(!location.includes(secret) && !cookie.includes(secret))
    assert.ok(!Buffer.from(cookie, 'base64url').toString('latin1').includes(secret))
  }
  for (let times = 0; times < 2; times += 1) {
    const page = await open(location, cookie)
    assert.equal(page.status, 200)
    assert.match(visibleText(page), /办理经过/)
    assert.match(page.headers.get('cache-control') ?? '', /no-store/)
    assert.equal(page.headers.get('content-encoding'), null)
  }
  for (const held of ['', `${cookie.split('=', 1)[0]}=AAAA`, cookie.replace(/.;/, 'A;')]) {
    const page = await open(location, held)
    assert.doesNotMatch(visibleText(page), /办理经过/)
    assert.match(visibleText(page), /请再查一次/)
  }
  const other = await intake.file()
  const elsewhere = await post({ number: other.number, code: other.code })
  assert.match(visibleText(await open(elsewhere.location, cookie)), /请再查一次/)
  assert.doesNotMatch(intake.portal.output(), /case=/)
})

it('closes what was opened', async () => {
  const { number, code } = filed
  const { location } = await post({ number, code })
  const id = new URL(location, intake.portal.url).searchParams.get('case') ?? ''
  const left = await post({ intent: 'leave', case: id })
  assert.equal(left.response.status, 303)
  assert.match(left.cookie, /Max-Age=0/i)
})

it('keeps both fields where they do not match, and says so in the title', async () => {
  const typed = { number: '1234 5678 9012 3456', code: 'abcd efgh <b>' }
  const { response } = await post(typed)
  const html = await response.text()
  assert.equal(response.status, 404)
  assert.equal(fieldValue(html, 'number'), typed.number)
  assert.equal(fieldValue(html, 'code'), typed.code)
  assert.match(html, /<title>没有找到：查进度/)
  assert.match(html, /<li aria-current="page"[^>]*>查进度</)
  assert.match(html, /<div[^>]*role="alert"[^>]* autofocus/)
  assert.ok(!withoutTyped(html).includes('1234'))
})

it('reads number and code however they are copied from a receipt', async () => {
  const { digits, code } = filed
  const groups = digits.match(/.{4}/g) ?? []
  for (const number of [
    groups.join(' '),
    groups.join('-'),
    groups.join('\u3000'),
    groups.join('\u00a0'),
    ` ${groups.join('  ')}\t`,
    Array.from(digits, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(''),
  ]) {
    const typed = { number, code: code.toLowerCase().replaceAll('-', ' ') }
    assert.equal((await post(typed)).response.status, 303, JSON.stringify(number))
  }
})
