import assert from 'node:assert/strict'
import { cp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { openIndex } from '../../site/src/search/ask/open-index.ts'
import { writeIndex } from '../../site/src/search/index/write.ts'
import type { SearchRecord } from '../../site/src/search/records.ts'
import { sourceIn } from '../../site/src/search/server/source.ts'
import { spellings } from '../../site/src/search/spellings.ts'
import { ask, indexFolder, indexOf, page, section } from '../support/search-index.ts'

/** The rule of folding, said once more and otherwise. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[“”]/g, '"')
    .replace(/\u200b/g, '')
    .replace(/\s/g, ' ')
    .replaceAll('訪', '访')
}

/** Whether every term of the query, in one of its spellings, stands in a line of the page. */
function has({ title, sections }: SearchRecord, query: string): boolean {
  const texts = [title, ...sections.flatMap(({ heading, text }) => [heading, ...text.split('\n')])]
  const lines = texts.map(plain)
  return spellings(query).some((spelling) => {
    const terms = plain(spelling)
      .split(' ')
      .filter((term) => /[\p{L}\p{N}]/u.test(term))
    return terms.length > 0 && terms.every((term) => lines.some((line) => line.includes(term)))
  })
}

type Sizes = { signs: string[]; line: number; lines: number }

/** Pages over a few signs, and queries, most of them cut out of the pages. */
function corpora({ signs, line, lines }: Sizes) {
  const text = (maxLength: number) =>
    fc.string({ unit: fc.constantFrom(...signs), maxLength, size: 'max' })
  const body = fc.array(text(line), { maxLength: lines, size: 'max' }).map((all) => all.join('\n'))
  const stretch = fc.record({ heading: text(5), text: body })
  const given = fc.record({ title: text(6), sections: fc.array(stretch, { maxLength: 3 }) })
  const cut = fc.record({ page: fc.nat(), from: fc.nat(), length: fc.integer({ min: 1, max: 8 }) })
  return fc
    .tuple(
      fc.array(given, { minLength: 1, maxLength: 6 }),
      fc.array(fc.oneof(fc.array(cut, { minLength: 1, maxLength: 2 }), text(5)), { maxLength: 12 }),
    )
    .map(([contents, asked]) => {
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
      const queries = asked.map((each) =>
        typeof each === 'string' ? each : each.map(cutOut).join(' '),
      )
      return { pages, queries }
    })
}

async function sameAsReading({ pages, queries }: { pages: SearchRecord[]; queries: string[] }) {
  const index = await indexOf(pages)
  for (const query of queries) {
    const { way, names, total } = await ask(index, query)
    const expected = pages.filter((each) => has(each, query)).map(({ path }) => path.slice(1, -1))
    const context = JSON.stringify({ query, way })
    assert.deepEqual(way === 'exact' ? names.sort() : [], expected, context)
    if (way === 'exact') assert.equal(total, names.length, context)
  }
}

const common = ['信', '访', '訪', '工', '资', '，', '。', '“', '"', ' ', '　', '\u200b']
const latin = ['a', 'B', 'ｂ', '😀', '𠮷']

describe('the index', () => {
  it('finds exactly the pages that have every term in some line', async () => {
    const signs = [...common, ...latin]
    const long = { signs: ['信', '访', '工', '，', 'a', ' '], line: 120, lines: 20 }
    const check = fc.asyncProperty(
      fc.oneof(corpora({ signs, line: 12, lines: 3 }), corpora(long)),
      sameAsReading,
    )
    await fc.assert(check, { numRuns: 60, interruptAfterTimeLimit: 60_000 })
  })

  it('finds numbers however they are spelt', async () => {
    const signs = [...'第条三四十34年 ', '3', '十', '1.']
    const check = fc.asyncProperty(corpora({ signs, line: 5, lines: 1 }), sameAsReading)
    await fc.assert(check, { numRuns: 60, interruptAfterTimeLimit: 60_000 })
  })

  it('finds phrases that are as long as a query can be', async () => {
    const text = Array.from({ length: 500 }, (_, at) => String.fromCharCode(0x4e00 + at)).join('')
    const index = await indexOf([page('a', { sections: [section(`前${text}后`)] }), page('b')])
    assert.deepEqual((await ask(index, text)).names, ['a'])
    assert.deepEqual(
      (await ask(index, `${text.slice(0, 250)}错${text.slice(250, -1)}`)).way,
      'near',
    )
  })

  it('finds the same after it was written anew, and nothing of the earlier one', async () => {
    const folder = indexFolder()
    const first = await writeIndex([page('a', { title: '噪声' })], [], folder)
    const again = await writeIndex([page('a', { title: '噪声' })], [], folder)
    assert.equal(again.folder, first.folder)
    const other = await writeIndex([page('a', { title: '欠薪' })], [], folder)
    assert.notEqual(other.folder, first.folder)
    assert.deepEqual((await readdir(folder)).sort(), [other.folder, 'index.json'].sort())
    assert.equal((await ask(await openIndex(sourceIn(folder)), '噪声')).way, 'none')
  })

  it('of no pages at all finds nothing', async () => {
    assert.equal((await ask(await indexOf([]), '信访')).way, 'none')
  })

  it('does not break on half characters', async () => {
    const text = '信\ud83d访\udc00工\ud83d'
    const index = await indexOf([page('a', { title: text, sections: [section(text, text)] })])
    for (const query of ['信', '信\ud83d访', text, '\ud83d']) await ask(index, query)
    assert.deepEqual((await ask(index, '工')).names, ['a'])
  })
})

describe('an index that is broken', () => {
  const pages = [page('a', { title: '訪问 😀', sections: [section('信访工作'.repeat(200))] })]

  it('does not open where a file is missing, empty or of another version', async () => {
    const folder = indexFolder()
    await assert.rejects(openIndex(sourceIn(folder)))
    const manifest = await writeIndex(pages, [], folder)
    await writeFile(join(folder, 'index.json'), JSON.stringify({ ...manifest, version: 0 }))
    await assert.rejects(openIndex(sourceIn(folder)), /version 0/)
    for (const file of [
      'index.json',
      `${manifest.folder}/catalogue.bin`,
      `${manifest.folder}/lengths.bin`,
    ]) {
      await writeIndex(pages, [], folder)
      await truncate(join(folder, file), 0)
      await assert.rejects(openIndex(sourceIn(folder)), file)
      await rm(join(folder, file))
      await assert.rejects(openIndex(sourceIn(folder)), file)
    }
  })

  it('does not answer where a file that it needs is missing', async () => {
    const folder = indexFolder()
    for (const name of ['grams', 'blocks']) {
      const manifest = await writeIndex(pages, [], folder)
      await rm(join(folder, manifest.folder, `${name}.bin`))
      await assert.rejects(ask(await openIndex(sourceIn(folder)), '信访'), { code: 'ENOENT' })
    }
  })

  it('answers again when the file is back', async () => {
    const folder = indexFolder()
    const { folder: name } = await writeIndex(pages, [], folder)
    const [grams, aside] = [join(folder, name, 'grams.bin'), join(folder, 'aside')]
    await cp(grams, aside)
    await rm(grams)
    const index = await openIndex(sourceIn(folder))
    await assert.rejects(ask(index, '信访'))
    await cp(aside, grams)
    assert.deepEqual((await ask(index, '信访')).names, ['a'])
  })

  it('is refused wherever one of its files that are read whole breaks off', async () => {
    const folder = indexFolder()
    const manifest = await writeIndex(pages, [], folder)
    const bins = ['catalogue', 'lengths', 'variants'].map(
      (name) => `${manifest.folder}/${name}.bin`,
    )
    for (const file of ['index.json', ...bins]) {
      const bytes = await readFile(join(folder, file))
      for (let part = 0; part < 10; part += 1) {
        await writeFile(join(folder, file), bytes.subarray(0, (bytes.length * part) / 10))
        const asked = openIndex(sourceIn(folder)).then((index) => ask(index, '車站'))
        await assert.rejects(asked, `${file} ${part}`)
      }
      await writeFile(join(folder, file), bytes)
    }
    assert.equal((await ask(await openIndex(sourceIn(folder)), '車站')).way, 'none')
  })
})
