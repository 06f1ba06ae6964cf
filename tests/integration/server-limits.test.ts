import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { after, before, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { createDataDir, pointTo, startPortal } from '../support/portal.ts'
import type { DataDir, RunningPortal } from '../support/portal.ts'
import { rawRequest } from '../support/raw-request.ts'
import { writeRelease } from '../support/release.ts'

const limit = 128 * 1024
const form = { 'content-type': 'application/x-www-form-urlencoded' }

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

const post = (body: string | Buffer, headers: Record<string, string> = form) =>
  rawRequest(portal.port, 'POST', '/petition/', headers, body)

it('takes a form of exactly the limit and refuses one byte more (8)', async () => {
  const body = (size: number) => `facts=${'x'.repeat(size - 6)}`
  const taken = await post(body(limit))
  assert.equal(taken.status, 200)
  assert.equal(JSON.parse(taken.body.toString()).posted.facts.length, limit - 6)
  const refused = await post(body(limit + 1))
  assert.equal(refused.status, 413)
  assert.match(refused.body.toString(), /缩短/)
})

it('cuts a chunked body at the limit, with flat memory, and answers (8)', async () => {
  const before = residentMemory()
  const answers = await Promise.all(Array.from({ length: 8 }, () => stream(40 * 1024 * 1024)))
  for (const { answer, sent } of answers) {
    assert.match(answer, /^HTTP\/1\.1 413 /)
    assert.ok(sent < 16 * 1024 * 1024, `${sent} bytes were taken`)
  }
  const grown = residentMemory() - before
  assert.ok(grown < 60 * 1024 * 1024, `memory grew by ${grown} bytes`)
})

it('is not taken in by a Content-Length that lies (8)', async () => {
  const shorter = await exchange(
    'POST /petition/ HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 3\r\n' +
      'Content-Type: application/x-www-form-urlencoded\r\n\r\na=1GET /petition/ smuggled',
  )
  assert.match(shorter, /HTTP\/1\.1 400 /)
  assert.equal(shorter.match(/HTTP\/1\.1 200 /g)?.length ?? 0, shorter.includes('"a":"1"') ? 1 : 0)
  const both = await exchange(
    'POST /petition/ HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 3\r\n' +
      'Transfer-Encoding: chunked\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n0\r\n\r\n',
  )
  assert.match(both, /^HTTP\/1\.1 400 /)
})

it('refuses more fields than any form has (9)', async () => {
  const fields = (count: number) =>
    Array.from({ length: count }, (_, index) => `f${index}=`).join('&')
  assert.equal((await post(fields(64))).status, 200)
  for (const body of [fields(65), fields(10_000), '&'.repeat(limit)]) {
    assert.equal((await post(body)).status, 400)
  }
  const json = { 'content-type': 'application/json' }
  const many = Object.fromEntries(Array.from({ length: 65 }, (_, index) => [`f${index}`, '']))
  for (const value of [many, [], 'text', 5, null, { facts: { nested: true } }, { facts: 5 }]) {
    assert.equal((await post(JSON.stringify(value), json)).status, 400, JSON.stringify(value))
  }
  assert.equal((await post('{"facts":', json)).status, 400)
})

it('takes URL-encoded forms and JSON and nothing else (9, 10)', async () => {
  const json = await post('{"facts":"经过","__proto__":"x"}', {
    'content-type': 'application/json',
  })
  assert.equal(JSON.parse(json.body.toString()).posted.facts, '经过')
  const boundary = '--a\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'
  const refused: [string, Record<string, string>][] = [
    [`${boundary.repeat(500)}--a--`, { 'content-type': 'multipart/form-data; boundary=a' }],
    ['a=1', { 'content-type': 'text/plain' }],
    ['a=1', {}],
    ['a=1', { ...form, 'content-encoding': 'gzip' }],
  ]
  for (const [body, headers] of refused) assert.equal((await post(body, headers)).status, 415)
})

it('takes forms from its own pages only', async () => {
  const own = `http://127.0.0.1:${portal.port}`
  const status = async (headers: Record<string, string>) =>
    (await post('a=1', { ...form, ...headers })).status
  assert.equal(await status({}), 200)
  assert.equal(await status({ origin: own, 'sec-fetch-site': 'same-origin' }), 200)
  assert.equal(await status({ origin: `http://localhost:${portal.port}` }), 200)
  for (const headers of [
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { origin: own, 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: own.replace('http:', 'https:') },
  ]) {
    assert.equal(await status(headers as Record<string, string>), 403, JSON.stringify(headers))
  }
})

it('answers to its own names only (25)', async () => {
  const status = async (host: string) =>
    (await rawRequest(portal.port, 'GET', '/', { host })).status
  assert.equal(await status(`localhost:${portal.port}`), 200)
  assert.equal(await status(`LOCALHOST:${portal.port}`), 200)
  for (const host of [
    'elsewhere.example',
    'localhost',
    `localhost:${portal.port}.elsewhere.example`,
    `a@localhost:${portal.port}`,
  ]) {
    assert.equal(await status(host), 421, host)
  }
  assert.match(await exchange('GET / HTTP/1.1\r\n\r\n'), /^HTTP\/1\.1 400 /)
})

it('says on every answer what browsers must not do', async () => {
  for (const path of ['/', '/missing', '/petition/', '/healthz']) {
    const { headers } = await rawRequest(portal.port, 'GET', path)
    assert.equal(headers['x-content-type-options'], 'nosniff')
    assert.equal(headers['referrer-policy'], 'same-origin')
    assert.match(String(headers['content-security-policy']), /frame-ancestors 'none'/)
    assert.match(String(headers['permissions-policy']), /camera=\(\)/)
    assert.equal(headers['strict-transport-security'], undefined)
    assert.equal(headers['set-cookie'], undefined)
  }
  const page = await rawRequest(portal.port, 'GET', '/petition/')
  assert.equal(page.headers['cache-control'], 'no-store')
  assert.match(
    String(page.headers['content-security-policy']),
    /default-src 'self'; frame-ancestors/,
  )
})

it('bounds headers', async () => {
  const many = Array.from({ length: 2_000 }, (_, index) => `X-${index}: 1`).join('\r\n')
  assert.match(await exchange(`GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n${many}\r\n\r\n`), / 431 /)
})

it(
  'cuts a thousand slow senders and answers others promptly meanwhile (7)',
  { timeout: 40_000 },
  async () => {
    const started = performance.now()
    const slow = await Promise.all(Array.from({ length: 1_000 }, openSlowly))
    const drip = setInterval(() => {
      for (const socket of slow) if (socket.writable) socket.write('X-Slow: 1\r\n')
    }, 1_000)
    const times: number[] = []
    while (performance.now() - started < 5_000) {
      const sent = performance.now()
      assert.equal((await rawRequest(portal.port, 'GET', '/')).status, 200)
      times.push(performance.now() - sent)
    }
    times.sort((left, right) => left - right)
    const p99 = times[Math.floor(times.length * 0.99)] ?? 0
    assert.ok(p99 < 250, `p99 was ${p99} ms`)
    await Promise.all(
      slow.map((socket) =>
        socket.closed ? null : new Promise((resolve) => socket.once('close', resolve)),
      ),
    )
    clearInterval(drip)
    const lasted = performance.now() - started
    assert.ok(lasted > 8_000 && lasted < 20_000, `cut after ${lasted} ms`)
  },
)

/** Sends an endless chunked form until it is answered. */
function stream(total: number): Promise<{ answer: string; sent: number }> {
  return new Promise((resolve, reject) => {
    const socket = connect(portal.port, '127.0.0.1')
    let sent = 0
    let answer = ''
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`
    const push = () => {
      while (sent < total && !answer) {
        sent += chunk.length
        if (!socket.write(chunk)) return
      }
    }
    socket.setEncoding('utf8')
    socket.on('data', (text: string) => (answer += text))
    socket.on('drain', push)
    socket.on('close', () => resolve({ answer, sent }))
    socket.on('error', (error) => (answer ? resolve({ answer, sent }) : reject(error)))
    socket.write(
      `POST /petition/ HTTP/1.1\r\nHost: 127.0.0.1:${portal.port}\r\nTransfer-Encoding: chunked\r\n` +
        'Content-Type: application/x-www-form-urlencoded\r\n\r\n',
    )
    push()
  })
}

/** What comes back for bytes written as they are. */
function exchange(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(portal.port, '127.0.0.1')
    let answer = ''
    socket.setEncoding('utf8').on('data', (part: string) => (answer += part))
    socket.on('close', () => resolve(answer)).on('error', reject)
    socket.write(text.replaceAll('PORT', String(portal.port)))
    setTimeout(() => socket.end(), 1_000)
  })
}

async function openSlowly(): Promise<Socket> {
  const socket = connect(portal.port, '127.0.0.1')
  socket.on('error', () => {})
  socket.resume()
  await new Promise((resolve) => socket.once('connect', resolve))
  socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${portal.port}\r\n`)
  await sleep(1)
  return socket
}

function residentMemory(): number {
  const status = readFileSync(`/proc/${portal.process.pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024
}
