import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { newIdempotencyKey } from '../../site/src/petition/submit/idempotency-key.ts'
import { createDataDir, pointTo, startPortal } from '../support/portal/portal.ts'
import type { DataDir, RunningPortal } from '../support/portal/portal.ts'
import { rawRequest } from '../support/portal/raw-request.ts'
import { writeRelease } from '../support/release/minimal-release.ts'
import { exchange, pour, residentMemory } from '../support/portal/socket.ts'

const limit = 128 * 1024
const form = 'application/x-www-form-urlencoded'
/** The status of a form that was read, and lacks a key. */
const read = 422

let data: DataDir
let portal: RunningPortal
before(async () => {
  data = await createDataDir()
  pointTo(data.path, writeRelease(data.path, 'present'))
  portal = await startPortal(data.path)
})
after(async () => {
  await portal.stop()
  data.remove()
})

const post = (body: string, type = form) =>
  rawRequest(portal.port, 'POST', '/petition/', { 'content-type': type }, body)
const memory = () => residentMemory(portal.process.pid ?? 0)

it('takes a form of exactly the limit and refuses one byte more (8)', async () => {
  const body = (size: number) => `facts=${'x'.repeat(size - 6)}`
  const taken = await post(body(limit))
  assert.equal(taken.status, read)
  assert.equal(JSON.parse(taken.body.toString()).typed.facts.length, limit - 6)
  const refused = await post(body(limit + 1))
  assert.equal(refused.status, 413)
  assert.match(refused.body.toString(), /缩短/)
  const json = (size: number) => `{"facts":"${'x'.repeat(size - 12)}"}`
  assert.equal((await post(json(limit), 'application/json')).status, read)
  assert.equal((await post(json(limit + 1), 'application/json')).status, 413)
})

it('cuts a chunked body at the limit, with flat memory, and answers (8)', async (t) => {
  const before = memory()
  const total = 40 * 1024 * 1024
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => pour(portal.port, { type: form, total })),
  )
  for (const { answer, sent } of answers) {
    assert.match(answer, /^HTTP\/1\.1 413 /)
    assert.ok(sent < 18 * 1024 * 1024, `${sent} bytes were taken`)
  }
  const grown = memory() - before
  t.diagnostic(`memory grew by ${Math.round(grown / 1024 / 1024)} MB`)
  assert.ok(grown < 60 * 1024 * 1024, `memory grew by ${grown} bytes`)
})

it('cuts a field that never ends in a form with files, with flat memory (8)', async (t) => {
  const type = 'multipart/form-data; boundary=a'
  const head =
    '--a\r\nContent-Disposition: form-data; name="key"\r\n\r\n' +
    `${newIdempotencyKey()}\r\n--a\r\nContent-Disposition: form-data; name="facts"\r\n\r\n`
  const send = async () => {
    const { answer } = await pour(portal.port, { type, head, total: 160 * 1024 * 1024 })
    assert.match(answer, /^HTTP\/1\.1 413 /)
  }
  // What the first one takes up stays for the next; what each one takes anew would pile up.
  await send()
  const before = memory()
  for (let more = 0; more < 3; more += 1) await send()
  const grown = memory() - before
  t.diagnostic(`memory grew by ${Math.round(grown / 1024 / 1024)} MB`)
  assert.ok(grown < 60 * 1024 * 1024, `memory grew by ${grown} bytes`)
})

it('refuses a body by its length alone, before any of it comes (8)', async () => {
  for (const [type, length] of [
    [form, limit + 1],
    ['application/json', 10 ** 15],
    ['multipart/form-data; boundary=a', 10 ** 10],
  ] as const) {
    const answer = await exchange(
      portal.port,
      `POST /petition/ HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: ${length}\r\n` +
        `Content-Type: ${type}\r\n\r\n`,
    )
    assert.match(answer, /^HTTP\/1\.1 413 /, type)
  }
})

it('is not taken in by a Content-Length that lies (8)', async () => {
  const shorter = await exchange(
    portal.port,
    'POST /petition/ HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 3\r\n' +
      `Content-Type: ${form}\r\n\r\na=1GET /petition/ smuggled`,
  )
  assert.match(shorter, /HTTP\/1\.1 400 /)
  assert.doesNotMatch(shorter, /HTTP\/1\.1 200 /)
  for (const lies of ['Content-Length: 3\r\nTransfer-Encoding: chunked', 'Content-Length: -1']) {
    const answer = await exchange(
      portal.port,
      `POST /petition/ HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n${lies}\r\n` +
        `Content-Type: ${form}\r\n\r\n0\r\n\r\n`,
    )
    assert.match(answer, /^HTTP\/1\.1 400 /, lies)
  }
  // One that promises more than comes: nothing is made of the part, and the portal goes on.
  await exchange(
    portal.port,
    `POST /petition/ HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 90000\r\n` +
      `Content-Type: ${form}\r\n\r\nfacts=x`,
  ).then((answer) => assert.doesNotMatch(answer, /^HTTP\/1\.1 200 /))
  assert.equal((await post('facts=x')).status, read)
})
