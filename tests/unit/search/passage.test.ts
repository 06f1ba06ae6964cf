import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { excerptsOf } from '../../../site/src/search/ask/excerpts.ts'
import { passagesOf } from '../../../site/src/search/index/passages.ts'
import { phrasesOf } from '../../../site/src/search/query/phrases.ts'
import type { SearchSection } from '../../../site/src/search/record.ts'
import { signsOf } from '../../../site/src/text/signs.ts'
import { allHits, indexOf, page, section, results } from '../../support/release/search-index.ts'

function excerpts(sections: SearchSection[], query: string) {
  const [, passage] = passagesOf(page('a', { sections }))
  return excerptsOf(passage?.signs ?? [], passage?.parts ?? [], phrasesOf(query))
}

/** The first excerpt for a query, its marks in brackets. */
function excerpt(text: string, query: string): string {
  const [best] = excerpts([section(text)], query)
  return (best?.excerpt ?? []).map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')
}

const law: SearchSection[] = [
  section('规定信访人怎样提出。'),
  { id: 'article-34', heading: '第三十四条', text: '应当自受理之日起60日内办结。' },
  { id: 'article-35', heading: '第三十五条', text: '不服的，可以请求复查，期限见第三十四条。' },
  { id: 'review', heading: '怎样复查', text: '书面提出' },
]
const ids = (query: string) => excerpts(law, query).map(({ id }) => id)

describe('passages', () => {
  it('are those that have a phrase, in their text or their heading, as on the page', () => {
    assert.deepEqual(ids('60日'), ['article-34'])
    assert.deepEqual(ids('提出'), [undefined, 'review'])
  })

  it('begin with what has most of the phrases, then with a phrase in a heading', () => {
    assert.deepEqual(ids('期限 提出 不服'), ['article-35', undefined, 'review'])
    assert.deepEqual(ids('复查'), ['review', 'article-35'])
    assert.deepEqual(ids('第三十四条'), ['article-34', 'article-35'])
  })

  it('are the beginning of the text where it has none of the phrases', () => {
    const [only, ...others] = excerpts(law, '信访工作条例')
    assert.deepEqual(only?.excerpt, [{ text: '规定信访人怎样提出。', marked: false }])
    assert.deepEqual(others, [])
  })

  it('of a video know from which second it is said, and come before those of its summary', async () => {
    const spoken = [
      { ...section('先看归哪里管'), seconds: 1 },
      { ...section('再写清楚诉求'), seconds: 65 },
    ]
    const sections = [section('怎样写清楚诉求'), ...spoken]
    const index = await indexOf([page('video', { sections })])
    const [found] = await allHits(await results(index, '写清楚'))
    const seconds = found?.excerpts.map((each) => each.seconds)
    assert.deepEqual(seconds, [65, undefined])
  })

  it('have their phrases marked in the heading as well', () => {
    const [best] = excerpts(law, '复查')
    assert.deepEqual(best?.heading, [
      { text: '怎样', marked: false },
      { text: '复查', marked: true },
    ])
  })
})

describe('the excerpt of a passage', () => {
  const filler = '这里是别的话'

  it('is the whole of a short text, its lines one after another', () => {
    assert.equal(excerpt('不服的，\n可以复查。', '复查'), '不服的， 可以[复查]。')
  })

  it('begins with the sentence of the first mark where that is near', () => {
    for (const end of '。；！？') {
      const text = `${filler.repeat(9)}${end}对答复不服的，可以复查。`
      assert.equal(excerpt(text, '复查'), '…对答复不服的，可以[复查]。')
    }
  })

  it('begins a little before the first mark where its sentence is long', () => {
    const text = `${filler.repeat(20)}复查`
    assert.equal(excerpt(text, '复查'), `…${filler.repeat(4)}[复查]`)
  })

  it('ends with a sign that the text goes on', () => {
    assert.match(excerpt(`复查${filler.repeat(30)}`, '复查'), /^\[复查\].{94}…$/u)
  })

  it('never cuts a character, is never long, and has the first mark in it', () => {
    const signs = fc.constantFrom('𠮷', '😀', '信', '。', ' ', 'a')
    const around = fc.string({ unit: signs, maxLength: 150, size: 'max' })
    fc.assert(
      fc.property(around, around, (before, after) => {
        const [best] = excerpts([section(`${before}访${after}`)], '访')
        const all = best?.excerpt ?? []
        for (const { text } of all) assert.ok(text.isWellFormed(), JSON.stringify(text))
        assert.deepEqual(all.find(({ marked }) => marked)?.text, '访')
        assert.ok(all.reduce((sum, { text }) => sum + signsOf(text).length, 0) <= 100)
      }),
      { numRuns: 500 },
    )
  })
})
