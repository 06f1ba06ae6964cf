import type { Hit } from '../ask/excerpts.ts'
import type { Results } from '../ask/filter.ts'
import { escapeHtml } from '../../text/escape-html.ts'
import { chosenHtml, filtersHtml } from './filters.ts'
import { hitHtml } from './hit.ts'
import { linkTo } from './link.ts'
import { readState, writeState, type State } from './state.ts'

/** How many hits are shown at a time. */
export const perPage = 10

/** Which part of the search page is in sight. */
type View = 'start' | 'found' | 'none' | 'missing' | 'limited'

/** The changing parts of the search page, as HTML. */
export type Shown = {
  view: View
  status: string
  /** What may have been meant instead. */
  corrections: string
  filters: string
  results: string
  more: string
  /** What says the same in other words. */
  alike: string
  /** Whether nothing that is surely meant was found. */
  missed: boolean
}

const nothing = { corrections: '', filters: '', results: '', more: '', alike: '', missed: false }

/** The page without results: when the index does not open, and for whoever asks the server too often. */
export function emptyPage(view: View, status = ''): Shown {
  return { view, status, ...nothing }
}

/** The page before anything is asked, or when what is asked has no letter and no digit. */
export function startPage({ query }: State): Shown {
  return emptyPage('start', query && '请写上要找的字词，只有标点找不到内容。')
}

/** Words as they are quoted in a sentence. */
function quoted(...words: string[]): string {
  return words.map((word) => `“${escapeHtml(word)}”`).join('、')
}

function statusOf({ query }: State, { way, words, instead, matches }: Results): string {
  const count = `<span data-result-count>${matches.length}</span> 篇`
  const missing = quoted(query)
  if (instead !== null) {
    return `没有${missing}，下面是按${quoted(instead)}查找的，找到 ${count}`
  }
  if (way === 'synonym') {
    return `没有${missing}，下面是意思相同的${quoted(...words)}，找到 ${count}`
  }
  if (way === 'near') return `没有完整的${missing}，下面是相近的内容，找到 ${count}`
  if (way === 'unsure')
    return `没有找到${missing}。下面 ${count}只有一部分字词相同，不一定是您要找的`
  return `找到 ${count}`
}

function correctionsHtml(meant: string[]): string {
  const links = meant.map((query) => {
    const state = readState(new URLSearchParams({ q: query }))
    return linkTo(state, escapeHtml(query))
  })
  return links.length > 0 ? `<p class="corrections">您要找的是不是：${links.join('')}</p>` : ''
}

function alikeHtml(words: string[], hits: Hit[], base: string): string {
  if (hits.length === 0) return ''
  const items = hits.map((hit) => hitHtml(hit, base, 'data-alike-hit')).join('')
  return `<h2>意思相同的：${quoted(...words)}</h2><ol class="entries">${items}</ol>`
}

function moreHtml(state: State, found: number): string {
  const left = found - state.page * perPage
  if (left <= 0) return ''
  const next = escapeHtml(writeState({ ...state, page: state.page + 1 }))
  return `<a class="button is-quiet" href="${next}" data-more>再看 ${Math.min(perPage, left)} 篇</a>`
}

/** Older years are searched when they are asked for. */
function olderHtml(state: State, years: string[]): string {
  if (years.length === 0) return ''
  return linkTo({ ...state, older: true }, `也搜 ${years[0]} 年和以前的`)
}

/** The page with its first results. */
export function resultsPage(
  state: State,
  results: Results,
  { hits, alike, meant, years }: { hits: Hit[]; alike: Hit[]; meant: string[]; years: string[] },
  base: string,
): Shown {
  const shown = {
    ...nothing,
    status: statusOf(state, results),
    corrections: correctionsHtml(meant),
    missed: results.way === 'none' || results.way === 'unsure',
  }
  const older = olderHtml(state, years)
  const isNarrowed = Object.values(state.narrowing).some((value) => value !== undefined)
  if (hits.length === 0 && !isNarrowed) return { ...shown, view: 'none', more: older }
  return {
    ...shown,
    view: 'found',
    filters: chosenHtml(state) + filtersHtml(state, results.counts),
    results: hits.map((hit) => hitHtml(hit, base)).join(''),
    more: moreHtml(state, results.matches.length) + older,
    alike: alikeHtml(results.words, alike, base),
  }
}

/** What the search page shows: what was asked, and the answer; `retryAfter` in seconds. */
export type SearchPage = { state: State; shown: Shown; retryAfter?: number }
