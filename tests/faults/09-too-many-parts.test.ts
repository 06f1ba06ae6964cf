import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { newIdempotencyKey } from '../../site/src/petition/submit/idempotency-key.ts'
import { createDataDir, pointTo, startPortal } from '../support/portal/portal.ts'
import type { DataDir, RunningPortal } from '../support/portal/portal.ts'
import { rawRequest } from '../support/portal/raw-request.ts'
import { writeRelease } from '../support/release/minimal-release.ts'

const form = 'application/x-www-form-urlencoded'
const multipart = 'multipart/form-data; boundary=a'
const most = 64
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

const post = (body: string, type: string | null, more: Record<string, string> = {}) =>
  rawRequest(
    portal.port,
    'POST',
    '/petition/',
    { ...(type && { 'content-type': type }), ...more },
    body,
  )
const status = async (body: string, type: string) => (await post(body, type)).status

const part = (name: string, value: string, more = '') =>
  `--a\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`
const parts = (count: number) =>
  Array.from({ length: count }, (_, index) => part(`f${index}`, '')).join('')

it('refuses more fields than any form has (9)', async () => {
  const fields = (count: number) =>
    Array.from({ length: count }, (_, index) => `f${index}=`).join('&')
  assert.equal(await status(fields(most), form), read)
  for (const body of [fields(most + 1), fields(10_000), '&'.repeat(128 * 1024)]) {
    assert.equal(await status(body, form), 400)
  }
})

it('refuses JSON that is not one object of texts (9)', async () => {
  const many = Object.fromEntries(Array.from({ length: most + 1 }, (_, index) => [`f${index}`, '']))
  const nested = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`
  const values = [many, [], 'text', 5, null, { facts: { nested: true } }, { facts: 5 }]
  for (const body of [...values.map((value) => JSON.stringify(value)), nested, '{"facts":']) {
    assert.equal(await status(body, 'application/json'), 400, body.slice(0, 40))
  }
  const json = await post('{"facts":"经过","__proto__":"x"}', 'application/json')
  assert.equal(JSON.parse(json.body.toString()).typed.facts, '经过')
})

it('refuses more parts than any form has (9)', async () => {
  assert.equal(await status(`${parts(most)}--a--\r\n`, multipart), read)
  for (const count of [most + 1, 10_000]) {
    assert.equal(await status(`${parts(count)}--a--\r\n`, multipart), 400, `${count} parts`)
  }
  const file = part('files', 'x', '; filename="a.txt"\r\nContent-Type: text/plain')
  const key = part('key', newIdempotencyKey())
  assert.equal(await status(`${key}${file.repeat(10_000)}--a--\r\n`, multipart), 400)
})

it('refuses boundaries in boundaries, none, and ones that never come (9)', async () => {
  const inner = '--b\r\nContent-Disposition: form-data; name="x"\r\n\r\n1\r\n--b--\r\n'
  const nested =
    '--a\r\nContent-Disposition: form-data; name="x"\r\n' +
    `Content-Type: multipart/mixed; boundary=b\r\n\r\n${inner}\r\n--a--\r\n`
  for (const [body, type] of [
    [nested, multipart],
    [nested.replace('name="x"', 'name="x"; filename="x"'), multipart],
    [parts(1), 'multipart/form-data'],
    [parts(1), 'multipart/form-data; boundary='],
    [parts(1), multipart],
    ['no boundary anywhere', multipart],
    ['', multipart],
  ] as const) {
    assert.equal(await status(body, type), 400, `${type}: ${body.slice(0, 30)}`)
  }
})

it('takes no other kind of body (9)', async () => {
  for (const [type, more] of [
    ['text/plain', {}],
    ['multipart/mixed; boundary=a', {}],
    [null, {}],
    [form, { 'content-encoding': 'gzip' }],
  ] as const) {
    assert.equal((await post('a=1', type, more)).status, 415, String(type))
  }
})

it('goes on after all of it (9)', async () => {
  assert.equal(await status('facts=x', form), read)
})
