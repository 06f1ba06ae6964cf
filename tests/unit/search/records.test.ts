import assert from 'node:assert/strict'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import { readLibrary, type Library } from '@portal/content/entry/library'
import { fixedPages } from '@portal/content/schema/entries/fixed-page'
import { kinds } from '../../../site/src/search/facets.ts'
import { indexedPages } from '../../../site/src/search/indexed-pages.ts'
import { type SearchRecord } from '../../../site/src/search/record.ts'

const vtt = 'WEBVTT\n\n00:00.000 --> 00:02.000\n先看归哪里管\n\n01:05.500 --> 01:07.000\n再提出'
/** The records of everything that is published; `captions` reads those of a video. */
async function searchRecords(of: Library, captions: (path: string) => Promise<string>) {
  const pages = await indexedPages(of, captions)
  return Promise.all(pages.map(({ record }) => record()))
}

let library: Library
let records: SearchRecord[]
const asked: string[] = []

before(async () => {
  library = await readLibrary(join(import.meta.dirname, '../../../content'))
  records = await searchRecords(library, async (path) => {
    asked.push(path)
    return vtt
  })
})
const ofKind = (kind: string) => records.filter(({ facets }) => facets.kind === kind)

describe('the records of the search', () => {
  it('has one record for every published page', () => {
    const { regulations, essays, videos, notices, guides, campaigns } = library
    const columns = { regulations, essays, videos, notices, guides, campaigns }
    const paths = Object.entries(columns).flatMap(([column, entries]) =>
      entries.map(({ slug }) => `/${column}/${slug}/`),
    )
    assert.deepEqual(
      records.map(({ path }) => path).sort(),
      [...paths, ...Object.keys(fixedPages)].sort(),
    )
  })

  it('knows pages by the words in which people ask for them, which it shows nowhere', async () => {
    const [first] = library.guides
    assert.ok(first)
    const guide = { ...first, data: { ...first.data, phrasings: ['老板跑了'] } }
    const pages = [{ path: '/petition/track/' as const, phrasings: ['我的信访到哪了'] }]
    const all = await searchRecords({ ...library, guides: [guide], pages }, async () => vtt)
    const known = (path: string) => all.find((each) => each.path === path)
    for (const [path, words] of [
      [`/guides/${guide.slug}/`, '老板跑了'],
      ['/petition/track/', '我的信访到哪了'],
    ] as const) {
      assert.ok(known(path)?.known.includes(words), path)
      assert.ok(!JSON.stringify(known(path)?.sections).includes(words), path)
    }
  })

  it('gives every record a kind that is offered, and its own year if it has a date', () => {
    for (const { path, date, facets } of records) {
      assert.ok(
        kinds.some((kind) => kind === facets.kind),
        path,
      )
      assert.equal(facets.year, date?.slice(0, 4), path)
    }
  })

  it('gives every article of a regulation its own address and text', () => {
    const [record] = ofKind('条例')
    const articles = record?.sections.filter(({ id }) => id?.startsWith('article-')) ?? []
    assert.equal(articles.length, 50)
    assert.equal(articles[33]?.id, 'article-34')
    assert.equal(articles[33]?.heading, '第三十四条')
    assert.ok(articles.every(({ text }) => text.length > 0))
  })

  it('names topic, region, unit, category and outcome of a notice in words', () => {
    const notices = ofKind('答复公示')
    assert.ok(notices.length > 0)
    const lists = { topic: library.topics, region: library.regions, unit: library.departments }
    for (const { facets, path } of notices) {
      for (const [name, list] of Object.entries(lists)) {
        const word = facets[name as keyof typeof lists]
        assert.ok(
          list.some((each) => each.name === word),
          `${path} ${name} ${word}`,
        )
      }
      assert.match(`${facets.category}`, /^\p{Script=Han}+$/u)
      assert.match(`${facets.outcome}`, /^\p{Script=Han}+$/u)
    }
  })

  it('has what is said in a video, each cue with its second', () => {
    const videos = ofKind('微视频')
    assert.equal(videos.length, library.videos.length)
    assert.deepEqual(asked.sort(), library.videos.map(({ data }) => data.captions).sort())
    for (const { sections } of videos) {
      const spoken = sections.filter(({ seconds }) => seconds !== undefined)
      assert.deepEqual(
        spoken.map(({ seconds, text }) => [seconds, text]),
        [
          [0, '先看归哪里管'],
          [65, '再提出'],
        ],
      )
    }
  })
})
