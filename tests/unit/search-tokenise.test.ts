import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { eachGram, fold, gap, kindOf, terms } from '../../site/src/search/tokenise.ts'
import { parseVariants } from '../../site/src/search/variants.ts'

const variants = parseVariants('訪访條条財财')
const signs = (text: string) => fold(text, variants).signs.join('')

const pieces = fc.constantFrom(
  ...['信', '訪', '条', 'Ａ', 'b', '１', '㈠', '㊖', '“', '😀', '𠮷', '\u200b', '　', '\n', '㎡'],
  ...['\ud83d', '\udc00', 'é', 'ß', '，'],
)
const text = fc
  .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 2 })), {
    maxLength: 40,
    size: 'max',
  })
  .map((parts) => parts.join(''))

describe('fold', () => {
  const same: [what: string, one: string, other: string][] = [
    ['full and half width', 'ＧＢ／Ｔ　１９００１', 'gb/t 19001'],
    ['capitals', 'ETC', 'etc'],
    ['curved, straight and wide quotation marks', '“信访”‘人’＂', '"信访"\'人\'"'],
    ['traditional characters', '信訪條例', '信访条例'],
    ['traditional characters in a circle', '㊖', '财'],
    ['signs without width, and text without them', '信\u200b访\u2060人\u00ad', '信访人'],
    ['lines, tabs and spaces', '信\n访\t人　局', '信 访 人 局'],
    ['marks made of several signs, and those signs', '㈠１００㎡', '(一)100m2'],
  ]
  for (const [what, one, other] of same) {
    it(`takes for one: ${what}`, () => assert.equal(signs(one), signs(other)))
  }

  it('keeps different characters apart', () => {
    assert.equal(new Set(['信', '访', 'a', '1', '，', '😀', ' '].map(signs)).size, 7)
  })

  it('leaves traditional characters that are no variants', () => {
    assert.equal(fold('訪', new Map()).signs.join(''), '訪')
  })

  it('reads every wide letter and mark as the plain one', () => {
    const ascii = fc.string({ unit: fc.integer({ min: 33, max: 126 }).map(String.fromCharCode) })
    const widen = (sign: string) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)
    fc.assert(
      fc.property(ascii, (plain) => {
        assert.equal(signs(Array.from(plain, widen).join('')), signs(plain))
      }),
    )
  })

  it('changes nothing in what it has folded', () => {
    const whole = text.map((any) => any.toWellFormed())
    fc.assert(fc.property(whole, (any) => assert.equal(signs(signs(any)), signs(any))))
  })

  it('knows where in the text each sign came from, whatever the text', () => {
    fc.assert(
      fc.property(text, (any) => {
        const folded = fold(any, variants)
        assert.equal(folded.from.length, folded.signs.length + 1)
        assert.equal(folded.from.at(-1), any.length)
        folded.signs.forEach((sign, at) => {
          const [here = 0, next = 0] = folded.from.slice(at)
          assert.ok(here <= next)
          const character = String.fromCodePoint(any.codePointAt(here) ?? 0)
          assert.ok(fold(character, variants).signs.includes(sign))
        })
      }),
      { numRuns: 500 },
    )
  })
})

describe('terms', () => {
  it('stand apart by space of any kind', () => {
    const found = terms(fold(' 信访　复查\n\t60日 ', variants))
    assert.deepEqual(
      found.map((term) => term.join('')),
      ['信访', '复查', '60日'],
    )
  })

  it('are all the signs but the gaps, and none is empty', () => {
    fc.assert(
      fc.property(text, (any) => {
        const folded = fold(any, variants)
        const found = terms(folded)
        assert.ok(found.every((term) => term.length > 0))
        assert.deepEqual(
          found.flat(),
          folded.signs.filter((sign) => sign !== gap),
        )
      }),
    )
  })
})

/** The grams of a text, as `edge:signs`. */
function grams(line: string, heading = false): string[] {
  const folded = fold(line, variants).signs
  const found: string[] = []
  eachGram(folded.map(kindOf), heading, (at, length, edge) =>
    found.push(`${edge}:${folded.slice(at, at + length).join('')}`),
  )
  return found.sort()
}

describe('eachGram', () => {
  const none = (...parts: string[]) => parts.map((part) => `none:${part}`)

  it('visits every sign and every pair, and no pair across a gap', () => {
    assert.deepEqual(grams('信访 人'), none('信', '信访', '人', '访').sort())
  })

  it('tells where Latin words and numbers begin and end', () => {
    const edges = grams('见gb19号').filter((gram) => gram.startsWith('word'))
    assert.deepEqual(edges, ['word-end:19', 'word-start:gb'])
    assert.ok(!grams('信访条例').some((gram) => gram.startsWith('word')))
  })

  it('tells where the runs of a heading begin and end', () => {
    const edges = (line: string) => grams(line, true).filter((gram) => gram.startsWith('heading'))
    assert.deepEqual(edges('信访人 条例'), [
      ...['heading-end:条例', 'heading-end:访人', 'heading-start:信访', 'heading-start:条例'],
    ])
    assert.deepEqual(edges('信'), ['heading-end:信', 'heading-start:信'])
  })

  it('gives every run of any heading one beginning and one end', () => {
    const count = (all: string[], edge: string) =>
      all.filter((gram) => gram.startsWith(`${edge}:`)).length
    fc.assert(
      fc.property(text, (any) => {
        const all = grams(any, true)
        const runs = terms(fold(any, variants))
        const pairs = runs.reduce((sum, run) => sum + run.length * 2 - 1, 0)
        const kinds = runs.map((run) => run.map(kindOf).join('')).join('0')
        const words = kinds.match(/1+/g)?.length ?? 0
        assert.equal(count(all, 'none'), pairs)
        for (const edge of ['heading-start', 'heading-end'])
          assert.equal(count(all, edge), runs.length)
        for (const edge of ['word-start', 'word-end']) assert.equal(count(all, edge), words)
      }),
    )
  })
})
