import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { createDataDir, pointTo, startPortal } from '../../support/portal/portal.ts'
import type { DataDir, RunningPortal } from '../../support/portal/portal.ts'
import { rawRequest } from '../../support/portal/raw-request.ts'
import { echo, writeRelease } from '../../support/release/minimal-release.ts'

/** What is asked for, below the base path, the status, and where it leads. */
const cases: [string, number, string?][] = [
  ['/essays/', 200],
  ['/essays', 301, '/essays/'],
  ['//essays//', 301, '/essays/'],
  ['/essays//', 301, '/essays/'],
  ['///essays///?page=2', 301, '/essays/?page=2'],
  ['//essays', 301, '/essays/'],
  ['//', 301, '/'],
  ['//search//?q=a//b', 301, '/search/?q=a//b'],
  ['/essays//style.css', 301, '/essays/style.css'],
  ['//essays/old//', 301, '/essays/new/'],
  ['/404.html', 404],
  ['//404.html', 404],
  ['/404', 404],
  ['/index.html', 301, '/'],
  ['/essays/index.html', 301, '/essays/'],
  ['//essays/index.html', 301, '/essays/'],
  ['/pictures', 404],
  ['/pictures/', 404],
  ['//evil.example/', 404],
  ['//evil.example//', 404],
  ['//evil.example/%2e%2e', 404],
  ['///evil.example', 404],
  ['/\\evil.example/', 404],
  ['/%5cevil.example/', 404],
  ['/%2fevil.example/', 404],
  ['//evil.example@essays/', 404],
  ['/essays/%3Fq/', 404],
  ['/%E5%BE%81%E6%96%87%23%3F', 301, '/%E5%BE%81%E6%96%87%23%3F/'],
]

for (const base of ['', '/xfj']) {
  describe(`odd addresses of a site at ${base || '/'}`, () => {
    let data: DataDir
    let portal: RunningPortal
    before(async () => {
      data = await createDataDir()
      const release = writeRelease(data.path, 'odd', {
        files: {
          'client/essays/index.html': '<title>征文</title>',
          'client/essays/style.css': 'a{}',
          'client/essays/new/index.html': '<title>新</title>',
          'client/pictures/a.txt': 'a',
          'client/404.html': '<title>没有这个页面</title>',
          'client/征文#?/index.html': '<title>征文</title>',
          'content/redirects.json': JSON.stringify([{ from: '/essays/old/', to: '/essays/new/' }]),
        },
      })
      pointTo(data.path, release)
      portal = await startPortal(data.path, base ? { BASE_PATH: base } : {})
    })
    after(async () => {
      await portal.stop()
      data.remove()
    })

    for (const [path, status, to] of cases) {
      it(`${path} gives ${status}${to ? ` and leads to ${to}` : ''}`, async () => {
        for (const method of ['GET', 'HEAD']) {
          const { status: given, headers } = await rawRequest(portal.port, method, base + path)
          assert.equal(given, status)
          assert.equal(headers.location, to && base + to)
        }
      })
    }

    it('never lead to another site, whatever stands before', async () => {
      for (const path of [
        '//evil.example/',
        `//evil.example${base}/essays/`,
        `/${base}//essays/`,
      ]) {
        const { headers } = await rawRequest(portal.port, 'GET', path)
        assert.doesNotMatch(headers.location ?? '', /^(?:\/[/\\]|[a-z]+:)|evil/)
      }
    })

    it('take no form', async () => {
      const { status } = await rawRequest(portal.port, 'POST', `${base}//petition//`, {}, 'a=b')
      assert.ok([404, 405].includes(status), String(status))
    })
  })
}

it('answers from a release of before, which has as a file what is rendered on demand now', async (context) => {
  const data = await createDataDir()
  context.after(() => data.remove())
  const renderer = echo.replace("'missing'", "'feedback'")
  const files = { 'client/feedback/index.html': '<title>找错，照从前</title>' }
  pointTo(data.path, writeRelease(data.path, 'before', { files, renderer }))
  const portal = await startPortal(data.path)
  context.after(() => portal.stop())
  const page = await rawRequest(portal.port, 'GET', '/feedback/?page=/essays/')
  assert.deepEqual([page.status, String(page.body)], [200, files['client/feedback/index.html']])
})
