import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { passagesOf } from '../../../site/src/search/index/passages.ts'
import { readAddress, recordAddress } from '../../../site/src/search/index/catalogue.ts'
import { plain, signsOf } from '../../../site/src/text/signs.ts'
import { signOf, wordsOf } from '../../../site/src/search/text/words.ts'
import type { SearchSection } from '../../../site/src/search/record.ts'
import { page, section } from '../../support/release/search-index.ts'

const signs = fc.constantFrom('信', '访', 'a', 'B', '9', '，', '<', ' ', '\n', '😀', '𠮷', '①')
const anyText = fc.string({ unit: signs, maxLength: 60, size: 'max' })

const words = (text: string) => wordsOf(signsOf(text))

describe('the words that the library is fed with', () => {
  it('are each sign with its follower, letters and digits with their end', () => {
    assert.deepEqual(words('拖欠工资。第34条'), [
      ...['拖欠', '欠工', '工资', '资', '。', '第34ꞏ', '34ꞏ条', '条'],
    ])
  })

  it('give the text back, a sign a word', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.deepEqual(words(text).map(signOf), signsOf(text))
      }),
    )
  })

  it('hold no space, which would part them', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const word of words(text)) assert.match(word, /^\S+$/u)
      }),
    )
  })
})

describe('a plain text', () => {
  it('has letters in their usual form and marks as they were written', () => {
    assert.equal(
      plain('ＧＢ／Ｔ，⾞站\uf902\u200b①㎡'),
      'GB／T，车站'.replace('车', '車') + '車①㎡',
    )
  })
})

describe('the passages of a page', () => {
  const line = fc
    .tuple(fc.constantFrom('信', '访', ' ', '—'), fc.nat({ max: 700 }))
    .map(([sign, length]) => sign.repeat(length))
  const text = fc.array(line, { maxLength: 4 }).map((lines) => lines.join('\n'))
  const heading = fc.string({ unit: fc.constantFrom('条', 'a'), maxLength: 5 })
  const asked = fc.option(fc.constant<string[]>(['问法']), { nil: undefined })
  const stretch = fc
    .tuple(text, heading, asked)
    .map(([own, above, words]) => ({ ...section(own, above), ...(words && { asked: words }) }))
  const textsOf = (sections: SearchSection[]) =>
    passagesOf(page('a', { sections })).filter(({ zone }) => zone === 'text')

  it('have every line and every heading once, in order, and are small', () => {
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 4 }), (sections) => {
        const lines = sections.flatMap(({ heading, text }) => [heading, ...text.split('\n')])
        const said = lines.filter((each) => each.trim()).map((each) => `${each}\n`)
        const kept = textsOf(sections).map(({ signs }) => signs.join(''))
        const marks = /^[—\s]*$/
        assert.deepEqual(
          kept
            .join('')
            .split('\n')
            .filter((each) => !marks.test(each)),
          said
            .join('')
            .split('\n')
            .filter((each) => !marks.test(each)),
        )
        for (const each of kept) {
          const [, ...others] = each.split('\n')
          assert.ok(others.reduce((sum, one) => sum + one.length, 0) <= 705)
        }
      }),
    )
  })

  it('know where each heading and its text stand', () => {
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 4 }), (sections) => {
        const headings = textsOf(sections).flatMap(({ signs, parts }) =>
          parts.map(({ at, from }) => signs.slice(at, from).join('').trim()),
        )
        const expected = sections.map(({ heading }) => heading)
        assert.deepEqual(headings.filter(Boolean), expected.filter(Boolean))
      }),
    )
  })

  it('are known by the words of the page first, and a section that is asked for by its own', () => {
    const passages = passagesOf(
      page('a', {
        known: ['要工资'],
        sections: [section('一'), { ...section('二', '第二条'), asked: ['报复'] }, section('三')],
      }),
    )
    assert.deepEqual(
      passages.map(({ zone, signs }) => `${zone} ${signs.join('').trim().replaceAll('\n', ' ')}`),
      ['page 题 要工资', 'text 一', 'section 报复', 'text 第二条 二 三'],
    )
  })

  it('that have no word are left out, which the library does not count', () => {
    assert.deepEqual(textsOf([section('——')]), [])
  })
})

describe('the address of a record', () => {
  it('brings back what it carries', () => {
    const part = fc.record(
      { at: fc.nat(900), from: fc.nat(900), id: fc.string({ minLength: 1 }), seconds: fc.nat() },
      { requiredKeys: ['at', 'from'], noNullPrototype: true },
    )
    const note = fc
      .tuple(fc.string(), fc.nat(), fc.array(part))
      .map(([title, nth, parts]) => ({ title, nth, parts }))
    fc.assert(
      fc.property(note, (given) => {
        const read = readAddress(recordAddress('/essays/a/', given))
        assert.deepEqual(read, { path: '/essays/a/', ...given })
      }),
    )
  })
})
