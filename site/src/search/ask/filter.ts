import { facetNames, type FacetName } from '../facets.ts'
import type { Match } from './exact-matches.ts'
import type { Answer } from './search.ts'

/** What results are narrowed to, one value of a facet each. */
export type Narrowing = Partial<Record<FacetName, string | undefined>>
export type Sort = 'relevance' | 'date'

/** Pages for one facet: of any value, and of each value that there is, the most first. */
export type Count = { all: number; values: [value: string, pages: number][] }
export type Counts = Record<FacetName, Count>

/** An answer with what fits, in the order asked for, and what it can be narrowed to. */
export type Results = Answer & { counts: Counts }

export function narrowed(answer: Answer, narrowing: Narrowing, sort: Sort): Results {
  return {
    ...answer,
    matches: inOrder(narrow(answer.matches, narrowing), sort),
    alike: narrow(answer.alike, narrowing),
    counts: countFacets(answer.matches, narrowing),
  }
}

/** The matches that fit. */
export function narrow(matches: Match[], narrowing: Narrowing): Match[] {
  const chosen = facetNames.filter((name) => narrowing[name] !== undefined)
  return matches.filter(({ page }) => chosen.every((name) => page.facets[name] === narrowing[name]))
}

/** A narrowing with one facet open again. */
export function without(narrowing: Narrowing, name: FacetName): Narrowing {
  return { ...narrowing, [name]: undefined }
}

/** How many pages each value of each facet would leave, the other facets being chosen as they are. */
export function countFacets(matches: Match[], narrowing: Narrowing): Counts {
  const count = (name: FacetName): Count => {
    const left = narrow(matches, without(narrowing, name))
    const values = new Map<string, number>()
    for (const { page } of left) {
      const value = page.facets[name]
      if (value !== undefined) values.set(value, (values.get(value) ?? 0) + 1)
    }
    return { all: left.length, values: [...values].sort(([, a], [, b]) => b - a) }
  }
  return Object.fromEntries(facetNames.map((name) => [name, count(name)])) as Counts
}

/** The matches in the order asked for; by date means newest first, those without a date last. */
export function inOrder(matches: Match[], sort: Sort): Match[] {
  if (sort === 'relevance') return matches
  return [...matches].sort((a, b) => (b.page.date ?? '').localeCompare(a.page.date ?? ''))
}
