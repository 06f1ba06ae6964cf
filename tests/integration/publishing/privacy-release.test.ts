import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import { readLibrary, type Library } from '../../../content/entry/library.ts'
import { findPersonal, signOf } from '../../../content/privacy/find.ts'
import { allowedSign, digestOf } from '../../../content/schema/release/privacy-allowed.ts'
import { allowing } from '../../../scripts/build/checks/allowed.ts'
import { copyReleaseFile, within } from '../../../scripts/build/release/write-file.ts'
import {
  findLeaks,
  findLeaksOfIndex,
  PrivacyError,
  type Leak,
  requireNoLeaks,
  signsOfShard,
} from '../../../scripts/build/checks/leaks.ts'
import { writeIndex } from '../../support/release/write-index.ts'
import type { SearchRecord } from '../../../site/src/search/record.ts'

const person = '11010519491231002X'
const mobile = '13800138000'
let library: Library

before(async () => {
  library = await readLibrary('content')
})

/** A small finished release with these files, and a search index of one page. */
async function release(files: Record<string, string | Uint8Array>, indexed = '槐树下的路灯') {
  const folder = await mkdtemp(join(tmpdir(), 'privacy-'))
  after(() => rm(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  const record: SearchRecord = {
    path: '/essays/a/',
    title: '路灯',
    date: '2026-01-01',
    facets: {},
    known: [],
    sections: [{ id: undefined, heading: '', text: indexed }],
  }
  await writeIndex([record], [], join(folder, 'search-index'), {
    cache: join(folder, 'cache'),
    today: '2026-12-01',
  })
  return folder
}

/** A PDF of one page that shows `text`. */
function pdf(text: string, author = 'office'): Uint8Array {
  const stream = `BT /F1 12 Tf 20 100 Td (${text}) Tj ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    `<</Author(${author})/CreationDate(D:20261122203000+08'00')>>`,
  ]
  const body = objects.map((object, at) => `${at + 1} 0 obj${object}endobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${body}trailer<</Root 1 0 R/Info 6 0 R/Size 7>>\n%%EOF`)
}

/** All that is found in the files of a folder, and in its search index, as they come into a release. */
async function leaks(library: Library, folder: string): Promise<Leak[]> {
  const copy = await mkdtemp(join(tmpdir(), 'privacy-'))
  after(() => rm(copy, { recursive: true, force: true }))
  const making = { release: copy, preview: false }
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((name) => !/^(?:search-index|cache)\/|\.js$/.test(name))
  const finished = await Promise.all(
    names.map((name) =>
      copyReleaseFile(making, { file: `client/${name}`, key: '' }, join(folder, name)),
    ),
  )
  const allowed = allowing(library)
  const signs = finished.map(({ file, facts }) => [within(file), facts.signs] as const)
  const index = join(folder, 'search-index')
  const shards = (await readdir(index)).filter((name) => !name.endsWith('.json'))
  const indexed = await Promise.all(
    shards.map(async (shard) => [shard, await signsOfShard(index, shard)] as const),
  )
  return [
    ...finished.flatMap((file) => file.leaks),
    ...(await findLeaks(join(copy, 'client'), signs, allowed)),
    ...findLeaksOfIndex(new Map(indexed), allowed),
  ]
}

async function refusal(folder: string): Promise<string> {
  const fault: unknown = await leaks(library, folder)
    .then(requireNoLeaks)
    .then(
      () => undefined,
      (error: unknown) => error,
    )
  assert.ok(fault instanceof PrivacyError, 'the release was let through')
  return fault.message
}

test('a clean release passes, and the office may give its own numbers', async () => {
  const picture = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()
  const folder = await release({
    'index.html': `<p>请拨打 ${library.settings.phone}</p>`,
    'essays/a/index.html': '<p>第三十四条规定的 60 日</p>',
    '_astro/lamp.jpg': picture,
    '_astro/page.js': `var a = ${mobile}`,
  })
  requireNoLeaks(await leaks(library, folder))
})

const planted: [string, string, string | Uint8Array][] = [
  ['a page', 'a/index.html', `<p>联系人电话${mobile}</p>`],
  ['a page, parted by marks', 'b/index.html', `<p>电话 138<strong>0013</strong>8000</p>`],
  [
    'a page, as entities',
    'c/index.html',
    `<p>${[...mobile].map((d) => `&#${d.charCodeAt(0)};`).join('')}</p>`,
  ],
  ['a page, parted by a link', 'l/index.html', '<p>电话 138<a href="/x/">0013</a>8000</p>'],
  ['a page, before a numeral', 'n/index.html', `<p>${person}一直没有归还</p>`],
  ['a page, over two lines of its source', 's/index.html', '<p>138\n 0013\n 8000</p>'],
  ['a description', 'm/index.html', `<meta name="description" content="打${mobile}">`],
  ['an address that is dialled', 't/index.html', '<a href="tel:+86-138-0013-8000">打电话</a>'],
  ['linked data', 'j/index.html', `<script type="application/ld+json">{"t":"${mobile}"}</script>`],
  ['a page inside a feed', 'feed.xml', '<content>138&lt;b&gt;0013&lt;/b&gt;8000</content>'],
  [
    'two lines of a caption',
    'media/b.vtt',
    'WEBVTT\n\n1\n00:01.000 --> 00:02.000\n打138 0013\n8000\n',
  ],
  ['a file that cannot be read', 'media/bad.pdf', '%PDF-1.4 电话号码'],
  ['an attribute', 'd/index.html', `<img alt="证号${person}">`],
  ['a feed', 'rss.xml', `<item><title>${person}</title></item>`],
  ['open data', 'open-data/notices.json', JSON.stringify({ request: `致电${mobile}` })],
  ['open data, escaped', 'open-data/x.json', '{"a":"\\u0031\\u0033800138000"}'],
  ['a table', 'open-data/notices.csv', `标题,诉求\n甲,${mobile}\n`],
  ['captions', 'media/a.vtt', `WEBVTT\n\n00:01.000 --> 00:02.000\n打${mobile}\n`],
  ['a leaflet', 'media/leaflet.pdf', pdf(`call ${mobile}`)],
  ['the author of a leaflet', 'media/author.pdf', pdf('lamp', `clerk ${mobile}`)],
  ['a file name', `media/${mobile}.mp4`, 'x'],
]
for (const [what, name, content] of planted) {
  test(`a release is stopped by ${what}, which is named without being told`, async () => {
    const message = await refusal(await release({ [name]: content }))
    assert.match(message, /电话号码|身份证号码|读不出/)
    assert.ok(message.includes(name.replace(mobile, '＊')))
    assert.ok(!message.includes(mobile) && !message.includes(person))
  })
}

test('a release is stopped by what a picture carries', async () => {
  const picture = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#888' } })
    .jpeg()
    .withExif({ IFD0: { Artist: 'someone' } })
    .toBuffer()
  assert.match(await refusal(await release({ 'media/p.jpg': picture })), /media\/p\.jpg.*EXIF/)
})

test('a release is stopped by what only the search index holds', async () => {
  assert.match(await refusal(await release({}, `事主电话${mobile}`)), /搜索索引/)
})

test('a release is stopped by a number over two cells or items that has a check, or is called one', async () => {
  const pages = [
    '<table><tr><td>110105</td><td>19491231002X</td></tr></table>',
    '<p>电话：138</p>\n<p>00138000</p>',
    '<ul><li>手机 1380</li><li>0138000</li></ul>',
    `<p>${[...person].reverse().join('')}</p>`,
  ]
  for (const [at, page] of pages.entries()) {
    const message = await refusal(await release({ [`${at}.html`]: page }))
    assert.match(message, /电话号码|身份证号码/)
  }
  // Values of the machine beside each other are read by nobody in a row.
  const sizes = JSON.stringify({ sizes: [430502, '196809214642'] })
  requireNoLeaks(await leaks(library, await release({ 'open-data/sizes.json': sizes })))
})

test('borders of blocks, cells and lines part what stands on both sides', async () => {
  const folder = await release({
    'a/index.html':
      '<table><tr><td>1380</td><td>0138</td><td>000</td></tr></table><ul><li>138</li><li>0013</li><li>8000</li></ul>',
    'b/index.html': '<p>5栋</p><p>1602</p><svg><path d="M13 800138000"/></svg>',
    'media/c.vtt': 'WEBVTT\n\n00:01.000 --> 00:02.000\n138\n\n00:02.000 --> 00:03.000\n00138000\n',
  })
  requireNoLeaks(await leaks(library, folder))
})

test('what a second person let through may stand where its entry is shown, and nowhere else', async () => {
  const text = `公益热线 ${mobile}`
  const [hit] = findPersonal(text)
  const digest = digestOf(signOf(text, hit!))
  const [video] = library.videos
  assert.ok(video)
  const passed = {
    ...library,
    privacyAllowed: ['/essays/a/', `/videos/${video.slug}/`].map((path) => ({ path, digest })),
  }
  const listed = `<li><a href="/xfj/essays/a/">${text}</a></li>`
  const captions = `WEBVTT\n\n00:01.000 --> 00:02.000\n打${mobile}\n`
  const shown = {
    'essays/a/index.html': `<p>${text}</p>`,
    'essays/index.html': listed,
    'essays/rss.xml': `<item><title>${text}</title><link>https://a.example/essays/a/</link></item>`,
    'open-data/essays.json': JSON.stringify([{ body: text, url: 'https://a.example/essays/a/' }]),
    [video.data.captions]: captions,
  }
  requireNoLeaks(await leaks(passed, await release(shown, text)))
  await assert.rejects(async () => requireNoLeaks(await leaks(library, await release(shown))))

  const elsewhere = {
    'essays/b/index.html': `<p>${text}</p>`,
    'essays/a-b/index.html': `<p>${text}</p><a href="/essays/a-b/">链接</a>`,
    'media/others.vtt': captions,
    'index.html': text,
  }
  const found = await leaks(passed, await release(elsewhere))
  assert.deepEqual(
    found.map(({ file }) => file),
    Object.keys(elsewhere).sort(),
  )
  // A snapshot from before signs had pages is built when the program was renewed.
  const former = { ...library, privacyAllowed: [allowedSign.parse(digest)] }
  requireNoLeaks(await leaks(former, await release(elsewhere, text)))
  const other = { ...passed, privacyAllowed: [{ path: '/essays/b/', digest }] }
  assert.deepEqual(await leaks(other, await release({}, text)), [
    { file: '搜索索引', problem: '电话号码' },
  ])
})
