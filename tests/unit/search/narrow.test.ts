import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { countFacets, inOrder, narrow, type Sort } from '../../../site/src/search/ask/filter.ts'
import type { Match } from '../../../site/src/search/ask/exact-matches.ts'
import type { Passage } from '../../../site/src/search/engine/engine.ts'
import { facetNames, type Facets } from '../../../site/src/search/facets.ts'
import { ask, indexOf, page, section, results } from '../../support/release/search-index.ts'

const text = [section('复查')]
const published = [
  page('law', {
    title: '复查',
    date: '2022-05-01',
    facets: { kind: '条例', year: '2022' },
    sections: text,
  }),
  page('old', {
    date: '2024-03-01',
    facets: { kind: '答复公示', year: '2024', topic: '住房' },
    sections: text,
  }),
  page('new', {
    date: '2026-03-01',
    facets: { kind: '答复公示', year: '2026', topic: '住房' },
    sections: text,
  }),
  page('times', { facets: { kind: '接访' }, sections: text }),
]
const index = await indexOf(published)
const match = (passage: Passage): Match => ({
  ...{ page: passage.page, passage },
  ...{ marks: [], title: 0, weight: 0 },
})

describe('results that are narrowed', () => {
  it('have every value that was chosen', async () => {
    const names = async (narrowing: Facets) => (await ask(index, '复查', { narrowing })).names
    assert.deepEqual(await names({}), ['law', 'new', 'old', 'times'])
    assert.deepEqual(await names({ kind: '答复公示' }), ['new', 'old'])
    assert.deepEqual(await names({ kind: '答复公示', year: '2024' }), ['old'])
    assert.deepEqual(await names({ topic: '住房', kind: '条例' }), [])
    assert.deepEqual(await names({ kind: '没有的' }), [])
  })

  it('know the facets of each page, and of pages without a value none', () => {
    const pages = [...published].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))
    pages.forEach(({ facets }, number) => {
      assert.deepEqual(index.pages[number]?.facets, facets)
    })
  })

  it('count for each value what choosing it would leave, the most first', () => {
    const value = (name: 'kind' | 'year' | 'topic') =>
      fc.option(
        fc.constantFrom(...new Set(published.flatMap(({ facets }) => facets[name] ?? []))),
        {
          nil: undefined,
        },
      )
    const narrowing = fc.record({ kind: value('kind'), year: value('year'), topic: value('topic') })
    const some = fc.subarray(index.passages.filter(({ nth }) => nth === 0).map(match))
    fc.assert(
      fc.property(some, narrowing, (matches, chosen) => {
        const counts = countFacets(matches, chosen)
        for (const name of facetNames) {
          const left = (one: string | undefined) =>
            narrow(matches, { ...chosen, [name]: one }).length
          assert.equal(counts[name].all, left(undefined))
          for (const [each, pages] of counts[name].values) assert.equal(pages, left(each))
          const pages = counts[name].values.map(([, count]) => count)
          assert.deepEqual(
            pages,
            [...pages].sort((a, b) => b - a),
          )
        }
      }),
    )
  })

  it('leave the counts of the other facets to be chosen from', async () => {
    const { counts } = await results(index, '复查', { narrowing: { kind: '答复公示' } })
    assert.deepEqual(Object.fromEntries(counts.kind.values), { 条例: 1, 答复公示: 2, 接访: 1 })
    assert.deepEqual(Object.fromEntries(counts.year.values), { 2024: 1, 2026: 1 })
  })
})

describe('the order of results', () => {
  it('is by weight unless the newest are wanted first; those without a date stand last', async () => {
    assert.deepEqual((await ask(index, '复查', { sort: 'date' })).names, [
      'new',
      'old',
      'law',
      'times',
    ])
  })

  it('keeps the order by weight among pages of one day', () => {
    const [passage] = index.passages
    assert.ok(passage)
    const given = ['05', null, '05', null, '05', '09'].map((day, place) => ({
      ...{ ...match(passage), weight: 6 - place },
      page: { ...passage.page, date: day && `2026-01-${day}` },
    }))
    const weights = (sort: Sort) => inOrder(given, sort).map(({ weight }) => weight)
    assert.deepEqual(weights('date'), [1, 6, 4, 2, 5, 3])
    assert.deepEqual(weights('relevance'), [6, 5, 4, 3, 2, 1])
  })
})

describe('results', () => {
  const many = Array.from({ length: 23 }, (_, nth) => page(`p${nth}`, { title: '欠薪' }))

  it('have each page once', async () => {
    const { names } = await ask(await indexOf(many), '欠薪')
    assert.deepEqual([names.length, new Set(names).size], [23, 23])
  })
})
