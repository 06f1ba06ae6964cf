import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { parseIdempotencyKey } from '../../../site/src/petition/submit/idempotency-key.ts'
import { formKey } from '../../support/portal/citizen.ts'
import { story } from '../../support/portal/stories.ts'
import { startIntake } from '../../support/portal/intake.ts'
import type { Intake } from '../../support/portal/intake.ts'
import { createDataDir, pointTo, startPortal } from '../../support/portal/portal.ts'
import { rawRequest } from '../../support/portal/raw-request.ts'
import { writeRelease } from '../../support/release/minimal-release.ts'
import { until } from '../../support/machine/until.ts'

describe('pages that are rendered on demand', () => {
  let intake: Intake
  before(async () => void (intake = await startIntake()))
  after(() => intake.stop())

  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    rawRequest(intake.portal.port, method, path, headers)
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string>) =>
    rawRequest(
      intake.portal.port,
      'POST',
      path,
      { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      String(new URLSearchParams(fields)),
    )

  it('give each reader a form with a key of their own, the same wherever it stands in it', async () => {
    const pages = await Promise.all(Array.from({ length: 20 }, () => ask('/petition/')))
    const keys = pages.map(({ body }) => formKey(String(body)))
    for (const key of keys) assert.ok(parseIdempotencyKey(key))
    assert.equal(new Set(keys).size, pages.length)
  })

  it('are compressed for whoever takes that, where they show nothing that was posted', async () => {
    const words = (body: Buffer) => String(body).replace(/[\w-]{22}|uid="\w+"/g, '')
    const zipped = await ask('/petition/', { 'accept-encoding': 'gzip' })
    assert.equal(zipped.headers['content-encoding'], 'gzip')
    assert.match(String(zipped.headers.vary), /accept-encoding/i)
    const plain = await ask('/petition/', { 'accept-encoding': 'gzip;q=0' })
    assert.equal(plain.headers['content-encoding'], undefined)
    assert.equal(words(gunzipSync(zipped.body)), words(plain.body))
    for (const path of ['/petition/', '/petition/track/', '/petition/resume/', '/feedback/']) {
      const page = await post(path, { number: '1' }, { 'accept-encoding': 'br, gzip' })
      assert.match(String(page.body), /^<!DOCTYPE html>/i, path)
      assert.equal(page.headers['content-encoding'], undefined, path)
      assert.equal(page.headers['cache-control']?.includes('no-store'), true, path)
    }
  })

  it('answer HEAD as GET, without the body', async () => {
    for (const path of ['/petition/resume/', '/petition/track/', '/search/?q=信访']) {
      const [get, head] = [await ask(encodeURI(path)), await ask(encodeURI(path), {}, 'HEAD')]
      assert.equal(head.status, get.status)
      assert.equal(head.headers['content-length'], get.headers['content-length'])
      assert.equal(head.body.length, 0)
    }
  })

  it('take no other method, and say which they take', async () => {
    for (const [path, allow] of [
      ['/petition/', 'GET, HEAD, POST'],
      ['/search/', 'GET, HEAD'],
    ] as const) {
      const refused = await ask(path, {}, 'DELETE')
      assert.deepEqual([refused.status, refused.headers.allow], [405, allow])
    }
    assert.equal((await post('/search/', {}, {})).status, 405)
  })

  it('tell a script what became of its form as data, with the status that a page has', async () => {
    const cases: [string, Record<string, string>, number, string][] = [
      ['/petition/', { ...story, key: 'none of ours' }, 422, 'bad-key'],
      ['/petition/resume/', { intent: 'save' }, 422, 'unsaved'],
      ['/petition/resume/', { intent: 'save', title: '路灯' }, 200, 'saved'],
      ['/petition/track/', { number: '1', code: 'a' }, 404, 'not-found'],
      ['/feedback/', { text: '' }, 422, 'faults'],
      ['/feedback/', { text: '有错字' }, 200, 'sent'],
    ]
    for (const [path, fields, status, kind] of cases) {
      const data = await post(path, fields, { accept: 'application/json' })
      assert.equal(data.status, status, path)
      assert.match(String(data.headers['content-type']), /^application\/json/)
      assert.equal(data.headers['cache-control'], 'no-store')
      assert.equal(JSON.parse(String(data.body)).kind, kind)
      const page = await post(path, fields, { accept: 'text/html' })
      assert.equal(page.status, status, path)
      assert.match(String(page.headers['content-type']), /^text\/html; charset=utf-8/)
    }
  })
})

it('a page that breaks while it is rendered is not sent by half', async (context) => {
  const data = await createDataDir()
  context.after(() => data.remove())
  // Breaks where it is asked for, not where the release is tried.
  const renderer = `
let asked = 0
export async function render(request) {
  if (!request.url.endsWith('/feedback/') || (asked += 1) === 1) return new Response('whole')
  return new Response(new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('half'))
      setTimeout(() => controller.error(new Error('经过')), 50)
    },
  }))
}`
  pointTo(data.path, writeRelease(data.path, 'breaks', { renderer }))
  const portal = await startPortal(data.path)
  context.after(() => portal.stop())
  const page = await rawRequest(portal.port, 'GET', '/feedback/')
  assert.equal(page.status, 500)
  assert.match(String(page.body), /网站出了问题/)
  assert.doesNotMatch(String(page.body), /half/)
  await until('the line of the fault', 10, async () =>
    portal.output().includes('a request failed') ? true : undefined,
  )
  assert.doesNotMatch(portal.output(), /经过/)
})
