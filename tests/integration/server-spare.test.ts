import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { TestContext } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { parseIdempotencyKey } from '../../site/src/petition/idempotency-key.ts'
import { story } from '../support/citizen.ts'
import { createDataDir, pointTo, startPortal } from '../support/portal.ts'
import { rawRequest } from '../support/raw-request.ts'
import { writeRelease } from '../support/release.ts'
import { until } from '../support/until.ts'

/** Shows the form key twice, as a real form does, and how often pages were rendered. */
const renderer = (name: string) => `
let renders = 0
export async function handler(request, response, next, locals) {
  const key = locals.petitions.newKey()
  response.writeHead(200, { 'content-type': 'text/html' })
  response.end(\`${name} \${(renders += 1)} <input value="\${key}"> <island key="\${key}">\`)
}
`

async function start(context: TestContext) {
  const data = await createDataDir()
  pointTo(data.path, writeRelease(data.path, 'first', { renderer: renderer('first') }))
  const portal = await startPortal(data.path)
  context.after(async () => {
    await portal.stop()
    data.remove()
  })
  const read = async (path: string, options: RequestInit = {}) => {
    const text = await (await fetch(portal.url + path, options)).text()
    const keys = [...text.matchAll(/"([^"]+)"/g)].map(([, key = '']) => key)
    return { renders: text.split(' <')[0], keys }
  }
  return { data, portal, read }
}

it('renders a blank form once for everybody, and gives each reader a key of their own', async (context) => {
  const { read } = await start(context)
  const pages = await Promise.all(Array.from({ length: 20 }, () => read('/petition/')))
  assert.equal(new Set(pages.map(({ renders }) => renders)).size, 1)
  for (const { keys } of pages) {
    assert.equal(keys.length, 2)
    assert.equal(keys[0], keys[1])
    assert.ok(parseIdempotencyKey(keys[0] ?? ''))
  }
  assert.equal(new Set(pages.map(({ keys }) => keys[0])).size, pages.length)
})

it('renders what was posted for whoever posted it', async (context) => {
  const { read } = await start(context)
  const post = () =>
    read('/petition/', { method: 'POST', body: new URLSearchParams({ name: 'x' }) })
  const blank = await read('/petition/')
  const [one, two] = [await post(), await post()]
  assert.equal(new Set([blank, one, two].map(({ renders }) => renders)).size, 3)
  assert.equal((await read('/petition/')).renders, blank.renders)
})

it('renders blank forms anew for a new release', async (context) => {
  const { data, read } = await start(context)
  assert.match((await read('/petition/')).renders ?? '', /^first /)
  pointTo(data.path, writeRelease(data.path, 'second', { renderer: renderer('second') }))
  await until('the second release', 10, async () => {
    const { renders } = await read('/petition/')
    return renders?.startsWith('second ') || undefined
  })
})

it('answers HEAD as GET, without the body', async (context) => {
  const { portal } = await start(context)
  for (const encoding of ['identity', 'gzip']) {
    const answers = []
    for (const method of ['GET', 'HEAD', 'GET']) {
      const headers = { 'accept-encoding': encoding }
      const { status, headers: given } = await rawRequest(
        portal.port,
        method,
        '/petition/',
        headers,
      )
      answers.push([status, given['content-length'], given['content-encoding']])
    }
    assert.deepEqual(answers[0], answers[1])
    assert.deepEqual(answers[1], answers[2])
  }
})

it('compresses a blank form for whoever takes gzip, and for nobody else', async (context) => {
  const { portal } = await start(context)
  const page = (encoding: string) =>
    rawRequest(portal.port, 'GET', '/petition/', { 'accept-encoding': encoding })
  const zipped = await page('br, gzip')
  assert.equal(zipped.headers['content-encoding'], 'gzip')
  assert.equal(zipped.headers.vary, 'Accept, Accept-Encoding')
  const plain = await page('gzip;q=0')
  assert.equal(plain.headers['content-encoding'], undefined)
  const words = (body: Buffer) => body.toString('utf8').replace(/"[^"]+"/g, '')
  assert.equal(words(gunzipSync(zipped.body)), words(plain.body))
})

it('answers what a script posts as data, without the renderer', async (context) => {
  const { portal } = await start(context)
  const post = async (fields: Record<string, string>) => {
    const response = await fetch(`${portal.url}/petition/`, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(fields),
    })
    assert.equal(response.headers.get('content-type'), 'application/json')
    assert.equal(response.headers.get('cache-control'), 'no-store')
    return [response.status, await response.json()] as const
  }
  const [status, { kind, key }] = await post({ ...story, key: 'none of ours' })
  assert.deepEqual([status, kind], [422, 'bad-key'])
  const faulty = await post({ ...story, title: '', key })
  assert.equal(faulty[0], 422)
  assert.deepEqual(Object.keys(faulty[1].faults).includes('title'), true)
})
