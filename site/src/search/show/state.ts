import { trimQuery } from '../query/phrases.ts'
import type { Narrowing, Sort } from '../ask/filter.ts'
import { facetNames } from '../facets.ts'

/** What the address of a result page says: it can be shared, and the back button works. */
export type State = {
  query: string
  narrowing: Narrowing
  sort: Sort
  /** Which ten results, from 1: for readers without JavaScript. */
  page: number
  /** Whether older years are searched too. */
  older: boolean
}

const longestValue = 100
/** Further pages would be read through one by one. */
const mostPages = 100

/** Reads `?q=…&kind=…&sort=date&page=2`. Anything else is left out. */
export function readState(given: URLSearchParams): State {
  const narrowing: Narrowing = {}
  for (const name of facetNames) {
    const value = given.get(name)
    if (value) narrowing[name] = value.slice(0, longestValue)
  }
  const page = Number(given.get('page') ?? 1)
  return {
    query: trimQuery(given.get('q') ?? ''),
    narrowing,
    sort: given.get('sort') === 'date' ? 'date' : 'relevance',
    older: given.get('older') === '1',
    page: Number.isInteger(page) && page > 0 && page <= mostPages ? page : 1,
  }
}

/** The query part of the address of a state, with its question mark. */
export function writeState({ query, narrowing, sort, page, older }: State): string {
  const given = new URLSearchParams({ q: query })
  for (const name of facetNames) {
    const value = narrowing[name]
    if (value) given.set(name, value)
  }
  if (sort === 'date') given.set('sort', sort)
  if (older) given.set('older', '1')
  if (page > 1) given.set('page', String(page))
  return `?${given}`
}
