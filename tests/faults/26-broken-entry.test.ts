import assert from 'node:assert/strict'
import { copyFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { exists } from '../../scripts/exists.ts'
import { insideDesk } from '../support/desk/inside-desk.ts'
import { install, type Installation } from '../support/machine/installation.ts'
import { liveOf, reaches, shows, words } from '../support/desk/publication-progress.ts'
import { essay, openPublicityDesk, type PublicityDesk } from '../support/desk/publicity.ts'
import { collection } from '../support/desk/staff.ts'
import { readInLoop } from '../support/portal/reading-loop.ts'
import { until } from '../support/machine/until.ts'

type Fault = { text: string; uid: string | null; documentId: string | null }

describe('26 the build breaks on one bad entry', () => {
  let installation: Installation
  let desk: PublicityDesk
  before(async () => {
    installation = await install()
    desk = await openPublicityDesk(installation)
    // What is damaged below was good when the first snapshot was written.
    const index = join(installation.dataDir, 'snapshot.index.json')
    await until('the first snapshot', 120, async () => (await exists(index)) || undefined)
  })
  after(() => installation.stop())

  const uploads = () => join(installation.dataDir, 'cms', 'public', 'uploads')
  const damage = async (name: RegExp, bytes: string) => {
    const file = (await readdir(uploads())).find((one) => name.test(one))
    assert.ok(file, 'the seed brought no such file')
    const kept = join(installation.dataDir, `kept-${file}`)
    await copyFile(join(uploads(), file), kept)
    await writeFile(join(uploads(), file), bytes)
    return { mend: () => copyFile(kept, join(uploads(), file)) }
  }
  /** Has everything compared with what citizens see. @returns what is not shown as it was published */
  const compare = async (slug: string) => {
    assert.equal((await desk.publisher.call('POST', '/desk/releases', {})).status, 200)
    const documentId = await desk.write(desk.author, 'essay', essay(slug))
    await desk.publish('essay', documentId)
    await reaches(desk.author, 'essay', documentId, 'live')
    await shows(installation, `/essays/${slug}/`, '第一句话')
    const home = await desk.author.call('GET', '/desk/home')
    return (home.body as { live: { held: Fault[] } }).live.held
  }

  it('publishes everything else, shows the bad entry as it was, and names it until it is mended', async (t) => {
    // A cover is damaged on the disk, where no check of the desk sees it.
    const { mend } = await damage(/^essay-three-inches/, 'no picture')
    const path = '/essays/three-inches-of-water/'
    const reader = readInLoop(installation.portal, ['/', '/essays/', path])
    t.after(() => reader.stop())
    const before = await words(installation, path)

    const [fault, ...more] = await compare('after-the-damage')
    assert.match(fault?.text ?? '', /^征文与文章《.+》的“题图”：图片 .+ 打不开/)
    assert.deepEqual([fault?.uid, more], ['api::essay.essay', []])
    const damaged = await desk.author.call('GET', `${collection('essay')}/${fault?.documentId}`)
    assert.match(JSON.stringify(damaged.body), /three-inches-of-water/)
    assert.equal(await words(installation, path), before)
    const held = await liveOf(desk.author, 'essay', fault?.documentId ?? '')
    assert.equal(held.going?.state, 'failed')
    assert.deepEqual(held.going?.faults, [fault])

    await mend()
    assert.deepEqual(await compare('after-the-mending'), [])
    const mended = await liveOf(desk.author, 'essay', fault?.documentId ?? '')
    assert.deepEqual([mended.going?.state, mended.going?.faults], ['live', []])
    const { requests, failed } = await reader.stop()
    assert.deepEqual(failed, [])
    t.diagnostic(`${requests} requests meanwhile, none failed`)
  })

  describe('names the entry at fault and leads to it', () => {
    const damages: [string, RegExp, string, RegExp][] = [
      [
        'a telephone number in captions',
        /\.vtt$/,
        'WEBVTT\n\n00:00.000 --> 00:03.000\n请打 13800138000\n',
        /^微视频《.+》(?:用到的文件 .+)?：电话号码$/,
      ],
      [
        'a leaflet that does not open',
        /\.pdf$/,
        '%PDF-1.4',
        /^.+《.+》用到的文件 .+：文件读不出来/,
      ],
    ]
    const mends: (() => Promise<void>)[] = []
    let held: Fault[] = []
    before(async () => {
      for (const [, name, bytes] of damages) mends.push((await damage(name, bytes)).mend)
      held = await compare('beside-what-is-damaged')
    })

    for (const [what, , , pattern] of damages) {
      it(what, () => {
        const named = held.filter(({ text }) => pattern.test(text))
        assert.ok(named.length > 0)
        for (const fault of named) assert.ok(fault.uid && fault.documentId)
      })
    }

    it('and no other, until each is mended', async () => {
      for (const { text } of held) {
        assert.ok(
          damages.some(([, , , pattern]) => pattern.test(text)),
          text,
        )
      }
      for (const mend of mends) await mend()
      assert.deepEqual(await compare('without-what-was-damaged'), [])
    })
  })

  it('leaves out an entry that never could be shown, and goes on', async () => {
    const fresh = await desk.write(desk.author, 'essay', essay('never-shown'))
    // Made from inside: no button of the desk lets it pass.
    await installation.restart(async () => {
      await insideDesk(
        installation.dataDir,
        `await strapi.db.query('api::essay.essay').updateMany({
           where: { slug: 'never-shown' }, data: { summary: '请打 13800138000' } })
         await strapi.documents('api::essay.essay').publish({ documentId: '${fresh}' })`,
      )
    })
    const [fault, ...more] = await compare('beside-the-new')
    assert.deepEqual([fault?.documentId, more], [fresh, []])
    assert.match(fault?.text ?? '', /电话号码/)
    assert.equal(await words(installation, '/essays/never-shown/'), undefined)
    assert.equal((await liveOf(desk.author, 'essay', fresh)).going?.state, 'failed')
  })

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
    const essays = await desk.author.call('GET', `${collection('essay')}?_q=beside-the-new`)
    const [last] = (essays.body as { results: { documentId: string }[] }).results
    const online = await desk.author.call(
      'GET',
      `/desk/releases/entries/api::essay.essay/${last?.documentId}`,
    )
    assert.equal((online.body as { held: boolean }).held, true)
    await until('the earlier release', 20, async () => {
      const page = await words(installation, '/essays/beside-the-new/')
      return page === undefined ? true : undefined
    })
  })
})
