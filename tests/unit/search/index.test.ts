import assert from 'node:assert/strict'
import { readdir, readFile, rm, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { openEngine } from '../../../site/src/search/engine/open.ts'
import type { SearchRecord } from '../../../site/src/search/record.ts'
import { indexIn } from '../../../site/src/search/server/files.ts'
import {
  allHits,
  ask,
  indexFolder,
  indexOf,
  page,
  section,
  writePages,
  results,
} from '../../support/release/search-index.ts'

const letters = /[\p{L}\p{N}]+/gu

/** Whether every run of characters of the query stands somewhere on the page, said once more and otherwise. */
function has({ title, sections }: SearchRecord, query: string): boolean {
  const texts = [title, ...sections.flatMap(({ heading, text }) => [heading, text])]
  const runs = texts.flatMap((text) => text.match(letters) ?? [])
  const asked = query.match(letters) ?? []
  return asked.length > 0 && asked.every((part) => runs.some((run) => run.includes(part)))
}

const text = (maxLength: number) =>
  fc.string({
    unit: fc.constantFrom('信', '访', '工', '资', '，', '。', '“', ' ', '\n', '😀'),
    maxLength,
    size: 'max',
  })
const stretch = fc.record({
  heading: text(5).map((all) => all.replace(/\s/g, '')),
  text: text(150),
})
const title = text(6).map((words) => `题${words}`)
const content = fc.record({ title, sections: fc.array(stretch, { maxLength: 3 }) })
const cut = fc.record({ page: fc.nat(), from: fc.nat(), length: fc.integer({ min: 2, max: 8 }) })
const corpora = fc.record({
  contents: fc.array(content, { minLength: 1, maxLength: 6 }),
  asked: fc.array(fc.oneof(fc.array(cut, { minLength: 1, maxLength: 2 }), text(5)), {
    maxLength: 12,
  }),
})

describe('the index', () => {
  it('finds exactly the pages that have every phrase; marks and blanks never decide', async () => {
    const check = fc.asyncProperty(corpora, async ({ contents, asked }) => {
      const pages = contents.map(({ title, sections }, at) =>
        page(String(at), {
          title,
          sections: sections.map(({ heading, text }) => section(text, heading)),
        }),
      )
      const cutOut = ({ page, from, length }: { page: number; from: number; length: number }) => {
        const { title, sections } = pages[page % pages.length] ?? { title: '', sections: [] }
        const all = Array.from([title, ...sections.map(({ text }) => text)].join('\n'))
        return all
          .slice(from % (all.length + 1))
          .slice(0, length)
          .join('')
      }
      const index = await indexOf(pages)
      for (const each of asked) {
        const query = typeof each === 'string' ? each : each.map(cutOut).join(' ')
        // A single character is found by the words that begin with it, which the next test is about.
        if ((query.match(letters) ?? []).some((run) => Array.from(run).length < 2)) continue
        const { way, names } = await ask(index, query)
        const expected = pages.filter((one) => has(one, query)).map(({ path }) => path.slice(1, -1))
        assert.deepEqual(way === 'exact' ? names.sort() : [], expected, JSON.stringify(query))
      }
    })
    await fc.assert(check, { numRuns: 40, interruptAfterTimeLimit: 60_000 })
  })

  it('finds a single character wherever it stands, however much follows it', async () => {
    const following = Array.from({ length: 3000 }, (_, at) => String.fromCharCode(0x4e00 + at * 6))
    const pages = following.map((next, at) => page(`p${at}`, { sections: [section(`路${next}`)] }))
    const { names } = await ask(await indexOf([...pages, page('end', { title: '大路' })]), '路')
    assert.ok(names.length >= 2990, String(names.length))
  })

  it('finds phrases that are as long as a query can be', async () => {
    const long = Array.from({ length: 500 }, (_, at) => String.fromCharCode(0x4e00 + at)).join('')
    const index = await indexOf([page('a', { sections: [section(`前${long}后`)] }), page('b')])
    assert.deepEqual((await ask(index, long)).names, ['a'])
  })

  it('finds numbers however they are spelt, and letters without regard to capitals', async () => {
    const index = await indexOf([
      page('a', { sections: [section('见第三十四条，GB 19001，60日内')] }),
    ])
    for (const query of ['第34条', '第３４条', '第三十四条', '六十日', 'gb', 'ＧＢ', '19001']) {
      assert.deepEqual((await ask(index, query)).names, ['a'], query)
    }
  })

  it('finds a number with the character behind it, and not with another', async () => {
    const index = await indexOf([
      page('right', { sections: [section('罚款不超过5万元')] }),
      page('wrong', { sections: [section('期限不超过5日，另有万元')] }),
    ])
    for (const query of ['过5万', '过五万', '不超过5万元']) {
      assert.deepEqual((await ask(index, query)).names, ['right'], query)
    }
  })

  it('of no pages at all finds nothing', async () => {
    assert.equal((await ask(await indexOf([]), '信访')).way, 'none')
  })

  it('has the pages whose title is the query first, then those that have it in theirs', async () => {
    const names = (nth: number) => `n${nth}`
    const mentions = Array.from({ length: 12 }, (_, nth) =>
      page(names(nth), { date: '2026-06-01', sections: [section('信访工作条例'.repeat(9))] }),
    )
    const index = await indexOf([
      page('is', { title: '信访工作条例', date: '2022-01-01' }),
      page('has', { title: '读信访工作条例', date: '2022-01-01' }),
      ...mentions,
    ])
    assert.deepEqual((await ask(index, '信访工作条例')).names.slice(0, 2), ['is', 'has'])
  })

  it('finds a page by the words it is known by, which are shown nowhere', async () => {
    const index = await indexOf([
      page('wages', { known: ['老板跑了'], sections: [section('拖欠工资，找监察。')] }),
    ])
    assert.deepEqual((await ask(index, '老板跑了')).names, ['wages'])
    const [hit] = await allHits(await results(index, '老板跑了'))
    assert.doesNotMatch(JSON.stringify(hit), /老板跑了(?!"\])/)
  })
})

describe('the shards of an index', () => {
  const old = page('old', { title: '噪声', date: '2023-05-01', ages: true })
  const recent = page('new', { title: '噪声扰民', date: '2026-05-01', ages: true })
  const guide = page('guide', { title: '噪声归谁管', date: '2020-01-01' })

  it('are the recent years, with all that does not age, and each older year', async () => {
    const folder = indexFolder()
    await writePages([old, recent, guide], folder)
    const engine = await openEngine(indexIn(folder))
    assert.deepEqual((await ask(engine, '噪声')).names.sort(), ['guide', 'new'])
    assert.deepEqual(engine.olderYears, ['2023'])
    const all = await openEngine(indexIn(folder), true)
    assert.deepEqual((await ask(all, '噪声')).names.sort(), ['guide', 'new', 'old'])
    assert.deepEqual(all.olderYears, [])
    assert.deepEqual((await ask(all, '噪声', { narrowing: { kind: 'x' } })).names, [])
  })

  it('are made again only where their pages changed', async () => {
    const folder = indexFolder()
    const written = async (pages: SearchRecord[]) => {
      await writePages(pages, folder)
      const index = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')) as {
        recent: string[]
        older: { folder: string }[]
      }
      return [index.recent[0], index.older[0]?.folder] as const
    }
    const before = await written([old, recent])
    const after = await written([old, { ...recent, title: '噪声的处理' }])
    assert.notEqual(after[0], before[0])
    assert.equal(after[1], before[1])
    assert.deepEqual((await readdir(folder)).sort(), [...after, 'index.json'].sort())
    const engine = await openEngine(indexIn(folder))
    assert.deepEqual((await ask(engine, '噪声扰民')).way, 'none')
  })
})

describe('an index that is broken', () => {
  const pages = [page('a', { title: '訪问', sections: [section('信访工作'.repeat(200))] })]

  it('does not open where a file is missing or empty, and opens again when it is back', async () => {
    const folder = indexFolder()
    await assert.rejects(openEngine(indexIn(folder)))
    await writePages(pages, folder)
    const {
      recent: [recent],
    } = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'))
    for (const file of ['index.json', `${recent}/catalogue.json`]) {
      await truncate(join(folder, file), 0)
      await assert.rejects(openEngine(indexIn(folder)), file)
      await rm(join(folder, file))
      await assert.rejects(openEngine(indexIn(folder)), file)
      await writePages(pages, folder)
    }
    assert.deepEqual((await ask(await openEngine(indexIn(folder)), '信访')).names, ['a'])
  })

  it('does not answer with less where a part of it is missing', async () => {
    for (const part of ['index', 'fragment']) {
      const folder = indexFolder()
      await writePages(pages, folder)
      const {
        recent: [recent],
      } = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'))
      await rm(join(folder, recent, 'pagefind', part), { recursive: true })
      await assert.rejects(async () => ask(await openEngine(indexIn(folder)), '信访'), part)
    }
  })
})
