import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { markText } from '../../../site/src/search/text/marks.ts'
import { signsOf } from '../../../site/src/text/signs.ts'

/** A text with its marks in brackets. */
function shown(text: string, ...phrases: string[]): string {
  return markText(text, phrases.map(signsOf))
    .map(({ text, marked }) => (marked ? `[${text}]` : text))
    .join('')
}

describe('marks', () => {
  const given: [what: string, text: string, phrases: string[], expected: string][] = [
    ['every time it stands there', '复查和复查', ['复查'], '[复查]和[复查]'],
    ['phrases over one another as one', '信访工作条例', ['信访工作', '工作条例'], '[信访工作条例]'],
    ['phrases that touch as one', '信访条例', ['信访', '条例'], '[信访条例]'],
    ['letters without regard to capitals', '见 GB 19001', ['gb'], '见 [GB] 19001'],
    ['characters of two units whole', '😀𠮷好', ['𠮷'], '😀[𠮷]好'],
    ['nothing across a gap or a line', '信 访\n工作', ['信访', '访工'], '信 访\n工作'],
    ['nothing where nothing is', '信访', ['复查'], '信访'],
  ]
  for (const [what, text, phrases, expected] of given) {
    it(`cover ${what}`, () => assert.equal(shown(text, ...phrases), expected))
  }

  const signs = fc.constantFrom('信', '访', 'a', '，', ' ', '😀', '𠮷')
  const text = fc.string({ unit: signs, maxLength: 30, size: 'max' })
  const phrase = fc.string({ unit: fc.constantFrom('信', '访', '𠮷'), minLength: 1, maxLength: 4 })

  it('lose nothing of a text', () => {
    fc.assert(
      fc.property(text, fc.array(phrase, { maxLength: 3 }), (any, asked) => {
        const stretches = markText(any, asked.map(signsOf))
        assert.equal(stretches.map(({ text }) => text).join(''), any)
        assert.ok(stretches.every(({ text }) => text.length > 0))
      }),
    )
  })

  it('cover every place of a phrase and nothing else', () => {
    fc.assert(
      fc.property(text, phrase, (any, asked) => {
        const covered = new Set<number>()
        const [all, part] = [signsOf(any), signsOf(asked)]
        for (let at = 0; at + part.length <= all.length; at += 1) {
          if (all.slice(at, at + part.length).join('') !== asked) continue
          for (let nth = 0; nth < part.length; nth += 1) covered.add(at + nth)
        }
        const marked = markText(any, [part]).filter(({ marked }) => marked)
        const length = marked.reduce((sum, { text }) => sum + signsOf(text).length, 0)
        assert.equal(length, covered.size)
      }),
    )
  })
})
