import assert from 'node:assert/strict'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import sharp from 'sharp'
import { dataLayout } from '../../content/schema/operation/data-layout.ts'
import { install, type Installation } from '../support/machine/installation.ts'
import { reaches, words } from '../support/desk/publication-progress.ts'
import { leaflet } from '../support/files/pdfs.ts'
import { essay, openPublicityDesk, type PublicityDesk } from '../support/desk/publicity.ts'

const word = '独有的词句马缨丹'

describe('34 back to an earlier release after a withdrawal', () => {
  let installation: Installation
  let desk: PublicityDesk
  before(async () => {
    installation = await install()
    desk = await openPublicityDesk(installation)
  })
  after(() => installation.stop())

  const releases = async () => {
    const { body } = await desk.publisher.call('GET', '/desk/releases')
    return (body as { releases: { name: string; current: boolean }[] }).releases
  }
  const current = async () => (await releases()).find((one) => one.current)?.name ?? ''
  const goBack = (name: string) =>
    desk.publisher.call('POST', '/desk/releases/current', { name, reason: '首页有误' })
  /** The files of all kept releases in which the word stands. */
  const traces = async () => {
    const folder = dataLayout(installation.dataDir).releases
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name))
    const texts = await Promise.all(
      files.map(async (file) => [file, await readFile(file)] as const),
    )
    return texts.filter(([, bytes]) => bytes.includes(word)).map(([file]) => file)
  }
  const live = async (slug: string, changes: object) => {
    const id = await desk.write(desk.author, 'essay', essay(slug, changes))
    await desk.publish('essay', id)
    await reaches(desk.author, 'essay', id, 'live')
    return id
  }

  /** Uploads a file. @returns what an entry's text calls it, and its number */
  const upload = async (name: string, bytes: Uint8Array) => {
    const { status, body } = await desk.publisher.send('/upload', name, bytes, 'files')
    assert.equal(status, 201, JSON.stringify(body))
    const [{ url, id }] = body as [{ url: string; id: number }]
    return { id, link: url.replace('/uploads/', '/media/') }
  }
  const exchange = async (id: string, body: string) => {
    await desk.save(desk.author, 'essay', id, { body })
    await desk.publish('essay', id)
    await reaches(desk.author, 'essay', id, 'live')
  }
  it('brings back nothing that was withdrawn, and no kept release holds it', async () => {
    const first = await current()
    const id = await live('to-be-withdrawn', { title: `《${word}》`, body: `正文里也有${word}。` })
    const shown = await current()
    assert.ok((await traces()).length > 1)
    const step = { kind: 'withdraw', reason: '含个人信息', note: '内容有误，已撤下。' }
    await desk.take(desk.publisher, 'essay', id, step)
    // Before the next release is there, and after.
    const early = await goBack(shown)
    assert.equal(early.status, 409)
    await reaches(desk.author, 'essay', id, 'live')
    assert.equal((await goBack(shown)).status, 409)
    assert.ok(!(await releases()).some(({ name }) => name === shown))
    // What was withdrawn says so by its title; nothing else is left of it, anywhere.
    const left = (await traces()).filter((file) => !/to-be-withdrawn|withdrawn\.json/.test(file))
    assert.deepEqual(left, [])
    assert.match((await words(installation, '/essays/to-be-withdrawn/')) ?? '已撤下', /已撤下/)

    // A release that never showed it can be gone back to.
    assert.equal((await goBack(first)).status, 200)
    assert.ok(!(await words(installation, '/essays/'))?.includes(word))
  })

  it('does not bring back a leaflet that was exchanged, and in which a number is found now', async () => {
    const { link } = await upload('leaflet.pdf', leaflet({}))
    const id = await live('leaflet-let-pass', { body: `[宣传单](${link})` })
    const shown = await current()
    await exchange(id, '传单在大厅领取。')
    assert.equal((await goBack(shown)).status, 200)
    // As a leaflet went live before the check could read it.
    const { releases: folder, cmsPublic } = dataLayout(installation.dataDir)
    const numbered = leaflet({ shown: 'Call 13912345678, or come to the hall on Monday' })
    await writeFile(join(folder, shown, 'client', link), numbered)
    await writeFile(join(cmsPublic, link.replace('/media/', '/uploads/')), numbered)
    await exchange(id, '传单在大厅和社区领取。')
    assert.equal((await goBack(shown)).status, 409)
    assert.ok(!(await releases()).some(({ name }) => name === shown))
  })

  it('does not bring back files that were exchanged in the library: a leaflet, a picture', async () => {
    const picture = (background: string) =>
      sharp({ create: { width: 800, height: 600, channels: 3, background } })
        .png()
        .toBuffer()
    const files = {
      'poster.pdf': [leaflet({}), leaflet({ shown: 'Another poster that says when and where' })],
      'street.png': [await picture('#345'), await picture('#543')],
    } as const
    for (const [name, [before, after]] of Object.entries(files)) {
      const { id: file, link } = await upload(name, before)
      const body = name.endsWith('png') ? `![街道](${link})` : `[海报](${link})`
      const id = await live(`exchanged-${name.replace('.', '-')}`, { body })
      const shown = await current()
      await exchange(id, '换下了。')
      assert.equal((await goBack(shown)).status, 200, name)
      const path = `/upload?id=${file}`
      const { status, body: said } = await desk.publisher.send(path, name, after, 'files')
      assert.equal(status, 200, JSON.stringify(said))
      await exchange(id, '换下以后又改了。')
      assert.equal((await goBack(shown)).status, 409, name)
      assert.ok(!(await releases()).some((one) => one.name === shown), name)
    }
  })

  it('does not bring back an edition out of which something personal was taken', async () => {
    const body = '公益热线 13912345678，请来电。'
    const id = await desk.write(desk.author, 'essay', essay('let-pass-by-mistake', { body }))
    const { hits } = await desk.standing(desk.reviewer, 'essay', id)
    assert.equal(hits.length, 1)
    // It went live before the check knew it: as the old finder let it.
    const Database = (await import('better-sqlite3')).default
    await desk.save(desk.author, 'essay', id, { body: '公益热线见大厅。' })
    await desk.publish('essay', id)
    await reaches(desk.author, 'essay', id, 'live')
    const shown = await current()
    const file = join(installation.dataDir, 'cms', 'cms.db')
    const database = new Database(file)
    const row = database
      .prepare("select id, content from editions where path = '/essays/let-pass-by-mistake/'")
      .get() as { id: number; content: string }
    database
      .prepare('update editions set content = ? where id = ?')
      .run(row.content.replace('公益热线见大厅。', body), row.id)
    database.close()
    await desk.save(desk.author, 'essay', id, { body: '公益热线见大厅公示栏。' })
    await desk.publish('essay', id)
    const { status, body: answer } = await goBack(shown)
    assert.equal(status, 409, JSON.stringify(answer))
    await reaches(desk.author, 'essay', id, 'live')
    assert.ok(!(await releases()).some(({ name }) => name === shown))
  })
})
