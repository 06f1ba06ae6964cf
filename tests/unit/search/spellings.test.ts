import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { toHan } from '@portal/content/characters/numerals'
import fc from 'fast-check'
import { spellings } from '../../../site/src/search/query/spellings.ts'

const number = fc.integer({ min: 1, max: 9999 })
const unit = fc.constantFrom('条', '日', '元', '个月')

describe('the spellings of a query', () => {
  const given: [query: string, spelling: string][] = [
    ['第34条', '第三十四条'],
    ['第三十四条', '第34条'],
    ['60日', '六十日'],
    ['六十日内', '60日内'],
    ['第105条 复查', '第一百零五条 复查'],
    ['两百元', '200元'],
    ['34条', '第三十四条'],
    ['三十四条', '第三十四条'],
    ['2024年', '二〇二四年'],
    ['二〇二四年', '2024年'],
    ['二零二四年', '2024年'],
    ['2024年12月1日', '二〇二四年十二月一日'],
    ['二〇二四年十二月一日', '2024年12月1日'],
  ]
  for (const [query, spelling] of given) {
    it(`hold ${spelling} for ${query}`, () => assert.ok(spellings(query).includes(spelling)))
  }

  it('lead from either way of writing a number to the other', () => {
    fc.assert(
      fc.property(number, unit, (value, what) => {
        const [digits, han] = [`第${value}${what}`, `第${toHan(value)}${what}`]
        assert.ok(spellings(digits).includes(han))
        assert.ok(spellings(han).includes(digits))
      }),
    )
  })

  it('write years figure by figure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), (year) => {
        const han = Array.from(String(year), (digit) => '〇一二三四五六七八九'[Number(digit)])
        assert.deepEqual(spellings(`${year}年`), [`${year}年`, `${han.join('')}年`])
        assert.ok(spellings(`${han.join('')}年`).includes(`${year}年`))
      }),
    )
  })

  it('leave decimals and long numbers as they are', () => {
    const figure = fc.nat({ max: 9999 })
    fc.assert(
      fc.property(figure, figure, (whole, part) => {
        assert.deepEqual(spellings(`${whole}.${part}倍`), [`${whole}.${part}倍`])
      }),
    )
    fc.assert(
      fc.property(fc.integer({ min: 10000 }), (long) => {
        assert.deepEqual(spellings(`电话${long}`), [`电话${long}`])
      }),
    )
    for (const query of ['第0条', '0000-7000001', '欠薪'])
      assert.deepEqual(spellings(query), [query])
  })

  it('begin with the query and hold each spelling once, whatever the query', () => {
    const parts = fc.constantFrom(
      '第',
      '条',
      '年',
      '十',
      '千',
      '〇',
      '两',
      '4',
      '0',
      '.',
      ' ',
      '信',
    )
    const query = fc.oneof(
      fc.string({ unit: parts, maxLength: 30, size: 'max' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('十'.repeat(500), '9'.repeat(500), '一'.repeat(500), '\ud83d34条'),
    )
    fc.assert(
      fc.property(query, (any) => {
        const all = spellings(any)
        assert.equal(all[0], any)
        assert.equal(new Set(all).size, all.length)
      }),
      { numRuns: 500 },
    )
  })
})
