import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { createDataDir, pointTo, startPortal } from '../../support/portal/portal.ts'
import type { DataDir, RunningPortal } from '../../support/portal/portal.ts'
import { rawRequest } from '../../support/portal/raw-request.ts'
import { writeRelease } from '../../support/release/minimal-release.ts'
import { exchange } from '../../support/portal/socket.ts'

/** The status of a form that was read, and lacks a key. */
const read = 422
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

it('takes forms from its own pages only', async () => {
  const own = `http://127.0.0.1:${portal.port}`
  const status = async (headers: Record<string, string>) =>
    (await post('a=1', { ...form, ...headers })).status
  assert.equal(await status({}), read)
  assert.equal(await status({ origin: own, 'sec-fetch-site': 'same-origin' }), read)
  assert.equal(await status({ origin: `http://localhost:${portal.port}` }), read)
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
  assert.match(await exchange(portal.port, 'GET / HTTP/1.1\r\n\r\n'), /^HTTP\/1\.1 400 /)
  // Which of two a proxy in front has gone by, nobody knows.
  for (const second of ['elsewhere.example', 'localhost:PORT']) {
    const twice = `GET / HTTP/1.1\r\nHost: localhost:PORT\r\nHOST: ${second}\r\nConnection: close\r\n\r\n`
    assert.match(await exchange(portal.port, twice), /^HTTP\/1\.1 400 /, second)
  }
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
  assert.match(
    await exchange(portal.port, `GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n${many}\r\n\r\n`),
    / 431 /,
  )
})
