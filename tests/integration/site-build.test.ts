import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import {
  addresses,
  meta,
  readPages,
  runBuild,
  type BuildResult,
  type BuiltPage,
} from '../support/built-site.ts'
import { standIns } from '../../site/stand-ins.ts'
import { root } from '../support/installation.ts'

const onDemand = ['/petition/', '/petition/resume/', '/petition/track/', '/search/']
const sha = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('base64')

/** Files of a release in which an address stands that the site was only compiled with. */
function standInsLeft(out: string): string[] {
  const files = globSync('{client,server,content}/**/*.*', { cwd: out })
  return files.filter((file) => {
    const text = readFileSync(join(out, file), 'latin1')
    return Object.values(standIns).some((standIn) => text.includes(standIn))
  })
}

let temp: string
before(async () => {
  temp = await mkdtemp(join(tmpdir(), 'site-build-'))
})
after(() => rm(temp, { recursive: true, force: true }))

describe('a release of the bundled content', () => {
  let out: string
  let pages: BuiltPage[]
  const settings = () => ({ DATA_DIR: join(temp, 'data'), BASE_PATH: '', SITE_URL: '' })

  before(async () => {
    out = join(temp, 'release')
    const { code, stderr } = await runBuild(out, settings())
    assert.equal(code, 0, stderr)
    pages = await readPages(out)
  })

  it('has its own address everywhere', () => {
    assert.deepEqual(standInsLeft(out), [])
    const map = readFileSync(join(out, 'client', 'sitemap.xml'), 'utf8')
    assert.match(map, /<loc>http:\/\/localhost:\d+\/regulations\//)
  })

  it('has every address of the contract', () => {
    const paths = new Set(pages.map(({ path }) => path))
    const columns =
      'regulations essays videos notices guides campaigns reception statistics petition/where'
    const others = 'open-data feedback privacy accessibility sitemap'
    for (const name of `${columns} ${others}`.split(' ')) assert.ok(paths.has(`/${name}/`), name)
    assert.ok(paths.has('/') && paths.has('/404.html'))
    assert.ok(paths.has('/regulations/petition-work-regulations/'))
  })

  it('has no link that leads nowhere, neither to a page nor to a place in it', () => {
    const ids = new Map(
      pages.map(({ path, dom }) => [path, new Set(dom.querySelectorAll('[id]').map((e) => e.id))]),
    )
    const dead = pages.flatMap((page) =>
      addresses(page)
        .filter((address) => /^[/#]/.test(address))
        .map((address) => new URL(address, `http://here${page.path}`))
        .filter(({ pathname, hash }) => {
          if (onDemand.includes(pathname)) return false
          const found = ids.get(pathname)
          if (!found) return !existsSync(join(out, 'client', pathname)) || pathname.endsWith('/')
          return hash !== '' && !found.has(decodeURIComponent(hash.slice(1)))
        })
        .map((address) => `${page.path} → ${address.pathname}${address.hash}`),
    )
    assert.deepEqual([...new Set(dead)], [])
  })

  it('gives every page a language, a title, one main heading and the tags of the site', () => {
    for (const page of pages) {
      const { path, dom } = page
      assert.equal(dom.querySelector('html')?.getAttribute('lang'), 'zh-CN', path)
      assert.ok(dom.querySelector('title')?.text.trim(), path)
      assert.equal(dom.querySelectorAll('h1').length, 1, path)
      assert.equal(dom.querySelectorAll('main').length, 1, path)
      for (const name of ['SiteName', 'SiteDomain', 'SiteIDCode']) assert.ok(meta(page, name), path)
    }
  })

  it('carries the tags that column and content pages must have', () => {
    const content = /^\/(?:regulations|essays|videos|notices|guides|campaigns)\/[a-z0-9-]+\/$/
    for (const page of pages) {
      if (page.path === '/' || page.path === '/404.html') continue
      for (const name of ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType']) {
        assert.ok(meta(page, name), `${page.path} ${name}`)
      }
      if (!content.test(page.path)) continue
      assert.ok(meta(page, 'ArticleTitle'), page.path)
      assert.ok(meta(page, 'ContentSource'), page.path)
      assert.match(meta(page, 'PubDate') ?? '', /^\d{4}-\d\d-\d\d \d\d:\d\d$/, page.path)
    }
  })

  it('ships a reading page little script, and all of it allowed by its policy', () => {
    for (const { path, dom } of pages) {
      const scripts = dom.querySelectorAll('script')
      const policy = dom.querySelector('meta[http-equiv="content-security-policy"]')
      const allowed = policy?.getAttribute('content') ?? ''
      for (const script of scripts) {
        const hash = script.getAttribute('src') ? "'self'" : `'sha256-${sha(script.rawText)}'`
        assert.ok(allowed.includes(hash), `${path} ${script.rawText.slice(0, 60)}`)
      }
      assert.doesNotMatch(allowed, /unsafe/, path)
      const linked = scripts.flatMap((script) => script.getAttribute('src') ?? [])
      const bytes = linked.reduce((sum, src) => sum + statSync(join(out, 'client', src)).size, 0)
      assert.ok(bytes <= 8 * 1024, `${path} has ${bytes} bytes of script`)
      assert.equal(
        dom.querySelectorAll('[style], [onclick], [onload], astro-island').length,
        0,
        path,
      )
    }
  })

  it('publishes no uploaded picture as it was and no file that nothing names', async () => {
    const media = join(root, 'content', 'media')
    const pictures = (await readdir(media)).filter((name) => /\.(?:jpe?g|png|webp)$/.test(name))
    const originals = new Set(pictures.map((name) => sha(readFileSync(join(media, name)))))
    for (const file of globSync('**/*.{jpg,jpeg,png,webp,avif}', { cwd: join(out, 'client') })) {
      assert.ok(!originals.has(sha(readFileSync(join(out, 'client', file)))), file)
    }
    const named = new Set(pages.flatMap(addresses))
    for (const name of await readdir(join(out, 'client', 'media'))) {
      assert.ok(named.has(`/media/${name}`), name)
    }
  })

  it('brings what the server needs, in a bundle that runs from any folder', () => {
    const names = globSync('*.json', { cwd: join(out, 'content') }).sort()
    const needed = ['departments.json', 'regions.json', 'settings.json', 'topics.json']
    for (const name of needed) assert.ok(names.includes(name), name)
    const code = globSync('**/*.mjs', { cwd: join(out, 'server') })
      .map((file) => readFileSync(join(out, 'server', file), 'utf8'))
      .join('\n')
    const imported = [...code.matchAll(/^import[^'"\n]*?from\s*["']([^./][^"']*)["']/gm)]
    for (const [, name = ''] of imported) assert.match(name, /^node:/)
    const essay = readFileSync(join(root, 'content/essays/the-third-grid-notebook.md'), 'utf8')
    const sentence = /^[^-\n:#].{20}/m.exec(essay.split('---').at(-1) ?? '')?.[0] ?? 'no sentence'
    assert.ok(pages.some(({ html }) => html.includes(sentence)))
    assert.ok(!code.includes(sentence), 'the content is in the server’s bundle')
  })

  it('lists existing pages only in its map for search engines', () => {
    const map = readFileSync(join(out, 'client', 'sitemap.xml'), 'utf8')
    const paths = new Set([...pages.map(({ path }) => path), ...onDemand])
    const listed = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => new URL(url))
    assert.ok(listed.length > 100)
    for (const { pathname } of listed) assert.ok(paths.has(pathname), pathname)
  })
})

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
    assert.ok(!readFileSync(join(out, 'client', 'sitemap.xml'), 'utf8').includes('taken-down'))
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
