import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import fc from 'fast-check'
import type { Engine } from '../../../site/src/search/engine/engine.ts'
import { facetNames, type Facets } from '../../../site/src/search/facets.ts'
import { answer } from '../../../site/src/search/show/answer.ts'
import { emptyPage, type Shown } from '../../../site/src/search/show/page.ts'
import { trimQuery } from '../../../site/src/search/query/phrases.ts'
import { readState, writeState, type State } from '../../../site/src/search/show/state.ts'
import { indexOf, page, section } from '../../support/release/search-index.ts'

const start: State = { query: '', narrowing: {}, sort: 'relevance', page: 1, older: false }

/** The values of an attribute, as a browser reads them. */
function attributes(html: string, name: string): string[] {
  const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }
  return [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value = '']) =>
    value.replace(/&(lt|gt|quot|#39|amp);/g, (_, entity: string) => entities[entity] ?? ''),
  )
}
const states = (html: string) =>
  attributes(html, 'href')
    .filter((href) => href.startsWith('?'))
    .map((href) => readState(new URLSearchParams(href)))
const paths = (html: string) =>
  attributes(html, 'href').map((href) => new URL(href, 'https://example.cn').pathname)

describe('the state of the search page', () => {
  const word = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 })
  const narrowing = fc.record(Object.fromEntries(facetNames.map((name) => [name, word])), {
    requiredKeys: [],
  })
  const state = fc
    .tuple(
      fc.string({ unit: 'binary', maxLength: 150, size: 'max' }),
      narrowing,
      fc.boolean(),
      fc.nat(99),
      fc.boolean(),
    )
    .map(([query, narrowing, byDate, page, older]): State => {
      const sort = byDate ? 'date' : 'relevance'
      return { query: trimQuery(query), narrowing: { ...narrowing }, sort, page: page + 1, older }
    })

  it('is read from its address as it was written', () => {
    fc.assert(
      fc.property(state, (any) => {
        assert.deepEqual(readState(new URLSearchParams(writeState(any))), any)
      }),
    )
  })

  it('leaves out what is not meant for it', () => {
    const given = 'q=+信访+&kind=&year=2026&sort=up&page=-1&other=1'
    assert.deepEqual(readState(new URLSearchParams(given)), {
      ...{ ...start, query: '信访', narrowing: { year: '2026' } },
    })
    for (const page of ['0', '1.5', 'x', '101', 'Infinity', '']) {
      assert.equal(readState(new URLSearchParams({ page })).page, 1, page)
    }
  })

  it('is short, whatever was given', () => {
    const long = '信'.repeat(5000)
    const state = readState(new URLSearchParams({ q: long, kind: long }))
    assert.equal(state.query.length, 500)
    assert.equal(state.narrowing.kind?.length, 100)
  })
})

const facets: Facets = { kind: '答复公示', year: '2026', topic: '劳动', outcome: '支持' }
const pages = [
  ...Array.from({ length: 23 }, (_, nth) =>
    page(`notices/${nth}`, {
      ...{ title: `欠薪的处理 ${nth}`, date: '2026-03-05', facets },
      sections: [section('施工单位欠薪', '诉求', 'ask'), section('欠薪已补发', '结果', 'result')],
    }),
  ),
  page('guides/pay', {
    ...{ title: '讨要欠薪', date: '2024-03-01', facets: { kind: '指南', year: '2024' } },
    sections: [{ ...section('怎样讨薪'), seconds: 65 }],
  }),
]
let index: Engine
before(async () => {
  index = await indexOf(pages, [['拖欠工资', '欠薪']])
})
async function show(part: Partial<State>, meant: string[] = [], of = index): Promise<Shown> {
  return answer(
    {
      ...{ engine: async () => of, correct: async () => [], suggest: async () => meant },
      base: '/portal',
    },
    { ...start, ...part },
  )
}

describe('a page of results', () => {
  it('says how many were found and shows ten, with a link to the next', async () => {
    const { view, status, results, more } = await show({ query: '欠薪' })
    assert.equal(view, 'found')
    assert.equal(status, '找到 <span data-result-count>24</span> 篇')
    assert.equal(results.match(/data-result>/g)?.length, 10)
    assert.deepEqual(states(more), [{ ...start, query: '欠薪', page: 2 }])
    assert.match(more, />再看 10 篇</)
  })

  it('goes on after those before, and ends', async () => {
    const shown = await Promise.all([1, 2, 3].map((page) => show({ query: '欠薪', page })))
    const pages = shown.map(({ results }) => [...new Set(paths(results))])
    assert.deepEqual(
      pages.map(({ length }) => length),
      [10, 10, 4],
    )
    assert.equal(new Set(pages.flat()).size, 24)
    assert.match(shown[1]?.more ?? '', />再看 4 篇</)
    assert.equal(shown[2]?.more, '')
  })

  it('leads to the best place of each page and names the others', async () => {
    const { results } = await show({ query: '欠薪', narrowing: { kind: '答复公示' } })
    const [best = '', other = ''] = attributes(results, 'href')
    const to = new URL(best, 'https://example.cn')
    assert.match(to.pathname, /^\/portal\/notices\/\d+\/$/)
    assert.deepEqual([to.searchParams.getAll('mark'), to.hash], [['欠薪'], '#ask'])
    assert.equal(new URL(other, to).hash, '#result')
    assert.match(results, /同页还有：<a [^>]*>结果<\/a>/)
    assert.match(results, /施工单位<mark>欠薪<\/mark>/)
    assert.match(results, /><mark>欠薪<\/mark>的处理 \d+ </)
    assert.match(results, /<time datetime="2026-03-05">2026年3月5日<\/time>/)
  })

  it('leads to the second of a video at which it is said', async () => {
    const { results } = await show({ query: '怎样讨薪' })
    const [best = ''] = attributes(results, 'href')
    const { searchParams, hash } = new URL(best, 'https://example.cn')
    assert.deepEqual([searchParams.get('t'), hash], ['65', '#player'])
    assert.match(results, /从 1:05 播放/)
  })

  it('offers values with their counts, and takes each chosen one away again', async () => {
    const narrowing = { kind: '答复公示', topic: '劳动' }
    const state = { ...start, query: '欠薪', narrowing, sort: 'date' as const, page: 2 }
    const { filters } = await show(state)
    const [chosen = '', offered = ''] = filters.split('</ul>')
    assert.deepEqual(states(chosen), [
      { ...state, page: 1, narrowing: { topic: '劳动' } },
      { ...state, page: 1, narrowing: { kind: '答复公示' } },
    ])
    assert.match(offered, /aria-current="true">答复公示<span class="count">23</)
    assert.match(filters, /<details class="filters-more" open>/)
    assert.match((await show({ query: '欠薪' })).filters, /2024年<span class="count">1</)
  })

  it('says so, with the way back, where what was chosen leaves nothing', async () => {
    const { view, status, filters, results } = await show({
      ...{ query: '欠薪', narrowing: { kind: '没有的' } },
    })
    assert.deepEqual([view, results], ['found', ''])
    assert.match(status, />0</)
    assert.ok(states(filters).some(({ narrowing }) => !('kind' in narrowing)))
  })

  it('says in which words it was found, and offers no correction then', async () => {
    const { status, corrections } = await show({ query: '拖欠工资' }, ['工资'])
    assert.match(status, /^没有“拖欠工资”，下面是意思相同的“欠薪”，找到 /)
    assert.equal(corrections, '')
    assert.equal((await show({ query: '欠薪' }, ['工资'])).corrections, '')
  })

  it('calls near matches near, and offers at most four corrections', async () => {
    const meant = ['一', '二', '三', '四', '五']
    const { view, status, corrections } = await show({ query: '施工单位欠薪吧' }, meant)
    assert.equal(view, 'found')
    assert.match(status, /^没有完整的“施工单位欠薪吧”，下面是相近的内容/)
    assert.deepEqual(
      states(corrections),
      meant.slice(0, 4).map((query) => ({ ...start, query })),
    )
  })

  it('is another where nothing was found, and where the index does not open', async () => {
    const none = await show({ query: '量子' }, ['欠薪'])
    assert.deepEqual([none.view, none.results, none.filters, none.more], ['none', '', '', ''])
    assert.match(none.corrections, /您要找的是不是/)
    assert.equal(emptyPage('missing').view, 'missing')
  })
})

describe('every text on the page', () => {
  const tag = /<\/?[a-z][a-z0-9]*(?: [a-z-]+(?:="[^"<>]*")?)*>/g
  const part = fc.constantFrom(
    '<script>alert(1)</script>',
    '"',
    "'",
    '&',
    '&lt;',
    '<',
    '>',
    '信',
    ' x',
  )
  const text = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(''))

  it('is shown as text, in addresses and attributes too, whatever it is', async () => {
    const given = fc.record({ title: text, heading: text, body: text, value: text, query: text })
    await fc.assert(
      fc.asyncProperty(given, async ({ title, heading, body, value, query }) => {
        const facets = { kind: `类${value}`, topic: `领${value}`, unit: value }
        const own = page(`a${value}`, { title: `题${title}`, facets })
        const sections = [
          section(`信${body}`, `第${heading}`, heading),
          section('信', heading, value),
        ]
        const of = await indexOf([
          { ...own, sections },
          page('b', { title: '信', facets: { kind: '乙' } }),
        ])
        for (const asked of ['信', query, `信${query}`]) {
          const shown = await show(
            { query: asked, narrowing: { topic: `领${value}` } },
            [query],
            of,
          )
          const all = [shown, await show({ query: asked }, [query], of)]
            .flatMap(Object.values)
            .join('')
          assert.doesNotMatch(all.replace(tag, ''), /[<>"']/)
          const known = /^(?:a|li|ul|h2|p|span|mark|time|div|details|summary)$/
          for (const [, name = ''] of all.matchAll(/<\/?([a-z0-9]+)/g)) assert.match(name, known)
        }
      }),
      { numRuns: 50, interruptAfterTimeLimit: 60_000 },
    )
  })

  it('stands in the page as it was written', async () => {
    const title = `<b>“欠薪” & 'x'</b>`
    const { results } = await show({ query: '欠薪' }, [], await indexOf([page('a', { title })]))
    assert.ok(results.includes('&lt;b&gt;“<mark>欠薪</mark>” &amp; &#39;x&#39;&lt;/b&gt;'))
  })
})
