import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import fc from 'fast-check'
import { referenceIn } from '../../../site/src/search/query/references.ts'
import { phrasesOf, trimQuery } from '../../../site/src/search/query/phrases.ts'
import { answer, type Searching } from '../../../site/src/search/show/answer.ts'
import { readState } from '../../../site/src/search/show/state.ts'
import { indexOf, page, section } from '../../support/release/search-index.ts'

const phrases = (query: string) => phrasesOf(query).map((signs) => signs.join(''))

describe('the phrases of a query', () => {
  it('are what stands between blanks and marks', () => {
    assert.deepEqual(phrases('信访人 　复查\n期限'), ['信访人', '复查', '期限'])
    assert.deepEqual(phrases('不服的，可以 —— 😀 。'), ['不服的', '可以'])
    assert.deepEqual(phrases('<b>'), ['b'])
    assert.deepEqual(phrases('——，。'), [])
  })

  it('are each asked for once, and twelve at most', () => {
    assert.deepEqual(phrases('欠薪 ＧＢ 欠薪 GB'), ['欠薪', 'GB'])
    assert.equal(phrases(Array.from({ length: 30 }, (_, at) => `词${at}`).join(' ')).length, 12)
  })
})

describe('a reference to an article', () => {
  const given: [query: string, law: string, article: string][] = [
    ['条例34', '', '第三十四条'],
    ['34条', '', '第三十四条'],
    ['第34条', '', '第三十四条'],
    ['条例第30条保密', '', '第三十条'],
    ['《信访工作条例》第三十四条', '', '第三十四条'],
    ['47条 处罚', '', '第四十七条'],
    ['民法典第二百八十二条', '民法典', '第二百八十二条'],
    ['刑法第一百二十条之一', '刑法', '第一百二十条之一'],
    ['信访条例', '', ''],
    ['《条例》', '', ''],
  ]
  for (const [query, law, article] of given) {
    it(`is read in ${query}`, () => assert.deepEqual(referenceIn(query), { law, article }))
  }

  it('is none in other words', () => {
    for (const query of ['欠薪', '12345', '一条路', '60日', '2026', '有条不紊']) {
      const read = referenceIn(query)
      assert.ok(read === null || query === '一条路', query)
    }
  })
})

describe('a typed query', () => {
  it('is read without the space around it', () => assert.equal(trimQuery(' 复查　'), '复查'))

  it('is read up to 500 characters, none of them cut in two', () => {
    assert.equal(trimQuery('信'.repeat(600)), '信'.repeat(500))
    assert.equal(trimQuery('𠮷'.repeat(600)), '𠮷'.repeat(500))
  })
})

describe('an answer to any query', () => {
  let searching: Searching
  before(async () => {
    const text = '<script>alert("1")</script> 第34条 信访人 GB/T 19001 😀 𠮷'
    const index = await indexOf(
      [page('a', { title: text, sections: [section(text, text, 'a"b')] })],
      [['信访', '上访']],
    )
    searching = {
      ...{ engine: async () => index, correct: async () => [], suggest: async () => [] },
      base: '/portal',
    }
  })
  const view = async (query: string) => {
    const state = readState(new URLSearchParams({ q: query }))
    const shown = await answer(searching, state)
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
      ...{
        view: 'start',
        status: '',
        corrections: '',
        filters: '',
        results: '',
        more: '',
        alike: '',
        missed: false,
      },
    })
  })

  it('finds HTML as text and shows it as text', async () => {
    for (const query of ['<script>', '"script alert"', '<script>alert("1")</script>']) {
      const shown = await view(query)
      assert.equal(shown.view, 'found', query)
      assert.match(shown.results.replace(/<\/?mark>/g, ''), /&lt;script&gt;alert/)
    }
  })

  it('finds nothing for what is nowhere', async () => {
    const odd = ['<b>xyz</b>', '%00', '龘', '"><img src=x>', '\ud83dxyz', '龘龘1']
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
      { numRuns: 30, interruptAfterTimeLimit: 20_000 },
    )
  })
})
