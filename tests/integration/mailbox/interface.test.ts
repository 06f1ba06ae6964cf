import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import { makeAccess } from '../../../content/schema/mailbox/access.ts'
import { messagePage } from '../../../content/schema/mailbox/mailbox.ts'
import { openMailbox } from '../../../site/src/petition/mailbox/open.ts'
import { createDataDir, pointTo, startPortal } from '../../support/portal/portal.ts'
import type { DataDir, RunningPortal } from '../../support/portal/portal.ts'
import { writeRelease } from '../../support/release/minimal-release.ts'

let data: DataDir
let portal: RunningPortal
const numbers = Array.from({ length: 250 }, (_, index) => String(10n ** 15n + BigInt(index)))

/** Access in the agreed shape; what it opens is of no concern here. */
const access = await makeAccess('1234567890123456', 'AAAAAAAAAAAA', 'x'.repeat(74))

before(async () => {
  data = await createDataDir()
  pointTo(data.path, writeRelease(data.path, 'present'))
  const mailbox = await openMailbox(`sqlite:${join(data.path, 'portal', 'mailbox.db')}`)
  for (const number of numbers) {
    const createdAt = new Date()
    await mailbox.file(
      {
        number,
        keyHash: randomBytes(32),
        bodyHash: randomBytes(32),
        preCollection: { salt: randomBytes(16), verifier: randomBytes(32) },
        mark: null,
        createdAt,
      },
      { id: randomUUID(), number, sealed: Buffer.from(`sealed ${number}`), receivedAt: createdAt },
    )
  }
  await mailbox.close()
  portal = await startPortal(data.path)
})
after(async () => {
  await portal.stop()
  data.remove()
})

const ask = (
  path: string,
  {
    method = 'GET',
    body,
    token = data.token,
  }: { method?: string; body?: unknown; token?: string } = {},
) =>
  fetch(`${portal.url}/mailbox/${path}`, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })

it('is closed to whoever does not hold the token, whatever is asked for (21)', async () => {
  const bodies = new Set<string>()
  const long = `attachments/${'a'.repeat(300)}`
  const file = `reply-files/${numbers[0]}/${randomUUID()}`
  const files = [file, file.slice(0, 28)]
  const paths = ['messages', 'acknowledgement', 'statuses/1', 'channels', 'nothing', long, ...files]
  for (const token of ['', 'x', `${data.token}x`, data.token.slice(1), data.token.toUpperCase()]) {
    for (const path of paths) {
      const response = await ask(path, { token })
      assert.equal(response.status, 401)
      bodies.add(await response.text())
    }
  }
  const forged = await ask(`statuses/${numbers[0]}`, {
    method: 'PUT',
    body: { revision: 9, sealed: 'AAAA', access },
    token: 'forged',
  })
  assert.equal(forged.status, 401)
  assert.equal(bodies.size, 1)
})

it('gives out messages in pages of at most 200, in the shape that both sides agreed on', async () => {
  const collected: string[] = []
  let after = 0
  const sizes: number[] = []
  for (;;) {
    const page = messagePage.parse(await (await ask(`messages?after=${after}&limit=1000`)).json())
    if (page.messages.length === 0) break
    sizes.push(page.messages.length)
    for (const message of page.messages) {
      assert.equal(Buffer.from(message.sealed, 'base64').toString(), `sealed ${message.number}`)
      collected.push(message.number)
      after = message.sequence
    }
  }
  assert.deepEqual(collected, numbers)
  assert.deepEqual(sizes, [200, 50])
  for (const query of ['after=-1', 'after=x', 'after=1.5', 'limit=0', 'limit=-5']) {
    assert.equal((await ask(`messages?${query}`)).status, 400, query)
  }
})

it('takes acknowledgements, again and again', async () => {
  for (const through of [10, 10, 5]) {
    const response = await ask('acknowledgement', { method: 'POST', body: { through } })
    assert.equal(response.status, 200)
  }
  assert.equal(
    (await ask('acknowledgement', { method: 'POST', body: { through: 'all' } })).status,
    400,
  )
  assert.equal((await ask('acknowledgement')).status, 405)
})

it('keeps the newest status, whatever order they come in (21)', async () => {
  const put = (number: string, revision: number, sealed = 'AAAA', change = {}) =>
    ask(`statuses/${number}`, {
      method: 'PUT',
      body: { revision, sealed, access: { ...access, ...change } },
    })
  const number = numbers[3] ?? assert.fail()
  for (const [revision, held] of [
    [2, 2],
    [2, 2],
    [1, 2],
    [5, 5],
  ] as const) {
    const response = await put(number, revision)
    assert.deepEqual([response.status, await response.json()], [200, { revision: held }])
  }
  assert.equal((await put('9999999999999999', 1)).status, 404)
  assert.equal((await put('12', 1)).status, 404)
  assert.equal((await put(number, 0)).status, 400)
  assert.equal((await put(number, 6, 'not base64!')).status, 400)
  assert.equal((await put(number, 6, 'AAAA', { salt: 'AAAA' })).status, 400)
  assert.equal((await put(number, 6, 'AAAA', { verifier: undefined })).status, 400)
  assert.equal((await put(number, 6, 'A'.repeat(900_000))).status, 200)
  assert.equal((await put(number, 7, 'A'.repeat(1_100_000))).status, 413)
})

it('takes the files of a reply before its status, each whole or not at all', async () => {
  const number = numbers[7] ?? assert.fail()
  const id = randomUUID()
  const bring = (path: string, content: BodyInit, type = 'application/octet-stream') =>
    fetch(`${portal.url}/mailbox/reply-files/${path}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${data.token}`, 'content-type': type },
      body: content,
      duplex: 'half',
    } as RequestInit)
  const update = (revision: number, files: string[]) =>
    ask(`statuses/${number}`, { method: 'PUT', body: { revision, sealed: 'AAAA', access, files } })
  assert.equal((await update(2, [id])).status, 409)
  assert.equal((await bring(`${number}/${id}`, randomBytes(300_000))).status, 200)
  assert.equal((await bring(`${number}/${id}`, randomBytes(300_000))).status, 200)
  assert.deepEqual(await (await ask(`reply-files/${number}`)).json(), { files: [id] })
  assert.equal((await update(2, [id])).status, 200)
  assert.equal((await update(3, ['not a file'])).status, 400)
  assert.equal((await bring(`12/${id}`, 'x')).status, 404)
  assert.equal((await bring(`${number}/1`, 'x')).status, 404)
  assert.equal((await bring(`${number}/${randomUUID()}`, '')).status, 411)
  assert.equal((await bring(`${number}/${randomUUID()}`, '{}', 'application/json')).status, 415)
  assert.equal((await bring(`${number}/${randomUUID()}`, randomBytes(11_000_000))).status, 413)
  const unmeasured = new ReadableStream({
    start(controller) {
      controller.enqueue(randomBytes(10))
      controller.close()
    },
  })
  assert.equal((await bring(`${number}/${randomUUID()}`, unmeasured)).status, 411)
  assert.equal((await ask(`reply-files/${number}`, { method: 'DELETE' })).status, 405)
  assert.equal((await update(3, [])).status, 200)
  assert.deepEqual(await (await ask(`reply-files/${number}`)).json(), { files: [] })
})

it('leaves receipt numbers out of the log', async () => {
  assert.match(portal.output(), /"path":"\/mailbox\/statuses\/…"/)
  assert.doesNotMatch(portal.output(), /\d{16}/)
})

it('takes the ways that the office can send by, and no others', async () => {
  const put = (body: unknown) => ask('channels', { method: 'PUT', body })
  for (const ways of [['sms'], ['sms', 'email'], []]) {
    const response = await put({ ways })
    assert.equal(response.status, 200)
    assert.deepEqual(await response.json(), { ways })
  }
  for (const body of [{ ways: ['pigeon'] }, { ways: 'sms' }, {}, []]) {
    assert.equal((await put(body)).status, 400)
  }
  assert.equal((await ask('channels')).status, 405)
})
