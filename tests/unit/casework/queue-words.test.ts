import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type Database from 'better-sqlite3'
import fc from 'fast-check'
import { indexWords, phraseOf } from '../../../cms/src/casework/queue/bigrams.ts'
import { openMemoryDatabase } from '../../../cms/src/casework/queue/memory-database.ts'
import { plainTelephone, termsOf } from '../../../cms/src/casework/queue/search-terms.ts'
import { comparable } from '../../../cms/src/casework/rules/comparable.ts'

let database: Database.Database
before(() => {
  database = openMemoryDatabase()
})
after(() => database.close())

function isFound(texts: string[], term: string): boolean {
  const phrase = phraseOf(term)
  database.prepare('delete from words where rowid = 1').run()
  database.prepare('insert into words (rowid, text) values (1, ?)').run(indexWords(texts))
  if (phrase === null) return false
  const { count } = database
    .prepare('select count(*) as count from words where words match ?')
    .get(phrase) as { count: number }
  return count === 1
}

const isIn = (texts: string[], term: string) =>
  comparable(term.toWellFormed()) !== '' &&
  texts.some((text) => comparable(text.toWellFormed()).includes(comparable(term.toWellFormed())))

// Few signs, so that terms stand in texts by chance; what engines take for operators and wildcards among them.
const sign = fc.constantFrom(...'工资拖欠李ａA1２%_*"\'^()+-:{}\\. \n，。·𠮷👍🏽é\0')
const words = fc.string({ unit: sign, maxLength: 12 })
const anything = fc.string({ unit: 'binary', maxLength: 12 })

test('a term is found in exactly the texts that have it', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 4 }), words, (texts, term) => {
      assert.equal(isFound(texts, term), isIn(texts, term))
    }),
    { numRuns: 2000 },
  )
})

test('every piece of a text is found, whatever it is written with', () => {
  const cut = anything.chain((text) =>
    fc.tuple(fc.constant(text), fc.nat([...text].length), fc.nat([...text].length)),
  )
  fc.assert(
    fc.property(cut, anything, ([text, from, to], other) => {
      const term = [...text].slice(Math.min(from, to), Math.max(from, to)).join('')
      const texts = [other, text]
      assert.equal(isFound(texts, term), isIn(texts, term))
    }),
    { numRuns: 2000 },
  )
})

test('words of FTS5, of SQL and of LIKE are words like others', () => {
  const texts = ['工资 OR 1=1；NOT 路灯 AND "引号" 100% a_b', "它's near(甲 乙)", 'title:甲*']
  for (const term of [
    'OR 1=1',
    '"引号"',
    '100%',
    'a_b',
    "'s",
    'NEAR(甲',
    '甲*',
    'title:',
    '*',
    '"',
  ]) {
    assert.equal(isFound(texts, term), true, term)
  }
  for (const term of ['a%b', '工_', 'axb', '甲 OR 乙', '"', '%%', 'NEAR', 'title:乙']) {
    assert.equal(isFound(['工资路灯甲乙'], term), false, term)
  }
})

test('a text of ten thousand signs is found by its ends and by its middle', () => {
  const text = Array.from({ length: 10_000 }, (_, index) =>
    String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000)),
  ).join('')
  for (const from of [0, 4_990, 9_990]) {
    assert.equal(isFound([text], text.slice(from, from + 10)), true)
  }
  assert.equal(isFound([text], text.slice(0, 5) + text.slice(6, 10)), false)
})

test('a telephone is the same however it is written, and a number is one word', () => {
  for (const written of [
    '13612345678',
    '136 1234 5678',
    '+86 136-1234-5678',
    '0086 13612345678',
    '(+86)13612345678',
    '１３６１２３４５６７８',
    '86-136-1234-5678',
  ]) {
    assert.equal(plainTelephone(written), '13612345678', written)
  }
  assert.equal(plainTelephone('(010) 6234-5678'), '01062345678')
  assert.equal(plainTelephone('3 个月'), null)
  assert.equal(plainTelephone('( )'), null)
  const number = '1234567890123456'
  for (const written of [
    '1234 5678 9012 3456',
    '1234-5678-9012-3456',
    '１２３４　５６７８９０１２３４５６',
  ]) {
    assert.deepEqual(termsOf(written), { whole: number, words: [number] })
  }
  assert.deepEqual(termsOf('  拖欠\t工资 '), { whole: '拖欠工资', words: ['拖欠', '工资'] })
  assert.equal(termsOf(' 　'), null)
})
