import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { createDataDir, pointTo, startPortal } from '../../support/portal/portal.ts'
import type { DataDir, RunningPortal } from '../../support/portal/portal.ts'
import { echo, writeRelease } from '../../support/release/minimal-release.ts'

let data: DataDir
let portal: RunningPortal
before(async () => {
  data = await createDataDir()
  pointTo(data.path, writeRelease(data.path, 'first'))
  portal = await startPortal(data.path)
})
after(async () => {
  await portal.stop()
  data.remove()
})

const home = async () => (await fetch(`${portal.url}/`)).text()
const rendered = async () => (await fetch(`${portal.url}/petition/`)).json()

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    if (await condition()) return
    await sleep(100)
  }
  assert.fail('it did not happen within six seconds')
}
const isCurrent = (name: string) =>
  until(async () => (await (await fetch(`${portal.url}/healthz`)).json()).release === name)

it('shows a new release within a moment, and no request fails meanwhile', async () => {
  let going = true
  const seen = new Set<string>()
  const readers = Array.from({ length: 4 }, async () => {
    while (going) {
      const response = await fetch(`${portal.url}/`)
      assert.equal(response.status, 200)
      seen.add(/<title>(\w+)/.exec(await response.text())?.[1] ?? 'broken')
    }
  })
  pointTo(data.path, writeRelease(data.path, 'second'))
  await isCurrent('second')
  await sleep(100)
  going = false
  await Promise.all(readers)
  assert.deepEqual([...seen].sort(), ['first', 'second'])
})

it('answers a request from the release with which it began', async () => {
  const slow = echo.replace(
    'return Response',
    'await new Promise((resolve) => setTimeout(resolve, 2500)); return Response',
  )
  const files = { 'content/settings.json': settingsNamed('慢的一版') }
  pointTo(data.path, writeRelease(data.path, 'slow', { renderer: slow, files }))
  await isCurrent('slow')
  const pending = rendered()
  await sleep(100)
  pointTo(data.path, writeRelease(data.path, 'third'))
  await isCurrent('third')
  assert.equal((await pending).site, '慢的一版')
})

it('loads server code again only when it is another one', async () => {
  const { imports } = await rendered()
  pointTo(
    data.path,
    writeRelease(data.path, 'same-code', {
      files: { 'content/settings.json': settingsNamed('改了名') },
    }),
  )
  await isCurrent('same-code')
  assert.deepEqual([(await rendered()).imports, (await rendered()).site], [imports, '改了名'])
  pointTo(data.path, writeRelease(data.path, 'other-code', { renderer: `${echo}\n// changed` }))
  await isCurrent('other-code')
  assert.equal((await rendered()).imports, imports + 1)
})

it('goes on when the folder from which its code was loaded is gone', async () => {
  const parted = `export async function render(...all) { return (await import('./part.mjs')).render(...all) }`
  const files = { 'server/part.mjs': echo }
  const origin = writeRelease(data.path, 'origin', { renderer: parted, files })
  pointTo(data.path, origin)
  await isCurrent('origin')
  pointTo(data.path, writeRelease(data.path, 'heir', { renderer: parted, files }))
  await isCurrent('heir')
  rmSync(origin, { recursive: true })
  assert.equal((await rendered()).site, '青禾区网上信访')
})

it('keeps the last good release when the next one is broken, and takes the one after', async () => {
  const broken: Record<string, string>[] = [
    { 'content/settings.json': '{' },
    { 'content/topics.json': '[{"slug":"No Slug"}]' },
    { 'server/entry.mjs': 'export const = 1' },
    { 'server/entry.mjs': 'export async function render() { throw new Error() }' },
    { 'server/entry.mjs': echo.replace('{ headers', '{ status: 500, headers') },
  ]
  pointTo(data.path, writeRelease(data.path, 'good'))
  await isCurrent('good')
  for (const files of broken) {
    pointTo(data.path, writeRelease(data.path, 'broken', { files }))
    await sleep(1_500)
    assert.match(await home(), /<title>good/)
  }
  pointTo(data.path, join(data.path, 'releases', 'nowhere'))
  await sleep(1_500)
  assert.match(await home(), /<title>good/)
  pointTo(data.path, writeRelease(data.path, 'mended'))
  await isCurrent('mended')
  assert.match(portal.output(), /a release does not load/)
})

function settingsNamed(siteName: string): string {
  return JSON.stringify({
    siteName,
    officeName: '青禾区信访局',
    districtName: '青禾区',
    phone: '0000-7000000',
    address: '青禾区人民路1号',
    postalCode: '000000',
    visitingHours: '工作日',
    officialText: { name: '国家法律法规数据库', url: 'https://www.gjxfj.gov.cn/' },
  })
}
