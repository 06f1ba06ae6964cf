import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { marksIn, stretches } from '../../site/src/search/ask/passage.ts'
import { fold } from '../../site/src/search/tokenise.ts'
import { parseVariants } from '../../site/src/search/variants.ts'

const variants = parseVariants('訪访')
const marks = (text: string, ...phrases: string[]) =>
  marksIn(
    fold(text, variants),
    phrases.map((phrase) => Array.from(phrase)),
  )

/** A text with its marks in brackets. */
function shown(text: string, ...phrases: string[]): string {
  return stretches(text, marks(text, ...phrases))
    .map(({ text, marked }) => (marked ? `[${text}]` : text))
    .join('')
}

describe('marks', () => {
  const given: [what: string, text: string, phrases: string[], expected: string][] = [
    ['a phrase as one', '不服的，可以复查', ['不服的,可以'], '[不服的，可以]复查'],
    ['every time it stands there', '复查和复查', ['复查'], '[复查]和[复查]'],
    ['phrases over one another as one', '信访工作条例', ['信访工作', '工作条例'], '[信访工作条例]'],
    ['phrases that touch as one', '信访条例', ['信访', '条例'], '[信访条例]'],
    ['a phrase inside another once', '信访工作', ['信访工作', '访工'], '[信访工作]'],
    ['what is written otherwise', '信訪，ＧＢ／Ｔ', ['信访', 'gb/t'], '[信訪]，[ＧＢ／Ｔ]'],
    ['signs without width with the rest', '信\u200b访局', ['信访'], '[信\u200b访]局'],
    ['characters of two units whole', '😀𠮷好', ['𠮷'], '😀[𠮷]好'],
    ['marks made of several signs', '㈠提出', ['(一)提'], '[㈠提]出'],
    ['nothing across a gap or a line', '信 访\n工作', ['信访', '访工'], '信 访\n工作'],
    ['nothing where nothing is', '信访', ['复查'], '信访'],
  ]
  for (const [what, text, phrases, expected] of given) {
    it(`cover ${what}`, () => assert.equal(shown(text, ...phrases), expected))
  }

  const signs = fc.constantFrom('信', '访', '訪', 'a', 'Ａ', '，', ' ', '😀', '𠮷')
  const text = fc.string({ unit: signs, maxLength: 30, size: 'max' })
  const phrase = fc.string({
    unit: fc.constantFrom('信', '访', 'a', ',', '😀', '𠮷'),
    minLength: 1,
    maxLength: 4,
  })
  const phrases = fc.array(phrase, { maxLength: 3 })

  it('are apart, in order, and between characters', () => {
    fc.assert(
      fc.property(text, phrases, (any, asked) => {
        let last = -1
        for (const { from, to } of marks(any, ...asked)) {
          assert.ok(last < from && from < to && to <= any.length)
          assert.ok(any.slice(from, to).isWellFormed())
          last = to
        }
      }),
    )
  })

  it('cover every occurrence of a phrase and nothing else', () => {
    fc.assert(
      fc.property(text, phrase, (any, asked) => {
        const covered = marks(any, asked)
          .map(({ from, to }) => any.slice(from, to))
          .join('')
        const folded = fold(any, variants).signs.join('')
        assert.equal(
          fold(covered, variants).signs.join(''),
          asked.repeat(folded.split(asked).length - 1),
        )
      }),
    )
  })

  it('cut a text, or a part of it, without losing anything', () => {
    fc.assert(
      fc.property(text, phrases, fc.nat(30), fc.nat(30), (any, asked, one, other) => {
        const [from = 0, to = 0] = [one, other]
          .map((at) => Math.min(at, any.length))
          .sort((a, b) => a - b)
        const cut = stretches(any, marks(any, ...asked), from, to)
        assert.equal(cut.map(({ text }) => text).join(''), any.slice(from, to))
        assert.ok(cut.every(({ text }) => text.length > 0))
      }),
    )
  })
})
