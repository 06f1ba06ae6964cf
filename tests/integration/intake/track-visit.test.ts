import assert from 'node:assert/strict'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
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
async function post(fields: Record<string, string>, held = '') {
  const response = await fetch(`${intake.portal.url}/petition/track/`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { cookie: held.split(';', 1)[0] ?? '' },
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
  for (const held of ['', `${cookie.split('=', 1)[0]}=AAAA`, cookie.replace(/=./, '=?')]) {
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
  const earlier = await post({ number, code })
  const { location, cookie } = await post({ number, code })
  const id = new URL(location, intake.portal.url).searchParams.get('case') ?? ''
  const leave = (held: string) => post({ intent: 'leave', case: id }, held)
  // Without the cookie nobody ends the visit of another.
  for (const held of ['', `case-${id}=AAAA`]) {
    assert.match((await leave(held)).cookie, /Max-Age=0/i)
    assert.match(visibleText(await open(location, cookie)), /办理经过/)
  }
  const left = await leave(cookie)
  assert.equal(left.response.status, 303)
  assert.match(left.cookie, /Max-Age=0/i)
  // A cookie that was kept opens nothing more, and neither does one that was given before it.
  const file = `${location.replace('/?', '/file/?')}&file=${randomUUID()}`
  for (const held of [cookie, earlier.cookie]) {
    assert.match(visibleText(await open(location, held)), /请再查一次/)
    const answer = await fetch(new URL(file, intake.portal.url), {
      headers: { cookie: held.split(';', 1)[0] ?? '' },
      redirect: 'manual',
    })
    assert.equal(answer.headers.get('location'), location)
  }
  const other = await post({ number, code })
  assert.match(visibleText(await open(other.location, other.cookie)), /办理经过/)
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

const reply = (files: object[]) => ({
  text: '已经答复。',
  unit: '区人社局',
  deliveredOn: '2026-11-20',
  files: files as never[],
})
const described = (name: string, type: string, content: Buffer) => ({
  ...{ id: randomUUID(), name, type, bytes: content.length },
  sha256: createHash('sha256').update(content).digest('base64'),
})

it('gives the files of a reply to whoever has number and code, and to nobody else', async () => {
  const mine = await intake.file()
  const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(400_000)])
  const picture = randomBytes(3000)
  const paper = described('工资核算表（2026年）.pdf', 'application/pdf', content)
  const photo = described("现场 'A'.jpg", 'image/jpeg', picture)
  const state = { state: 'replied' as const, reply: reply([paper, photo]) }
  assert.equal((await intake.bureau.push(mine.digits, { revision: 2, ...state })).status, 409)
  await intake.bureau.bringFile(mine.digits, paper.id, content)
  await intake.bureau.bringFile(mine.digits, photo.id, picture)
  assert.equal((await intake.bureau.push(mine.digits, { revision: 2, ...state })).status, 200)

  const { location, cookie } = await post({ number: mine.number, code: mine.code })
  const page = await open(location, cookie)
  assert.match(visibleText(page), /附件（2 个）工资核算表（2026年）\.pdfPDF 文件，391 KB下载/)
  assert.match(visibleText(page), /图片，3 KB打开下载/)
  const links = [...page.html.matchAll(/href="([^"]*\/track\/file\/[^"]*)"/g)].map(([, link]) =>
    (link ?? '').replaceAll('&amp;', '&').replaceAll('&#38;', '&'),
  )
  assert.equal(links.length, 3)
  const get = (link: string, held: string, method = 'GET') =>
    fetch(new URL(link, intake.portal.url), {
      method,
      headers: { cookie: held.split(';', 1)[0] ?? '' },
      redirect: 'manual',
    })
  const [save = '', look = '', savePicture = ''] = links
  const saved = await get(save, cookie)
  assert.equal(saved.status, 200)
  assert.deepEqual(Buffer.from(await saved.arrayBuffer()), content)
  const headers = (answer: Response, ...names: string[]) =>
    names.map((name) => answer.headers.get(name))
  assert.deepEqual(headers(saved, 'content-type', 'content-length', 'content-disposition'), [
    'application/pdf',
    String(content.length),
    `attachment; filename="file.pdf"; filename*=UTF-8''${encodeURIComponent('工资核算表（2026年）.pdf')}`,
  ])
  assert.deepEqual(headers(saved, 'x-content-type-options', 'cache-control'), [
    'nosniff',
    'no-store',
  ])
  assert.match(saved.headers.get('content-security-policy') ?? '', /default-src 'none';.* sandbox/)
  const looked = await get(look, cookie)
  assert.equal(
    looked.headers.get('content-disposition'),
    `inline; filename="file.jpg"; filename*=UTF-8''${encodeURIComponent('现场 ')}%27A%27.jpg`,
  )
  assert.deepEqual(Buffer.from(await looked.arrayBuffer()), picture)
  assert.match((await get(savePicture, cookie)).headers.get('content-disposition') ?? '', /^attach/)
  const head = await get(save, cookie, 'HEAD')
  assert.deepEqual([head.status, (await head.arrayBuffer()).byteLength], [200, 0])

  const other = await intake.file()
  const elsewhere = await post({ number: other.number, code: other.code })
  const refused = [
    await get(save, ''),
    await get(save, `${cookie.split('=', 1)[0]}=AAAA`),
    await get(save, elsewhere.cookie),
    await get(save.replace(paper.id, randomUUID()), ''),
  ]
  for (const answer of refused) {
    assert.deepEqual([answer.status, await answer.text()], [303, ''])
    assert.equal(answer.headers.get('location'), location)
  }
  const theirs = `/petition/track/file/?case=${new URL(elsewhere.location, intake.portal.url).searchParams.get('case')}&file=${paper.id}`
  const notTheirs = await get(theirs, elsewhere.cookie)
  assert.match(notTheirs.headers.get('location') ?? '', /&file=gone$/)
  assert.match(
    visibleText(await open(notTheirs.headers.get('location') ?? '', elsewhere.cookie)),
    /这个文件已经不在了/,
  )
  assert.doesNotMatch(intake.portal.output(), /核算表|file=/)
})

it('breaks off a file that is another than the reply says, and says so of one that does not open', async () => {
  const mine = await intake.file()
  const content = randomBytes(200_000)
  const [swapped, unsealed] = [
    described('一.pdf', 'application/pdf', content),
    described('二.pdf', 'application/pdf', content),
  ]
  await intake.bureau.bringFile(mine.digits, swapped.id, randomBytes(200_000))
  await fetch(`${intake.portal.url}/mailbox/reply-files/${mine.digits}/${unsealed.id}`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${intake.data.token}`,
      'content-type': 'application/octet-stream',
    },
    body: content,
  })
  await intake.bureau.push(mine.digits, {
    revision: 2,
    state: 'replied',
    reply: reply([swapped, unsealed]),
  })
  const { location, cookie } = await post({ number: mine.number, code: mine.code })
  const ask = (id: string) =>
    fetch(`${intake.portal.url}${location.replace('/?', '/file/?')}&file=${id}`, {
      headers: { cookie: cookie.split(';', 1)[0] ?? '' },
      redirect: 'manual',
    })
  const broken = await ask(swapped.id)
  await assert.rejects(broken.arrayBuffer())
  const damaged = await ask(unsealed.id)
  assert.match(damaged.headers.get('location') ?? '', /&file=damaged$/)
  const page = await open(damaged.headers.get('location') ?? '', cookie)
  assert.match(visibleText(page), /这个文件暂时打不开/)
})
