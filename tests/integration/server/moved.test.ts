import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { createDataDir, pointTo, startPortal } from '../../support/portal/portal.ts'
import type { DataDir, RunningPortal } from '../../support/portal/portal.ts'
import { rawRequest } from '../../support/portal/raw-request.ts'
import { writeRelease } from '../../support/release/minimal-release.ts'

describe('addresses never break', () => {
  let data: DataDir
  let portal: RunningPortal
  before(async () => {
    data = await createDataDir()
    const release = writeRelease(data.path, 'new', {
      files: {
        'client/essays/index.html': '<title>征文</title>',
        'client/essays/page/1/index.html': '<title>第 1 页</title>',
        'client/essays/new-name/index.html': '<title>新名</title>',
        'client/essays/gone/index.html': `<title>已撤下</title>${'撤下 '.repeat(500)}`,
        'content/redirects.json': JSON.stringify([
          { from: '/essays/old-name/', to: '/essays/new-name/' },
        ]),
        'content/withdrawn.json': JSON.stringify([
          { path: '/essays/gone/', title: '旧文', at: '2026-11-20T09:00:00+08:00' },
        ]),
      },
    })
    pointTo(data.path, release)
    portal = await startPortal(data.path, { BASE_PATH: '/xfj' })
  })
  after(async () => {
    await portal.stop()
    data.remove()
  })
  const get = (path: string) => fetch(portal.url + path, { redirect: 'manual' })

  it('an address of before leads to where the page now stands, with or without its slash', async () => {
    for (const path of ['/essays/old-name/', '/essays/old-name']) {
      const response = await get(`${path}?t=5`)
      assert.equal(response.status, 301)
      assert.equal(response.headers.get('location'), '/xfj/essays/new-name/?t=5')
    }
  })

  it('a number that a list has not got any more leads to the list, for now', async () => {
    for (const path of ['/essays/page/9/', '/essays/page/9', '/essays/page/0/']) {
      const response = await get(path)
      assert.equal(response.status, 302, path)
      assert.equal(response.headers.get('location'), '/xfj/essays/')
    }
    assert.equal((await get('/essays/page/1/')).status, 200)
    for (const path of ['/essays/page/x/', '/never/page/2/', '/page/2/']) {
      assert.equal((await get(path)).status, 404, path)
    }
  })

  it('a page that was taken down says so, to machines too', async () => {
    const response = await get('/essays/gone/')
    assert.equal(response.status, 410)
    assert.match(await response.text(), /已撤下/)
  })

  it('and says so whole to whoever has the page from before', async () => {
    const since = new Date(Date.now() + 60_000).toUTCString()
    const conditions: Record<string, string>[] = [
      { 'if-none-match': 'W/"1-1"' },
      { 'if-none-match': '*' },
      { 'if-modified-since': since },
      { range: 'bytes=0-3' },
    ]
    for (const headers of conditions) {
      for (const [path, status] of [
        ['/xfj/essays/gone/', 410],
        ['/xfj/essays/never/', 404],
      ] as const) {
        const page = await rawRequest(portal.port, 'GET', path, headers)
        assert.equal(page.status, status)
        assert.match(String(page.body), /已撤下|没有这个页面/, JSON.stringify(headers))
      }
    }
  })

  it('other pages are what they were, and an address that never was is unknown', async () => {
    assert.equal((await get('/essays/new-name/')).status, 200)
    assert.equal((await get('/essays/never/')).status, 404)
  })
})
