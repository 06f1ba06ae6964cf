import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { spellings } from '../../site/src/search/article-numbers.ts'
import { exactQuery, looserPhrases, phrases, rank } from '../../site/src/search/query.ts'

describe('phrases', () => {
  it('takes each term between white space as one phrase', () => {
    assert.deepEqual(phrases('信访人 　复查'), [
      ['信', '访', '人'],
      ['复', '查'],
    ])
  })

  it('reads a pasted sentence across its punctuation', () => {
    assert.deepEqual(phrases('不服，可以'), [['不', '服', '可', '以']])
  })

  it('takes a repeated term once and drops what is no word', () => {
    assert.deepEqual(phrases('欠薪 欠薪 "" 😀 <b>'), [['欠', '薪'], ['b']])
  })

  it('reads no more than 500 characters, and never fails', () => {
    assert.equal(phrases('信'.repeat(600))[0]?.length, 500)
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 700 }), (q) => phrases(q).length >= 0),
    )
  })

  it('never lets a quotation mark of the query into the quoted phrase', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (query) => {
        for (const phrase of phrases(query)) {
          assert.match(exactQuery(phrase), /^"[^"]+"$/)
        }
      }),
    )
  })
})

describe('rank', () => {
  const hits = (...ids: string[]) => ids.map((id) => ({ id }))
  const ids = (list: { id: string }[]) => list.map(({ id }) => id)

  it('keeps what every phrase has, in the order of the loose search', () => {
    const found = rank([hits('a', 'b', 'c'), hits('c', 'b', 'd')], hits('x', 'c', 'a', 'b'))
    assert.deepEqual(ids(found), ['c', 'b'])
  })

  it('puts hits that the loose search lacks last, in their own order', () => {
    assert.deepEqual(ids(rank([hits('a', 'b', 'c')], hits('c'))), ['c', 'a', 'b'])
  })
})

describe('spellings', () => {
  it('writes the number of an article both ways, the way of the law first', () => {
    assert.deepEqual(spellings('第34条'), ['第三十四条', '第34条'])
    assert.deepEqual(spellings('34 条 复查'), ['第三十四条 复查', '34 条 复查'])
    assert.deepEqual(spellings('第一百二十条'), ['第一百二十条', '第120条'])
  })

  it('leaves other queries as they are', () => {
    assert.deepEqual(spellings('欠薪'), ['欠薪'])
    assert.deepEqual(spellings('第0条'), ['第0条'])
  })
})

describe('looserPhrases', () => {
  it('cuts a question into its words and leaves the asking out', () => {
    assert.deepEqual(looserPhrases('拖欠工资怎么办'), [
      ['拖', '欠'],
      ['工', '资'],
    ])
  })

  it('has nothing looser for a single word', () => {
    assert.deepEqual(looserPhrases('复查'), [])
  })
})
