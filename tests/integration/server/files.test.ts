import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { compressFile } from '../../../scripts/build/release/compress.ts'
import { createDataDir, pointTo, startPortal } from '../../support/portal/portal.ts'
import type { DataDir, RunningPortal } from '../../support/portal/portal.ts'
import { rawRequest } from '../../support/portal/raw-request.ts'
import { writeRelease } from '../../support/release/minimal-release.ts'

const film = Buffer.from(Array.from({ length: 5_000 }, (_, index) => index % 251))
const script = `console.log(${JSON.stringify('x'.repeat(3_000))})`

const fragment = '/search-index/0123456789abcdef/fragment.pf'

describe('files of a release', () => {
  let data: DataDir
  let portal: RunningPortal
  before(async () => {
    data = await createDataDir()
    writeRelease(data.path, 'earlier', {
      files: { 'client/_astro/earlier.js': script, 'client/secret.txt': 'withdrawn' },
    })
    const present = writeRelease(data.path, 'present', {
      files: {
        'client/_astro/present.js': script,
        'client/guides/index.html': '<title>指南</title>',
        'client/media/film.mp4': film,
        'client/media/film.vtt': 'WEBVTT\n',
        [`client${fragment}`]: Buffer.from([0, 1, 2, 3, 4, 5]),
        'client/media/reader.wasm': Buffer.from([0, 97, 115, 109]),
        'client/.hidden': 'hidden',
      },
    })
    for (const name of ['_astro/present.js', 'guides/index.html', 'index.html']) {
      const file = join(present, 'client', name)
      await compressFile(file, await readFile(file))
    }
    pointTo(data.path, present)
    portal = await startPortal(data.path)
  })
  after(async () => {
    await portal.stop()
    data.remove()
  })
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(portal.url + path, { headers, redirect: 'manual' })

  it('are sent with their types, and nothing guesses another', async () => {
    const types: [string, RegExp][] = [
      ['/', /^text\/html; charset=utf-8$/],
      ['/_astro/present.js', /^(?:text|application)\/javascript/],
      ['/media/film.mp4', /^video\/mp4$/],
      ['/media/film.vtt', /^text\/vtt/],
      ['/media/reader.wasm', /^application\/wasm$/],
      [fragment, /^application\/octet-stream$/],
    ]
    for (const [path, type] of types) {
      const response = await get(path)
      assert.equal(response.status, 200, path)
      assert.match(response.headers.get('content-type') ?? '', type)
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff')
    }
  })

  it('of the search index may be kept for good, and are sent in ranges', async () => {
    const part = await get(fragment, { range: 'bytes=2-4' })
    assert.equal(part.status, 206)
    assert.equal(part.headers.get('content-range'), 'bytes 2-4/6')
    assert.deepEqual(new Uint8Array(await part.arrayBuffer()), Uint8Array.of(2, 3, 4))
    assert.match(part.headers.get('cache-control') ?? '', /immutable/)
  })

  it('are compressed as the reader can read them', async () => {
    const plain = await (await get('/')).text()
    const brotli = await rawRequest(portal.port, 'GET', '/', { 'accept-encoding': 'gzip, br' })
    assert.equal(brotli.headers['content-encoding'], 'br')
    assert.equal(brotliDecompressSync(brotli.body).toString(), plain)
    const gzip = await rawRequest(portal.port, 'GET', '/', { 'accept-encoding': 'gzip, br;q=0' })
    assert.equal(gzip.headers['content-encoding'], 'gzip')
    assert.equal(gunzipSync(gzip.body).toString(), plain)
    const none = await rawRequest(portal.port, 'GET', '/')
    assert.equal(none.headers['content-encoding'], undefined)
    assert.equal(none.body.toString(), plain)
    for (const { headers } of [brotli, gzip, none]) {
      assert.match(headers.vary ?? '', /^accept-encoding$/i)
    }
  })

  it('are not sent again when the reader has them', async () => {
    const ask = (path: string, headers: Record<string, string> = {}) =>
      rawRequest(portal.port, 'GET', path, { 'accept-encoding': 'br', ...headers })
    for (const path of ['/', '/media/film.mp4']) {
      const { headers } = await ask(path)
      const etag = headers.etag ?? assert.fail('no ETag')
      assert.equal((await ask(path, { 'if-none-match': etag })).status, 304)
      assert.equal((await ask(path, { 'if-none-match': 'W/"other"' })).status, 200)
      const modified = headers['last-modified'] ?? assert.fail('no Last-Modified')
      assert.equal((await ask(path, { 'if-modified-since': modified })).status, 304)
      const longAgo = new Date(0).toUTCString()
      assert.equal((await ask(path, { 'if-modified-since': longAgo })).status, 200)
    }
  })

  it('are sent in ranges, as video players ask for them', async () => {
    const response = await get('/media/film.mp4', { range: 'bytes=100-199' })
    assert.equal(response.status, 206)
    assert.equal(response.headers.get('content-range'), 'bytes 100-199/5000')
    assert.deepEqual(Buffer.from(await response.arrayBuffer()), film.subarray(100, 200))
    assert.equal((await get('/media/film.mp4', { range: 'bytes=9000-' })).status, 416)
  })

  it('may be kept for good where their name changes with their content', async () => {
    const cached = async (path: string) => (await get(path)).headers.get('cache-control')
    assert.match((await cached('/_astro/present.js')) ?? '', /max-age=31536000, immutable/)
    assert.equal(await cached('/'), 'no-cache')
  })

  it('of the releases before stay reachable for pages that are open, and only those', async () => {
    const response = await get('/_astro/earlier.js')
    assert.equal(response.status, 200)
    assert.equal(await response.text(), script)
    assert.equal((await get('/secret.txt')).status, 404)
  })

  it('are found at the address with a slash, to which the one without leads', async () => {
    assert.equal((await get('/guides/')).status, 200)
    const response = await get('/guides?from=leaflet')
    assert.equal(response.status, 301)
    assert.equal(response.headers.get('location'), '/guides/?from=leaflet')
  })

  it('that are missing are answered with the page of the site', async () => {
    const response = await get('/nothing/here/')
    assert.equal(response.status, 404)
    assert.match(await response.text(), /没有这个页面 present/)
  })

  it('outside of the release are out of reach, however the path is written', async () => {
    for (const path of [
      '/../content/settings.json',
      '/_astro/../../content/settings.json',
      '/%2e%2e/content/settings.json',
      '/..%2fcontent%2fsettings.json',
      '/%252e%252e/content/settings.json',
      '/..%5ccontent%5csettings.json',
      '/.hidden',
      '/index.html.br',
      '/%2ehidden',
      '//etc/passwd',
    ]) {
      const { status, body } = await rawRequest(portal.port, 'GET', path)
      assert.equal(status, 404, path)
      assert.doesNotMatch(body.toString(), /officeName|hidden/)
    }
    for (const path of ['/%00', '/a%0d%0ab', '/%E4%BD', 'http://elsewhere.example/']) {
      assert.equal((await rawRequest(portal.port, 'GET', path)).status, 400, path)
    }
  })

  it('take nothing but GET and HEAD', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE']) {
      const { status, headers } = await rawRequest(portal.port, method, '/guides/')
      assert.equal(status, 405, method)
      assert.equal(headers.allow, 'GET, HEAD')
    }
    const head = await rawRequest(portal.port, 'HEAD', '/')
    assert.equal(head.status, 200)
    assert.ok(Number(head.headers['content-length']) > 1_000)
    assert.equal(head.body.length, 0)
  })
})

describe('a portal below a path of the district’s site', () => {
  let data: DataDir
  let portal: RunningPortal
  before(async () => {
    data = await createDataDir()
    const files = { 'client/guides/index.html': '<title>指南</title>' }
    pointTo(data.path, writeRelease(data.path, 'present', { files }))
    portal = await startPortal(data.path, { BASE_PATH: '/xfj', SITE_URL: 'https://www.example.cn' })
  })
  after(async () => {
    await portal.stop()
    data.remove()
  })

  it('answers there and nowhere else', async () => {
    const host = { host: 'www.example.cn' }
    const get = (path: string) => rawRequest(portal.port, 'GET', path, host)
    assert.equal((await get('/xfj/')).status, 200)
    assert.equal((await get('/xfj/petition/')).status, 200)
    assert.equal((await get('/xfj')).headers.location, '/xfj/')
    assert.equal((await get('/xfj/guides')).headers.location, '/xfj/guides/')
    assert.equal((await get('/xfj/petition')).headers.location, '/xfj/petition/')
    for (const path of ['/', '/petition/', '/xfjx/', '/mailbox/messages']) {
      assert.equal((await get(path)).status, 404, path)
    }
    assert.equal((await get('/xfj/mailbox/messages')).status, 401)
    assert.equal((await get('/healthz')).status, 200)
    assert.equal((await get('/xfj/healthz')).status, 200)
  })

  it('tells browsers to stay with https where it is published so', async () => {
    const { headers } = await rawRequest(portal.port, 'GET', '/xfj/', { host: 'www.example.cn' })
    assert.match(String(headers['strict-transport-security']), /max-age=31536000/)
  })
})
