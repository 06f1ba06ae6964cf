import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import {
  addresses,
  meta,
  readPages,
  runBuild,
  standInsLeft,
  type BuildResult,
  type BuiltPage,
} from '../../support/release/built-site.ts'
import { root } from '../../support/machine/installation.ts'

let temp: string
before(async () => {
  temp = await mkdtemp(join(tmpdir(), 'site-build-'))
})
after(() => rm(temp, { recursive: true, force: true }))

describe('a release of another folder, below a path of another site', () => {
  let folder: string
  let out: string
  let pages: BuiltPage[]
  const settings = () => ({
    DATA_DIR: join(temp, 'data'),
    CONTENT_DIR: folder,
    BASE_PATH: '/xfj',
    SITE_URL: 'https://www.example.gov.cn',
  })
  let said: string
  const withdrawn = {
    path: '/essays/taken-down/',
    title: '一篇撤下的文章',
    at: '2026-11-20T09:00:00+08:00',
    note: '内容有误，更正后重新发布。',
  }
  const hostile = [
    '---',
    'title: 路灯 <script>alert(1)</script>',
    'summary: 摘要 "><img src=x onerror=alert(1)>',
    'source: 某局',
    'publishedAt: 2026-11-02T09:00:00+08:00',
    'category: claim',
    'topic: labour',
    'region: qinghe',
    'unit: petition-bureau',
    'outcome: supported',
    'receivedOn: 2026-10-01',
    'repliedOn: 2026-10-20',
    'request: 请求',
    '---',
    '<script>alert(1)</script>',
    '',
    '[x](javascript:alert(1)) [首页](/notices/)',
    '',
    '![坏](http://169.254.169.254/)',
  ].join('\n')

  before(async () => {
    folder = join(temp, 'content')
    out = join(temp, 'below')
    const bundled = join(root, 'content')
    for (const kind of ['notices', 'essays', 'media']) {
      await mkdir(join(folder, kind), { recursive: true })
    }
    for (const file of globSync('*.json', { cwd: bundled })) {
      if (!file.includes('package') && !file.includes('tsconfig')) {
        await cp(join(bundled, file), join(folder, file))
      }
    }
    await cp(join(bundled, 'regulations'), join(folder, 'regulations'), { recursive: true })
    const essay = 'the-third-grid-notebook'
    await cp(join(bundled, 'essays', `${essay}.md`), join(folder, 'essays', `${essay}.md`))
    const cover = `essay-${essay}.jpg`
    await cp(join(bundled, 'media', cover), join(folder, 'media', cover))
    await writeFile(join(folder, 'notices', 'hostile.md'), hostile)
    await writeFile(join(folder, 'withdrawn.json'), JSON.stringify([withdrawn]))
    const { code, stderr } = await runBuild(out, settings())
    assert.equal(code, 0, stderr)
    said = stderr
    pages = await readPages(out)
  })

  it('is rendered by the program that is there, which knows this address everywhere', () => {
    assert.match(said, /生成页面/)
    assert.doesNotMatch(said, /编译/)
    assert.deepEqual(standInsLeft(out), [])
  })

  it('keeps every link of its own below the path', () => {
    const stray = pages.flatMap((page) =>
      addresses(page).filter((address) => /^\/(?!xfj\/)/.test(address)),
    )
    assert.deepEqual(stray, [])
    const home = pages.find(({ path }) => path === '/')
    const canonical = home?.dom.querySelector('link[rel="canonical"]')?.getAttribute('href')
    assert.match(canonical ?? '', /^https:\/\/www\.example\.gov\.cn\/xfj\//)
  })

  it('says at the old address that a page was taken down, and names it nowhere else', () => {
    const page = pages.find(({ path }) => path === withdrawn.path)
    const said = page?.dom.querySelector('main')?.text ?? ''
    assert.match(said, /已经撤下[\s\S]*一篇撤下的文章[\s\S]*2026年11月20日[\s\S]*更正后重新发布/)
    assert.equal(meta(page!, 'robots'), 'noindex')
    const others = pages.filter(({ path }) => path !== withdrawn.path)
    assert.ok(!others.some(({ html }) => html.includes('taken-down')))
    assert.ok(
      !readFileSync(join(out, 'client', 'sitemap-pages.xml'), 'utf8').includes('taken-down'),
    )
  })

  it('shows the pictures of that folder', () => {
    const essay = pages.find(({ path }) => path === '/essays/the-third-grid-notebook/')
    assert.match(essay?.html ?? '', /<source [^>]*srcset="\/xfj\/_astro\/[^"]+\.avif/)
  })

  it('shows what staff typed as text: nothing runs, nothing is fetched', () => {
    for (const page of pages) {
      const scripts = page.dom.querySelectorAll('script').map(({ rawText }) => rawText)
      assert.ok(!scripts.some((script) => script.includes('alert')), page.path)
      assert.equal(page.dom.querySelectorAll('[onerror], img[src="x"]').length, 0, page.path)
      assert.ok(!addresses(page).some((address) => /javascript:|169\.254/.test(address)), page.path)
    }
    const page = pages.find(({ path }) => path === '/notices/hostile/')
    assert.match(page?.html ?? '', /<p>&lt;script&gt;alert\(1\)&lt;\/script&gt;<\/p><p>x /)
    assert.match(page?.html ?? '', /<a href="\/xfj\/notices\/">首页<\/a>/)
  })

  describe('with an entry that is not right', () => {
    let result: BuildResult
    const released = () => readFileSync(join(out, 'client', 'notices', 'index.html'), 'utf8')
    let earlier: string

    before(async () => {
      earlier = released()
      await writeFile(
        join(folder, 'notices', 'broken.md'),
        hostile
          .replace('outcome: supported', 'outcome: 满意')
          .replace('request: 请求', 'request: ""'),
      )
      result = await runBuild(out, settings())
    })

    it('is refused, and the entry and each of its fields are named', () => {
      assert.equal(result.code, 1)
      assert.match(result.stderr, /notices\/broken\.md：outcome：/)
      assert.match(result.stderr, /notices\/broken\.md：request：/)
    })

    it('leaves the release that stands untouched, and nothing beside it', async () => {
      assert.equal(released(), earlier)
      assert.deepEqual(
        (await readdir(temp)).filter((name) => name.startsWith('below')),
        ['below'],
      )
    })
  })

  it('is put back where the last swap was cut off half way', async () => {
    await rename(out, `${out}.previous`)
    const { code } = await runBuild(out, settings())
    assert.equal(code, 1)
    assert.ok(existsSync(join(out, 'client', 'index.html')))
  })

  it('is refused when it names a file that is not there', async () => {
    await rm(join(folder, 'notices', 'broken.md'), { force: true })
    await rm(join(folder, 'media'), { recursive: true })
    const { code, stderr } = await runBuild(out, settings())
    assert.equal(code, 1)
    assert.match(stderr, /essays\/the-third-grid-notebook\.md：cover\.src：找不到文件 media\//)
  })
})
