import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { joined, spaced, tokenise } from '../../site/src/search/tokenise.ts'

const han = fc.constantFrom(...'信访工作条例第三十四复查的一是不了在有人这')
const marks = fc.constantFrom(...'，。：；！？、（）《》“”—…·/.-@ \n\t\u2060\uFEFF')
const others = fc.constantFrom(
  'a',
  'Z',
  'é',
  '7',
  '１',
  'Ａ',
  '①',
  '㈠',
  '😀',
  '€',
  'か',
  '𠮷',
  'е',
)
const mixed = fc.array(
  fc.oneof(han, marks, others, fc.string({ unit: 'grapheme', maxLength: 2 })),
  {
    maxLength: 60,
  },
)
const text = mixed.map((parts) => parts.join(''))

describe('tokenise', () => {
  it('takes one Han character as one word, and runs of other letters and digits whole', () => {
    assert.deepEqual(tokenise('信访人'), ['信', '访', '人'])
    assert.deepEqual(tokenise('GB/T 19001号'), ['gb', 't', '19001', '号'])
    assert.deepEqual(tokenise('拨打１２３４５'), ['拨', '打', '12345'])
  })

  it('drops what is no word', () => {
    assert.deepEqual(tokenise('😀 “”<>=+，。'), [])
  })

  it('gives the index and the query the same words, whatever the text', () => {
    fc.assert(
      fc.property(text, (value) => {
        assert.deepEqual(tokenise(spaced(value)), tokenise(value))
      }),
      { numRuns: 2000 },
    )
  })

  it('puts exactly one word into each piece of the index', () => {
    fc.assert(
      fc.property(text, (value) => {
        const pieces = spaced(value).split(' ').filter(Boolean)
        for (const piece of pieces) assert.equal(tokenise(piece).length, 1, JSON.stringify(piece))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('joined', () => {
  const again = (value: string) => joined(spaced(value).split(' '))

  it('shows Chinese without spaces', () => {
    assert.equal(again('对处理意见不服的，可以申请复查。'), '对处理意见不服的，可以申请复查。')
    assert.equal(again('《条例》（第三十五条）：“复查”。'), '《条例》（第三十五条）：“复查”。')
  })

  it('keeps a space that stood between two words that are not Chinese, and adds none', () => {
    assert.equal(again('hello world'), 'hello world')
    assert.equal(again('GB/T 19001-2015'), 'GB/T 19001-2015')
    assert.equal(again('电话0000-7000001，3.5倍'), '电话0000-7000001，3.5倍')
  })

  it('gives back any text made of Chinese, marks, letters and digits without spaces', () => {
    const plain = fc
      .array(fc.oneof(han, fc.constantFrom(...'，。、（）《》：ab12-/.')), { maxLength: 40 })
      .map((parts) => parts.join(''))
      .filter((value) => tokenise(value).length > 0)
    fc.assert(
      fc.property(plain, (value) => {
        assert.equal(again(value), value)
      }),
      { numRuns: 2000 },
    )
  })
})
