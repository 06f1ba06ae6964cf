import { escapeHtml } from '../../text/escape-html.ts'
import { without, type Count, type Counts } from '../ask/filter.ts'
import { facetNames, facetWords, kinds, type FacetName } from '../facets.ts'
import { linkTo } from './link.ts'
import type { State } from './state.ts'

/** Always in sight; the others are folded away until they are wanted. */
const foremost: FacetName[] = ['kind']
/** Of long lists the values with most pages are offered. */
const mostValues = 12

function inOrder(name: FacetName, values: Count['values']): Count['values'] {
  if (name === 'year') return [...values].sort(([a], [b]) => b.localeCompare(a))
  if (name !== 'kind') return values
  const place = (kind: string) => (kinds as readonly string[]).indexOf(kind)
  return [...values].sort(([a], [b]) => place(a) - place(b))
}

function wordOf(name: FacetName, value: string): string {
  return name === 'year' ? `${value}年` : value
}

function row(state: State, name: FacetName, { all, values }: Count): string {
  const chosen = state.narrowing[name]
  if (values.length < 2 && chosen === undefined) return ''
  const offered = inOrder(name, values.slice(0, mostValues))
  const choices: [string | undefined, number][] = [[undefined, all], ...offered]
  const items = choices.map(([value, count]) => {
    const narrowing = { ...state.narrowing, [name]: value }
    const word = escapeHtml(value === undefined ? '全部' : wordOf(name, value))
    const current = value === chosen ? ' aria-current="true"' : ''
    return `<li>${linkTo({ ...state, narrowing }, `${word}<span class="count">${count}</span>`, current)}</li>`
  })
  const label = facetWords[name]
  return (
    `<div class="filter"><span class="filter-name" id="filter-${name}">${label}</span>` +
    `<ul class="filter-values" aria-labelledby="filter-${name}">${items.join('')}</ul></div>`
  )
}

/** The two orders of results. */
function sortRow(state: State): string {
  const choice = (sort: State['sort'], word: string) => {
    const current = state.sort === sort ? ' aria-current="true"' : ''
    return `<li>${linkTo({ ...state, sort }, word, current)}</li>`
  }
  return (
    `<div class="filter"><span class="filter-name" id="sort">排序</span>` +
    `<ul class="filter-values" aria-labelledby="sort">` +
    `${choice('relevance', '最相关')}${choice('date', '最新')}</ul></div>`
  )
}

/** The rows by which results are narrowed, each value with the pages it would leave. */
export function filtersHtml(state: State, counts: Counts): string {
  const rows = (names: readonly FacetName[]) =>
    names.map((name) => row(state, name, counts[name])).join('')
  const further = facetNames.filter((name) => !foremost.includes(name))
  const folded = rows(further)
  const open = further.some((name) => state.narrowing[name] !== undefined) ? ' open' : ''
  return (
    `<div class="filters">${rows(foremost)}${sortRow(state)}` +
    `${folded && `<details class="filters-more"${open}><summary>更多筛选</summary>${folded}</details>`}</div>`
  )
}

/** What is chosen, each a link that takes it away. */
export function chosenHtml(state: State): string {
  const items = facetNames.flatMap((name) => {
    const value = state.narrowing[name]
    if (value === undefined) return []
    const word = escapeHtml(wordOf(name, value))
    const text = `<span class="visually-hidden">取消${facetWords[name]}：</span>${word}<span aria-hidden="true"> ✕</span>`
    return [`<li>${linkTo({ ...state, narrowing: without(state.narrowing, name) }, text)}</li>`]
  })
  return items.length > 0 ? `<ul class="chosen" aria-label="已选的条件">${items.join('')}</ul>` : ''
}
