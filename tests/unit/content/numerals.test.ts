import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findDates } from '@portal/content/law/structure/dates'
import { fromFigures, fromHan, toFigures, toHan } from '@portal/content/characters/numerals'

const written: [number, string][] = [
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [100, '一百'],
  [105, '一百零五'],
  [110, '一百一十'],
  [112, '一百一十二'],
  [1001, '一千零一'],
  [1010, '一千零一十'],
  [1260, '一千二百六十'],
  [9999, '九千九百九十九'],
]

test('numbers are written and read as legal texts write them', () => {
  for (const [value, text] of written) {
    assert.equal(toHan(value), text)
    assert.equal(fromHan(text), value)
  }
})

test('every number that is written is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), (value) => fromHan(toHan(value)) === value),
  )
})

test('older and other spellings of the same number are read', () => {
  assert.equal(fromHan('一百〇五'), 105)
  assert.equal(fromHan('一百○五'), 105)
  assert.equal(fromHan('两百'), 200)
  assert.equal(fromHan('一百十二'), 112)
  assert.equal(fromHan('一十'), 10)
  assert.equal(fromHan('34'), 34)
})

test('what is not written as a number is not guessed at', () => {
  for (const text of [
    '',
    '零',
    '百',
    '十十',
    '一二',
    '一百二零',
    '二百百',
    '百一',
    '一千一',
    '034',
    '条',
  ]) {
    assert.equal(fromHan(text), null, text)
  }
})

test('any text of numeral characters is a number in one spelling or none', () => {
  const characters = fc.array(fc.constantFrom(...'零〇一二三四五六七八九十百千两'), {
    maxLength: 9,
  })
  fc.assert(
    fc.property(characters, (figures) => {
      const text = figures.join('')
      const value = fromHan(text)
      if (value === null) return
      const plain = (spelling: string) =>
        spelling.replaceAll('〇', '零').replaceAll('两', '二').replaceAll('一十', '十')
      assert.equal(plain(toHan(value)), plain(text))
    }),
  )
})

test('numbers beyond any law are a fault of the caller', () => {
  for (const value of [0, -1, 10_000, 1.5]) assert.throws(() => toHan(value), RangeError)
})

test('dates are found in digits and in Chinese numerals', () => {
  const days = (text: string) => findDates(text).map((found) => found.day)
  assert.deepEqual(days('2031年3月5日通过，自2031年05月01日起施行'), ['2031-03-05', '2031-05-01'])
  assert.deepEqual(days('一九九五年三月二十六日'), ['1995-03-26'])
  assert.deepEqual(days('二〇三一年十二月一日'), ['2031-12-01'])
  assert.deepEqual(days('２０３１年３月５日'), ['2031-03-05'])
  assert.deepEqual(days('2031年2月30日、2031年13月1日、2031年3月'), [])
})

test('a number is written and read figure by figure', () => {
  assert.equal(toFigures('2026'), '二〇二六')
  for (const year of ['二〇二六', '二零二六', '二○二六', '2026']) {
    assert.equal(fromFigures(year), '2026', year)
  }
  fc.assert(
    fc.property(fc.nat(), (number) => {
      assert.equal(fromFigures(toFigures(String(number))), String(number))
    }),
  )
})
