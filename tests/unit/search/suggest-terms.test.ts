import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sounds, suggestionTerms } from '../../../site/src/search/suggest/build-terms.ts'

describe('terms for suggestions', () => {
  it('are words, then titles, each once, with one syllable a character', () => {
    assert.deepEqual(
      suggestionTerms({
        titles: ['《信访》', ' 12345 热线 ', '女 A1 级'],
        words: ['信访', '信访'],
      }),
      [
        ['信访', 'xin fang'],
        ['12345 热线', '12345 re xian'],
        ['女 A1 级', 'nv a1 ji'],
      ],
    )
  })

  it('leave out what is too long or has no letter', () => {
    assert.deepEqual(
      suggestionTerms({ titles: ['访'.repeat(41), '……', ''], words: ['访'.repeat(40)] }).length,
      1,
    )
  })

  it('are no more than an old telephone searches without delay', () => {
    const titles = Array.from({ length: 5000 }, (_, index) => `第${index}件`)
    const terms = suggestionTerms({ titles, words: ['信访'] })
    assert.equal(terms.length, 4000)
    assert.equal(terms[0]?.[0], '信访')
  })
})

describe('the table of sounds', () => {
  const table = sounds()

  it('holds the characters of GB 2312 under every reading', () => {
    assert.equal(new Set(Object.values(table).join('')).size, 6763)
    for (const [reading, characters] of [
      ['fang', '访仿'],
      ['zi', '资姿'],
      ['xing', '行'],
      ['hang', '行'],
      ['nv', '女'],
      ['lve', '略'],
    ] as const) {
      for (const character of characters) {
        assert.ok(table[reading]?.includes(character), `${character} under ${reading}`)
      }
    }
  })

  it('spells with plain letters only', () => {
    for (const reading of Object.keys(table)) assert.match(reading, /^[a-z]+$/)
  })
})
