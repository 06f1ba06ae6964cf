import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { passages, pieces, type Anchor } from '../../site/src/search/excerpt.ts'
import { phrases } from '../../site/src/search/query.ts'
import { spaced } from '../../site/src/search/tokenise.ts'

/** A page as the index keeps it: headings and texts one after another, words counted through. */
function page(sections: [id: string, heading: string, text: string][]) {
  const anchors: Anchor[] = []
  const parts: string[] = []
  let location = 0
  for (const [id, heading, text] of sections) {
    anchors.push({ id, text: spaced(heading), location })
    for (const part of [heading, text]) {
      parts.push(`${spaced(part)}.`)
      location += pieces(spaced(part)).length
    }
  }
  return { content: parts.join(' '), anchors }
}

const law = page([
  ['main', '信访工作条例', '规定信访人怎样提出。'],
  ['article-34', '第三十四条', '应当自受理之日起60日内办结；情况复杂的，可以延长。'],
  ['article-35', '第三十五条', '不服的，可以请求复查。复查的期限见第三十四条，复查机关书面答复。'],
])
const find = (query: string) => passages(law.content, law.anchors, phrases(query))
const shown = (query: string) => find(query)[0]?.excerpt ?? []

describe('passages', () => {
  it('leads to the heading that the words stand under', () => {
    assert.equal(find('60日内')[0]?.anchor?.id, 'article-34')
    assert.equal(find('复查机关')[0]?.anchor?.id, 'article-35')
  })

  it('puts the article itself before one that mentions it', () => {
    assert.deepEqual(
      find('第三十四条').map(({ anchor }) => anchor?.id),
      ['article-34', 'article-35'],
    )
  })

  it('puts the passage that has all phrases first', () => {
    assert.equal(find('信访人 怎样提出')[0]?.anchor?.id, 'main')
  })

  it('shows the text without spaces, each phrase under one mark, punctuation outside of it', () => {
    const excerpt = shown('不服的，可以')
    assert.deepEqual(
      excerpt.filter(({ marked }) => marked).map(({ text }) => text),
      ['不服的，可以'],
    )
    const marks = shown('复查').filter(({ marked }) => marked)
    assert.deepEqual(
      marks.map(({ text }) => text),
      ['复查', '复查', '复查'],
    )
    const whole = excerpt.map(({ text }) => text).join('')
    assert.match(whole, /^不服的，可以请求复查。复查的期限见第三十四条，复查机关书面答复。$/)
  })

  it('finds nothing where a phrase is broken up', () => {
    assert.deepEqual(find('复期限'), [])
  })

  it('never fails and never marks a word that was not asked for', () => {
    const text = fc.string({ unit: fc.constantFrom(...'信访复查，。a1 <&'), maxLength: 60 })
    fc.assert(
      fc.property(text, text, (body, query) => {
        const { content, anchors } = page([['main', '题', body]])
        const asked = new Set(phrases(query).flat())
        for (const { excerpt } of passages(content, anchors, phrases(query))) {
          for (const { text: part, marked } of excerpt) {
            if (!marked) continue
            for (const word of phrases(part).flat()) assert.ok(asked.has(word), part)
          }
        }
      }),
      { numRuns: 1000 },
    )
  })
})
