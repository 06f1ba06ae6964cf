import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  contentOf,
  headedFrom,
  textOf,
  titleRoom,
  wordsOf,
} from '../../site/src/search/index/content.ts'
import { groupsOf } from '../../site/src/search/index/groups.ts'
import { readAddress, recordAddress } from '../../site/src/search/index/catalogue.ts'
import { plain, signsOf } from '../../site/src/search/text/signs.ts'
import { page, section } from '../support/search-index.ts'

const signs = fc.constantFrom('信', '访', 'a', 'B', '9', '，', '<', ' ', '\n', '😀', '𠮷', '①')
const anyText = fc.string({ unit: signs, maxLength: 60, size: 'max' })

describe('the words that the library is fed with', () => {
  it('are each character with its follower, and runs of letters and digits whole', () => {
    assert.deepEqual(wordsOf('拖欠工资。第34条'), [
      ...['拖欠', '欠工', '工资', '资', '。', '第', '34', '条'],
    ])
  })

  it('give the text back, a sign a word', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.equal(textOf(wordsOf(text)), text)
        assert.equal(wordsOf(text).length, signsOf(text).length)
      }),
    )
  })

  it('hold no space, which would part them', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const word of wordsOf(text)) assert.match(word, /^\S+$/u)
      }),
    )
  })

  it('stand in zones, whatever the length of title and head', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.nat(600), (title, text, length) => {
        const known = ['问'.repeat(length)]
        const words = contentOf(text, { title, known }).split(' ')
        const expected = text === '' ? [''] : wordsOf(text)
        assert.deepEqual(words.slice(headedFrom), text === '' ? [] : expected)
        assert.equal(words[titleRoom - 1], '。')
        assert.equal(words[headedFrom - 1], '。')
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

describe('the groups of a page', () => {
  const line = fc
    .tuple(fc.constantFrom('信', '访', ' '), fc.nat({ max: 700 }))
    .map(([sign, length]) => sign.repeat(length))
  const text = fc.array(line, { maxLength: 4 }).map((lines) => lines.join('\n'))
  const heading = fc.string({ unit: fc.constantFrom('条', 'a'), maxLength: 5 })
  const asked = fc.option(fc.constant<string[]>(['问法']), { nil: undefined })
  const stretch = fc
    .tuple(text, heading, asked)
    .map(([own, above, words]) => ({ ...section(own, above), ...(words && { asked: words }) }))

  it('have every line and every heading once, in order, and are small', () => {
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 4 }), (sections) => {
        const groups = groupsOf(page('a', { sections }))
        const lines = sections.flatMap(({ heading, text }) => [heading, ...text.split('\n')])
        const said = lines.filter((each) => each.trim()).join('\n')
        const kept = groups.map(({ text }) => text).filter(Boolean)
        assert.equal(kept.join('\n'), said)
        for (const { text } of groups) {
          const [, ...others] = text.split('\n')
          assert.ok(others.reduce((sum, each) => sum + each.length, 0) <= 705)
        }
      }),
    )
  })

  it('know where each heading and its text stand', () => {
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 4 }), (sections) => {
        const groups = groupsOf(page('a', { sections }))
        const headings = groups.flatMap(({ text, parts }) => {
          const all = signsOf(text)
          return parts.map(({ at, from }) => all.slice(at, from).join('').trim())
        })
        const expected = sections
          .filter(({ heading, text }) => heading || text.trim())
          .map(({ heading }) => heading)
        assert.deepEqual(headings.filter(Boolean), expected.filter(Boolean))
      }),
    )
  })

  it('are known by the words of the page first, and a section that is asked for by its own', () => {
    const groups = groupsOf(
      page('a', {
        known: ['要工资'],
        sections: [section('一'), { ...section('二', '第二条'), asked: ['报复'] }, section('三')],
      }),
    )
    assert.deepEqual(
      groups.map(({ known }) => known),
      [['要工资'], ['报复'], null],
    )
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
