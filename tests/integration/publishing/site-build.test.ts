import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import sharp from 'sharp'
import {
  addresses,
  meta,
  readPages,
  runBuild,
  standInsLeft,
  type BuiltPage,
} from '../../support/release/built-site.ts'
import { root } from '../../support/machine/installation.ts'

const onDemand = ['/feedback/', '/petition/', '/petition/resume/', '/petition/track/', '/search/']
const sha = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('base64')

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
    const map = readFileSync(join(out, 'client', 'sitemap-pages.xml'), 'utf8')
    assert.match(map, /<loc>http:\/\/localhost:\d+\/regulations\//)
  })

  it('has every address of the contract', () => {
    const paths = new Set(pages.map(({ path }) => path))
    const columns =
      'regulations essays videos notices guides campaigns reception statistics petition/where'
    const others = 'open-data privacy accessibility sitemap'
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

  it('says of every page how it looks when it is shared, with a picture that is there', async () => {
    for (const { path, dom } of pages) {
      const said = (name: string) =>
        dom.querySelector(`meta[property="og:${name}"]`)?.getAttribute('content') ?? ''
      assert.ok(said('title') && said('description') && said('site_name'), path)
      if (path !== '/') assert.ok(dom.querySelector('title')?.text.includes(said('title')), path)
      const image = new URL(said('image'))
      assert.match(image.origin, /^http:\/\/localhost:\d+$/, path)
      const { width = 0, height = 0 } = await sharp(
        join(out, 'client', decodeURIComponent(image.pathname)),
      ).metadata()
      assert.ok(width >= 300 && height >= 300, `${path} ${image.pathname} ${width}×${height}`)
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
      // Captions lie there compressed, too.
      assert.ok(named.has(`/media/${name.replace(/\.(?:br|gz)$/, '')}`), name)
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
    const read = (name: string) => readFileSync(join(out, 'client', name), 'utf8')
    const maps = [...read('sitemap.xml').matchAll(/<loc>[^<]*\/([^<]+)<\/loc>/g)]
    const map = maps.map(([, name = '']) => read(name)).join('')
    const paths = new Set([...pages.map(({ path }) => path), ...onDemand])
    const listed = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => new URL(url))
    assert.ok(listed.length > 100)
    for (const { pathname } of listed) assert.ok(paths.has(pathname), pathname)
    assert.equal(new Set(listed.map(({ pathname }) => pathname)).size, listed.length)
    const where = [...paths].filter((path) => path.startsWith('/petition/where/'))
    assert.ok(where.length > 10)
    for (const path of where)
      assert.ok(
        listed.some(({ pathname }) => pathname === path),
        path,
      )
  })
})
