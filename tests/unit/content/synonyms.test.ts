import assert from 'node:assert/strict'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { check } from '@portal/content/entry/document'
import { ContentError, readLibrary } from '@portal/content/entry/library'
import { synonym } from '@portal/content/schema/entries/synonym'
import fc from 'fast-check'
import { fieldOf, checkEntry } from '../../../cms/src/publishing/gate/check-entry.ts'
import { publicationOf } from '../../../cms/src/publishing/transcribe/publications.ts'
import { synonymToContent, synonymToDesk } from '../../../cms/src/publishing/transcribe/synonym.ts'

const content = fileURLToPath(new URL('../../../content', import.meta.url))

const word = fc.stringMatching(/^[一-龥a-z0-9（）·-]{0,10}[一-龥0-9]{2}$/)
const group = fc.uniqueArray(word, {
  minLength: 2,
  maxLength: 12,
  selector: (text) => text.normalize('NFKC'),
})

describe('a group of synonyms', () => {
  it('takes two to twelve different words and trims them', () => {
    const checked = check(synonym, { words: [' 低保', '最低生活保障 '] })
    assert.deepEqual(checked, { ok: true, value: { words: ['低保', '最低生活保障'] } })
    fc.assert(fc.property(group, (words) => check(synonym, { words }).ok))
  })

  const refused: [string, unknown, RegExp][] = [
    ['one word alone', ['低保'], /至少写两个/],
    ['no word', [], /至少写两个/],
    ['thirteen words', Array.from({ length: 13 }, (_, n) => `词语${n}`), /最多 12 个词/],
    ['a word of one character', ['低', '低保'], /“低”太短/],
    ['a word of blanks', ['  ', '低保'], /太短/],
    ['a word of 31 characters', ['低'.repeat(31), '低保'], /太长/],
    ['the same word twice', ['低保', '医保', '低保'], /“低保”这个词写了两遍/],
    [
      'a word twice that the search takes for one',
      ['ETC卡', 'ｅｔｃ卡'],
      /“ｅｔｃ卡”这个词写了两遍/,
    ],
    ['two words in one place', ['低保，社会救助', '医保'], /“低保，社会救助”中间有空格或标点/],
    ['a blank inside', ['低保 救助', '医保'], /分成几个词/],
    ['marks only', ['——', '医保'], /“——”里没有文字/],
  ]
  for (const [what, words, message] of refused) {
    it(`refuses ${what} and says what to do`, () => {
      const checked = check(synonym, { words })
      assert.ok(!checked.ok)
      assert.equal(checked.faults.length, 1, JSON.stringify(checked.faults))
      assert.match(checked.faults[0]?.problem ?? '', message)
    })
  }
})

describe('synonyms in one field of the CMS', () => {
  const synonyms = publicationOf('api::synonym.synonym')
  assert.ok(synonyms)
  const separator = fc.stringMatching(/^ ?[、，,；;\n] ?$/)

  it('come out as they went in', () => {
    fc.assert(
      fc.property(group, (words) => {
        assert.deepEqual(synonymToContent(synonymToDesk({ words }).fields), { words })
      }),
    )
  })

  it('may be parted by any of the usual marks, by line breaks, or by several at once', async () => {
    await fc.assert(
      fc.asyncProperty(group, fc.array(separator, { minLength: 1 }), async (words, marks) => {
        const typed = words.map((text, n) => text + (marks[n % marks.length] ?? '')).join('')
        const gated = await checkEntry(synonyms, { words: `\n${typed}、` })
        assert.deepEqual(gated, { ok: true, data: { words } })
      }),
    )
  })

  it('give a sound group or Chinese faults of that field, whatever was typed', async () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('低', '保', '、', ' ', '\n', '—') }),
      fc.constantFrom(null, undefined, 7),
    )
    await fc.assert(
      fc.asyncProperty(anything, async (words) => {
        const gated = await checkEntry(synonyms, { words })
        if (gated.ok) return assert.ok(check(synonym, gated.data).ok)
        assert.ok(gated.faults.length > 0)
        for (const fault of gated.faults) {
          assert.equal(fieldOf(fault), 'words')
          assert.match(fault.problem, /词/)
        }
      }),
    )
  })
})

describe('synonyms in a content folder', () => {
  let folder: string
  const file = () => join(folder, 'synonyms.json')
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'synonyms-'))
    for (const name of ['settings', 'topics', 'regions', 'departments', 'reception', 'synonyms']) {
      await cp(join(content, `${name}.json`), join(folder, `${name}.json`))
    }
  })
  after(() => rm(folder, { recursive: true }))

  it('are read; the bundled ones hold no group twice and what people search for', async () => {
    const { synonyms } = await readLibrary(folder)
    const groups = synonyms.map(({ words }) => [...words].sort().join(' '))
    assert.equal(new Set(groups).size, groups.length)
    const pairs = ['低保 最低生活保障', '医保 医疗保险', '欠薪 拖欠工资', '12345 市民热线']
    for (const [one = '', other = ''] of pairs.map((pair) => pair.split(' '))) {
      assert.ok(
        synonyms.some(({ words }) => words.includes(one) && words.includes(other)),
        `${one} ${other}`,
      )
    }
    const appeals = synonyms.filter(({ words }) => words.includes('复查') && words.includes('复核'))
    assert.deepEqual(appeals, [], 'review and re-review are two different appeals')
  })

  it('are none where the file is missing', async () => {
    await rm(file())
    assert.deepEqual((await readLibrary(folder)).synonyms, [])
  })

  it('are refused by file and group where they are faulty', async () => {
    await writeFile(file(), '[{ "words": ["低保", "最低生活保障"] }, { "words": ["医保"] }]')
    await assert.rejects(readLibrary(folder), (error) => {
      assert.ok(error instanceof ContentError)
      const places = error.faults.map(({ file, field }) => `${file} ${field}`)
      assert.deepEqual(places, ['synonyms.json 1.words'])
      return true
    })
    await writeFile(file(), '[')
    await assert.rejects(readLibrary(folder), /synonyms\.json: \(file\)/)
  })
})
