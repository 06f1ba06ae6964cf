import { facetNames, type FacetName } from '../facets.ts'
import { valueOf, type Catalogue } from '../index/catalogue.ts'
import type { Match } from './exact.ts'

/** What results are narrowed to, one value of a facet each. */
export type Narrowing = Partial<Record<FacetName, string | undefined>>
export type Sort = 'relevance' | 'date'

/** Pages for one facet: of any value, and of each value that there is, the most first. */
export type Count = { all: number; values: [value: string, pages: number][] }
export type Counts = Record<FacetName, Count>

/** The matches that fit. */
export function narrow(catalogue: Catalogue, matches: Match[], narrowing: Narrowing): Match[] {
  const chosen = facetNames.filter((name) => narrowing[name] !== undefined)
  return matches.filter(({ page }) =>
    chosen.every((name) => valueOf(catalogue, name, page) === narrowing[name]),
  )
}

/** A narrowing with one facet open again. */
export function without(narrowing: Narrowing, name: FacetName): Narrowing {
  return { ...narrowing, [name]: undefined }
}

/** How many pages each value of each facet would leave, the other facets being chosen as they are. */
export function countFacets(catalogue: Catalogue, matches: Match[], narrowing: Narrowing): Counts {
  const count = (name: FacetName): Count => {
    const left = narrow(catalogue, matches, without(narrowing, name))
    const pages = new Map<string, number>()
    for (const { page } of left) {
      const value = valueOf(catalogue, name, page)
      if (value !== undefined) pages.set(value, (pages.get(value) ?? 0) + 1)
    }
    return { all: left.length, values: [...pages].sort(([, a], [, b]) => b - a) }
  }
  return Object.fromEntries(facetNames.map((name) => [name, count(name)])) as Counts
}

const undated = Number.MIN_SAFE_INTEGER

/** The matches in the order asked for; by date means newest first, those without a date last. */
export function inOrder({ days }: Catalogue, matches: Match[], sort: Sort): Match[] {
  if (sort === 'relevance') return matches
  return [...matches].sort((a, b) => (days[b.page] ?? undated) - (days[a.page] ?? undated))
}
