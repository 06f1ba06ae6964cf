import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { promisify } from 'node:util'
import { toHan } from '@portal/content/characters/numerals'
import { readLibrary } from '@portal/content/entry/library'
import { install, root, type Installation } from '../../support/machine/installation.ts'
import { essay, openPublicityDesk, type PublicityDesk } from '../../support/desk/publicity.ts'
import { collection, type Staff } from '../../support/desk/staff.ts'
import { until } from '../../support/machine/until.ts'

type Division = { articles: { text: string; guide: string }[] }

const changes = {
  body: '## 小标题\n\n正文里有一个独一无二的词：禾苗灯塔。',
  articles: '22，34',
}

describe('publishing', () => {
  let installation: Installation
  let desk: PublicityDesk
  let publisher: Staff
  before(async () => {
    installation = await install()
    desk = await openPublicityDesk(installation)
    publisher = desk.publisher
  })
  after(() => installation.stop())

  const page = async (path: string) => {
    const response = await fetch(`${installation.portal}${path}`)
    if (!response.ok) return undefined
    // Titles hold places where a line may break; a reader sees words.
    return (await response.text()).replaceAll(/<[^>]+>/g, '')
  }

  it('refuses a faulty entry, names entry and field, and leaves the site as it is', async () => {
    const before = await readlink(join(installation.dataDir, 'releases', 'current'))
    const faulty = essay('faulty', { title: '条文号写错的征文', articles: '第三十四条' })
    const documentId = await desk.write(desk.author, 'essay', faulty)
    const { body } = await desk.attempt(desk.author, 'essay', documentId, { kind: 'submit' })
    const { message } = (body as { error: { message: string } }).error
    assert.match(message, /条文号写错的征文/)
    assert.match(message, /涉及条文/)
    const blank = await desk.write(desk.author, 'essay', essay('blank', { body: ' \n ' }))
    const refused = await desk.attempt(desk.author, 'essay', blank, { kind: 'submit' })
    assert.match(JSON.stringify(refused.body), /还没有写正文/)
    assert.equal(await page('/essays/faulty/'), undefined)
    assert.equal(await readlink(join(installation.dataDir, 'releases', 'current')), before)
  })

  it('brings an entry to the portal, moves it, and takes it away, with nothing restarted', async () => {
    const { author } = desk
    const documentId = await desk.write(author, 'essay', essay('published-by-a-test', changes))
    await desk.publish('essay', documentId)
    const first = '/essays/published-by-a-test/'
    const html = await until('the essay on the portal', 120, () => page(first))
    assert.match(html, /禾苗灯塔/)
    assert.match((await page('/essays/')) ?? '', /测试用的征文/)

    await desk.save(author, 'essay', documentId, { slug: 'moved-by-a-test' })
    await desk.publish('essay', documentId)
    const moved = '/essays/moved-by-a-test/'
    await until('the essay at its new address', 120, () => page(moved))
    const snapshot = () => readLibrary(join(installation.dataDir, 'snapshot'))
    assert.deepEqual((await snapshot()).redirects, [{ from: first, to: moved }])

    const words = { reason: '重复发布', note: '与另一篇重复，已撤下。' }
    await desk.take(publisher, 'essay', documentId, { kind: 'withdraw', ...words })
    const [gone] = await until('the note at the address', 120, async () => {
      const { withdrawn } = await snapshot()
      return withdrawn.length > 0 ? withdrawn : undefined
    })
    assert.deepEqual(
      [gone?.path, gone?.title, gone?.note],
      [moved, '测试用的征文', '与另一篇重复，已撤下。'],
    )
    await until('the essay to leave the portal', 120, async () =>
      (await page(moved))?.includes('禾苗灯塔') ? undefined : true,
    )
  })

  it('writes a snapshot that equals the bundled content it was seeded from', async () => {
    const bundled = await readLibrary(join(root, 'content'))
    const snapshot = await readLibrary(join(installation.dataDir, 'snapshot'))
    const table = (folder: string) => readFile(join(folder, 'workdays.json'), 'utf8')
    const { dataDir } = installation
    assert.equal(await table(join(dataDir, 'snapshot')), await table(join(root, 'content')))
    // Uploaded files get a hash in their name, and with it the file of an entry another digest; everything else
    // is the same to the letter.
    const plain = (key: string, value: unknown) => (key === 'digest' ? undefined : value)
    const withoutHashes = (value: unknown) =>
      JSON.parse(
        JSON.stringify(value, plain).replaceAll(/media\/[^"]+/g, (path) =>
          path.replaceAll('-', '_').replace(/_[a-z]{10}\./, '.'),
        ),
      )
    const lists = ['topics', 'regions', 'departments', 'reception', 'synonyms'] as const
    for (const kind of [...lists, 'settings'] as const) {
      assert.deepEqual(snapshot[kind], bundled[kind], kind)
    }
    const bySlug = (a: { slug: string }, b: { slug: string }) => (a.slug < b.slug ? -1 : 1)
    for (const kind of ['regulations', 'essays', 'videos', 'notices', 'guides'] as const) {
      const ours = [...snapshot[kind]].sort(bySlug)
      const theirs = [...bundled[kind]].sort(bySlug)
      assert.deepEqual(withoutHashes(ours), withoutHashes(theirs), kind)
    }
  })

  it('holds each file of the bundled content once', async () => {
    const { body } = await desk.publisher.call('GET', '/upload/files?pageSize=100')
    const names = (body as { results: { name: string }[] }).results.map(({ name }) => name)
    assert.ok(names.length > 10)
    assert.deepEqual(names.toSorted(), [...new Set(names)].toSorted())
  })

  it('takes an imported text as a draft, beside the guide that is there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'import-'))
    const file = join(folder, 'text.md')
    // All fifty articles: a text without one of them would drop what the office wrote of it.
    const further = Array.from({ length: 48 }, (_, at) => `第${toHan(at + 3)}条 这是测试写的。`)
    const lines = [
      ...['# 信访工作条例', '## 第一章 总则', '第一条 这是测试写的第一条。'],
      ...['第二条 这是测试写的第二条：', '（一）一项。', ...further],
    ]
    await writeFile(file, lines.map((line) => `${line}\n\n`).join(''))
    const { port } = new URL(installation.cms)
    const env = { ...process.env, DATA_DIR: installation.dataDir, CMS_PORT: port }
    const command = [join(root, 'scripts', 'import.ts'), file]
    const { stdout } = await promisify(execFile)(process.execPath, command, { env })
    await rm(folder, { recursive: true })
    assert.deepEqual(JSON.parse(stdout), { file, title: '信访工作条例', chapters: 1, articles: 50 })

    const list = await publisher.call('GET', `${collection('regulation')}?pageSize=100`)
    const rows = (list.body as { results: { documentId: string; slug: string }[] }).results
    const row = rows.find(({ slug }) => slug === 'petition-work-regulations')
    const path = `${collection('regulation')}/${row?.documentId}`
    const { body } = await publisher.call('GET', path)
    const { divisions, status } = (body as { data: { divisions: Division[]; status: string } }).data
    assert.equal(status, 'modified', 'a draft, not yet live')
    const [first, second] = divisions[0]?.articles ?? []
    assert.match(first?.text ?? '', /这是测试写的第一条/)
    assert.match(first?.guide ?? '', /条例的目的/)
    assert.equal(second?.text, '这是测试写的第二条：\n（一）一项。')
  })

  it('takes changed settings live as soon as they are saved', async () => {
    const path = '/content-manager/single-types/api::settings.settings'
    const read = await publisher.call('GET', path)
    const { data } = read.body as { data: Record<string, unknown> }
    const { siteName, officeName, districtName, phone, address, postalCode, visitingHours } = data
    const facts = { siteName, officeName, districtName, phone, address, postalCode, visitingHours }
    const { officialTextName, officialTextUrl, demonstration } = data
    const rest = { officialTextName, officialTextUrl, demonstration }
    const saved = await publisher.call('PUT', path, { ...facts, ...rest, phone: '0000-7654321' })
    assert.equal(saved.status, 200)
    await until('the new number in the footer', 120, async () =>
      (await page('/'))?.includes('0000-7654321') ? true : undefined,
    )
    // The petition form is rendered by the server, from the same settings.
    await until('the new number on the form', 10, async () =>
      (await page('/petition/'))?.includes('0000-7654321') ? true : undefined,
    )
  })

  it('refuses a word without a synonym, and takes a group live as soon as it is saved', async () => {
    const alone = await publisher.call('POST', collection('synonym'), { words: '流浪狗' })
    assert.equal(alone.status, 400)
    const { message } = (alone.body as { error: { message: string } }).error
    assert.match(message, /“流浪狗”.*同义的词：至少写两个/)

    await desk.write(publisher, 'synonym', { words: '流浪狗、流浪犬，无主犬\n' })
    const words = await until('the group in the snapshot', 120, async () => {
      const { synonyms } = await readLibrary(join(installation.dataDir, 'snapshot'))
      return synonyms.map(({ words }) => words).find(([first]) => first === '流浪狗')
    })
    assert.deepEqual(words, ['流浪狗', '流浪犬', '无主犬'])
  })
})
