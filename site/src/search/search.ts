import type { Pagefind, PagefindHit } from './pagefind.ts'
import { spellings } from './article-numbers.ts'
import {
  distinct,
  exactQuery,
  looseQuery,
  looserPhrases,
  phrases,
  rank,
  type Phrase,
} from './query.ts'

/** The filters by which results are narrowed and counted. */
export const filterNames = ['kind', 'year'] as const
export type FilterName = (typeof filterNames)[number]
export type Narrowing = Partial<Record<FilterName, string | undefined>>
/** Hits for one filter: of any value, and of each. */
export type Count = { all: number; values: Map<string, number> }
export type Counts = Record<FilterName, Count>

/** What a search found. */
export type Outcome = {
  phrases: Phrase[]
  hits: PagefindHit[]
  /** Hits by each value of a filter, as they would be if only the other filter narrowed them. */
  counts: Counts
  /** True where the whole query is nowhere and its words were looked for one by one. */
  looser: boolean
}

/** Which value of a filter each page has. */
type Membership = Record<FilterName, Map<string, string>>

/** Searches one index; what it learns of the index it keeps. */
export function searcher(pagefind: Pagefind) {
  let reading: Promise<Membership> | undefined

  async function membership(): Promise<Membership> {
    const values = await pagefind.filters()
    const of = async (name: FilterName) => {
      const pages = new Map<string, string>()
      for (const value of Object.keys(values[name] ?? {})) {
        const { results } = await pagefind.search(null, { filters: { [name]: value } })
        for (const { id } of results) pages.set(id, value)
      }
      return pages
    }
    return { kind: await of('kind'), year: await of('year') }
  }

  /** The pages that hold every phrase, in the order of the loose search. */
  async function findAll(all: Phrase[]): Promise<PagefindHit[]> {
    if (all.length === 0) return []
    const answers = await Promise.all(all.map((phrase) => pagefind.search(exactQuery(phrase))))
    const exact = answers.map(({ results }) => results)
    if (exact.some((hits) => hits.length === 0)) return []
    return rank(exact, (await pagefind.search(looseQuery(all))).results)
  }

  /** The pages that hold the query in any of its spellings. */
  async function findAny(spelt: Phrase[][]): Promise<PagefindHit[]> {
    const found = new Map<string, PagefindHit>()
    for (const hits of await Promise.all(spelt.map(findAll))) {
      for (const hit of hits) if (!found.has(hit.id)) found.set(hit.id, hit)
    }
    return [...found.values()]
  }

  /** Searches the whole site. An empty query, or one without a word, finds nothing. */
  return async function search(query: string, narrowing: Narrowing): Promise<Outcome> {
    const spelt = spellings(query).map(phrases)
    let sought = distinct(spelt.flat())
    let found = await findAny(spelt)
    const looser = sought.length > 0 && found.length === 0
    if (looser) {
      sought = looserPhrases(query)
      found = await findAll(sought)
    }
    const counts: Counts = {
      kind: { all: 0, values: new Map() },
      year: { all: 0, values: new Map() },
    }
    if (found.length === 0) return { phrases: sought, hits: [], counts, looser }

    const has = await (reading ??= membership())
    const fits = (name: FilterName, { id }: PagefindHit) =>
      !narrowing[name] || has[name].get(id) === narrowing[name]
    for (const name of filterNames) {
      const other = name === 'kind' ? 'year' : 'kind'
      const count = counts[name]
      for (const hit of found.filter((each) => fits(other, each))) {
        count.all += 1
        const value = has[name].get(hit.id)
        if (value) count.values.set(value, (count.values.get(value) ?? 0) + 1)
      }
    }
    const hits = found.filter((hit) => filterNames.every((name) => fits(name, hit)))
    return { phrases: sought, hits, counts, looser }
  }
}
