import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import fc from 'fast-check'
import type { Index } from '../../site/src/search/ask/open-index.ts'
import { phrasesOf, readings, trimQuery } from '../../site/src/search/ask/query.ts'
import { answer } from '../../site/src/search/show/answer.ts'
import { readState } from '../../site/src/search/show/state.ts'
import { parseVariants } from '../../site/src/search/variants.ts'
import { indexOf, page, section } from '../support/search-index.ts'

const none = parseVariants('')
const phrases = (query: string) => phrasesOf(query, none).map((phrase) => phrase.join(''))

describe('the phrases of a query', () => {
  it('are what stands between spaces', () => {
    assert.deepEqual(phrases('信访人 　复查\n期限'), ['信访人', '复查', '期限'])
  })

  it('keep the marks of a pasted sentence and drop what is marks alone', () => {
    assert.deepEqual(phrases('不服的，可以 —— 😀 。'), ['不服的,可以'])
    assert.deepEqual(phrases('<b>'), ['<b>'])
  })

  it('are each asked for once, and twelve at most', () => {
    assert.deepEqual(phrases('欠薪 ＧＢ 欠薪 gb'), ['欠薪', 'gb'])
    assert.equal(phrases(Array.from({ length: 30 }, (_, at) => `词${at}`).join(' ')).length, 12)
  })

  it('read traditional characters as the simplified ones', () => {
    assert.deepEqual(phrasesOf('信訪', parseVariants('訪访')), [['信', '访']])
  })
})

describe('the readings of a query', () => {
  const read = (query: string) =>
    readings(query, none).map((each) => each.map((phrase) => phrase.join('')).join(' '))

  it('begin with what was typed and go on with its numbers spelt otherwise', () => {
    assert.deepEqual(read('第34条 复查'), ['第34条 复查', '第三十四条 复查'])
    assert.deepEqual(read('欠薪'), ['欠薪'])
  })

  it('are none for marks alone', () => assert.deepEqual(read('——，。'), []))
})

describe('a typed query', () => {
  it('is read without the space around it', () => assert.equal(trimQuery(' 复查　'), '复查'))

  it('is read up to 500 characters, none of them cut in two', () => {
    assert.equal(trimQuery('信'.repeat(600)), '信'.repeat(500))
    assert.equal(trimQuery('𠮷'.repeat(600)), '𠮷'.repeat(500))
  })
})

describe('an answer to any query', () => {
  let index: Index
  before(async () => {
    const text = '<script>alert("1")</script> 第34条 信访人 GB/T 19001 😀 𠮷'
    index = await indexOf(
      [page('a', { title: text, sections: [section(text, text, 'a"b')] })],
      [['信访', '上访']],
    )
  })
  const view = async (query: string) => {
    const state = readState(new URLSearchParams({ q: query }))
    const { shown } = await answer(index, state, async () => [], '/portal')
    const all = Object.values(shown).join('')
    assert.doesNotMatch(all, /<script|<b>|undefined|NaN|\[object/, query)
    assert.equal(shown.view === 'found', shown.results !== '', query)
    return shown
  }

  it('says that marks alone find nothing, and asks nothing before there is a query', async () => {
    for (const query of ['，。', '😀', '“”', '—', '<>', '\\']) {
      const shown = await view(query)
      assert.equal(shown.view, 'start', query)
      assert.match(shown.status, /只有标点/)
    }
    assert.deepEqual(await view('  '), {
      ...{ view: 'start', status: '', corrections: '', filters: '', results: '', more: '' },
    })
  })

  it('finds HTML as text and shows it as text', async () => {
    for (const query of ['<script>', '"1"', '<script>alert("1")</script>']) {
      const shown = await view(query)
      assert.equal(shown.view, 'found', query)
      assert.match(shown.results.replace(/<\/?mark>/g, ''), /&lt;script&gt;alert/)
    }
  })

  it('finds nothing for what is nowhere', async () => {
    const odd = ['<b>x</b>', '%00', '龘', '信'.repeat(500), '"><img src=x>', '\ud83dx', '𠮷𠮷1']
    for (const query of odd) {
      assert.equal((await view(query)).view, 'none', query.slice(0, 20))
    }
  })

  it('is given for every text, half characters and all', async () => {
    const part = fc.oneof(
      fc.constantFrom('信访', '第34条', '怎么办', ' ', '<', '"', '\ud83d', '\udc00', '19001', '訪'),
      fc.string({ unit: 'binary', maxLength: 5 }),
    )
    const query = fc.array(part, { maxLength: 150, size: 'max' }).map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(query, async (any) => void (await view(any))),
      { numRuns: 60, interruptAfterTimeLimit: 60_000 },
    )
  })
})
