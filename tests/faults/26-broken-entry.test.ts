import assert from 'node:assert/strict'
import { copyFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { install, type Installation } from '../support/installation.ts'
import { liveOf, reaches, shows, words } from '../support/publication-progress.ts'
import { essay, openPublicityDesk, type PublicityDesk } from '../support/publicity.ts'
import { collection } from '../support/staff.ts'
import { readInLoop } from '../support/reading-loop.ts'
import { until } from '../support/until.ts'

describe('26 the build breaks on one bad entry', () => {
  let installation: Installation
  let desk: PublicityDesk
  before(async () => {
    installation = await install()
    desk = await openPublicityDesk(installation)
  })
  after(() => installation.stop())

  it('leaves the last good site, names entry and field, and goes on once it is mended', async (t) => {
    const uploads = join(installation.dataDir, 'cms', 'public', 'uploads')
    // A cover is damaged on the disk, where no check of the desk sees it.
    const cover = (await readdir(uploads)).find((name) => /^essay-three-inches/.test(name))
    assert.ok(cover, 'the seed brought no such cover')
    await copyFile(join(uploads, cover), join(installation.dataDir, 'kept.jpg'))
    await writeFile(join(uploads, cover), 'no picture')
    const reader = readInLoop(installation.portal, [
      '/',
      '/essays/',
      '/essays/three-inches-of-water/',
    ])
    t.after(() => reader.stop())

    const documentId = await desk.write(desk.author, 'essay', essay('after-the-damage'))
    await desk.publish('essay', documentId)
    const { going } = await reaches(desk.author, 'essay', documentId, 'failed')
    const [fault, ...more] = going?.faults ?? []
    assert.match(fault?.text ?? '', /^征文与文章《.+》的“题图”：图片 .+ 打不开/)
    assert.deepEqual([fault?.uid, more], ['api::essay.essay', []])
    const damaged = await desk.author.call('GET', `${collection('essay')}/${fault?.documentId}`)
    assert.match(JSON.stringify(damaged.body), /three-inches-of-water/)
    assert.equal(await words(installation, '/essays/after-the-damage/'), undefined)

    await copyFile(join(installation.dataDir, 'kept.jpg'), join(uploads, cover))
    const again = await desk.publisher.call('POST', '/desk/releases', {})
    assert.equal(again.status, 200)
    const other = await desk.write(desk.author, 'essay', essay('after-the-mending'))
    await desk.publish('essay', other)
    await reaches(desk.author, 'essay', other, 'live')
    await shows(installation, '/essays/after-the-damage/', '第一句话')
    // What failed went live with the next build, and says so.
    const mended = await liveOf(desk.author, 'essay', documentId)
    assert.deepEqual([mended.going?.state, mended.going?.faults], ['live', []])
    const { requests, failed } = await reader.stop()
    assert.deepEqual(failed, [])
    t.diagnostic(`${requests} requests meanwhile, none failed`)
  })

  const damages: [string, RegExp, string | Buffer, RegExp][] = [
    [
      'a telephone number in captions',
      /\.vtt$/,
      'WEBVTT\n\n00:00.000 --> 00:03.000\n请打 13800138000\n',
      /^微视频《.+》(?:用到的文件 .+)?：电话号码$/,
    ],
    ['a leaflet that does not open', /\.pdf$/, '%PDF-1.4', /^.+《.+》用到的文件 .+：文件读不出来/],
  ]
  for (const [what, name, bytes, pattern] of damages) {
    it(`names the entry at fault and leads to it: ${what}`, async () => {
      const uploads = join(installation.dataDir, 'cms', 'public', 'uploads')
      const file = (await readdir(uploads)).find((one) => name.test(one))
      assert.ok(file, 'the seed brought no such file')
      await copyFile(join(uploads, file), join(installation.dataDir, 'kept'))
      await writeFile(join(uploads, file), bytes)
      const slug = `beside-${file.replace(/[^a-z0-9]+/g, '-')}`
      const documentId = await desk.write(desk.author, 'essay', essay(slug))
      await desk.publish('essay', documentId)
      const { going } = await reaches(desk.author, 'essay', documentId, 'failed')
      assert.ok(going && going.faults.length > 0)
      for (const fault of going.faults) {
        assert.match(fault.text, pattern)
        assert.ok(fault.uid && fault.documentId)
      }
      await copyFile(join(installation.dataDir, 'kept'), join(uploads, file))
      await desk.publisher.call('POST', '/desk/releases', {})
      await reaches(desk.author, 'essay', documentId, 'live')
    })
  }

  it('lets a publisher go back to an earlier release, and nobody else', async () => {
    const list = await desk.publisher.call('GET', '/desk/releases')
    const { releases } = list.body as { releases: { name: string; current: boolean }[] }
    const earlier = releases.at(-1)
    assert.ok(earlier && !earlier.current && releases[0]?.current)
    const wish = { name: earlier.name, reason: '首页有误' }
    for (const staff of [desk.author, desk.reviewer]) {
      assert.equal((await staff.call('POST', '/desk/releases/current', wish)).status, 403)
    }
    const unknown = { name: '20200101T000000-000Z', reason: '没有的版本' }
    const path = '/desk/releases/current'
    assert.equal((await desk.publisher.call('POST', path, unknown)).status, 409)
    assert.equal((await desk.publisher.call('POST', path, { name: earlier.name })).status, 400)
    assert.equal((await desk.publisher.call('POST', path, wish)).status, 200)
    const after = await desk.publisher.call('GET', '/desk/releases')
    assert.equal((after.body as { goneBack: boolean }).goneBack, true)
    const essays = await desk.author.call('GET', `${collection('essay')}?_q=after-the-mending`)
    const [mended] = (essays.body as { results: { documentId: string }[] }).results
    const online = await desk.author.call(
      'GET',
      `/desk/releases/entries/api::essay.essay/${mended?.documentId}`,
    )
    assert.equal((online.body as { held: boolean }).held, true)
    await until('the earlier release', 20, async () => {
      const page = await words(installation, '/essays/after-the-mending/')
      return page === undefined ? true : undefined
    })
  })
})
