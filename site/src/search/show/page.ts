import type { Hit } from '../ask/hit.ts'
import { perPage, type Results } from '../ask/results.ts'
import { escapeHtml } from '../../text/escape-html.ts'
import { chosenHtml, filtersHtml } from './filters.ts'
import { hitHtml } from './hit.ts'
import { writeState, type State } from './state.ts'

/** Which part of the search page is in sight. */
export type View = 'start' | 'found' | 'none' | 'missing' | 'limited'

/** The changing parts of the search page, as HTML. */
export type Shown = {
  view: View
  status: string
  /** What may have been meant instead. */
  corrections: string
  filters: string
  results: string
  more: string
}

const nothing = { corrections: '', filters: '', results: '', more: '' }

/** The page before anything is asked, or when what is asked has no letter and no digit. */
export function startPage({ query }: State): Shown {
  const status = query ? '请写上要找的字词，只有标点找不到内容。' : ''
  return { view: 'start', status, ...nothing }
}

/** The page when the index does not open. */
export function missingPage(): Shown {
  return { view: 'missing', status: '', ...nothing }
}

/** The page for whoever asks the server too often. */
export function limitedPage(): Shown {
  return { view: 'limited', status: '', ...nothing }
}

export function hitsHtml(hits: Hit[], base: string): string {
  return hits.map((hit) => hitHtml(hit, base)).join('')
}

function correctionsHtml(meant: string[]): string {
  const links = meant.map((query) => {
    const address = writeState({ query, narrowing: {}, sort: 'relevance', page: 1 })
    return `<a href="${escapeHtml(address)}" data-narrow>${escapeHtml(query)}</a>`
  })
  return links.length > 0 ? `<p class="corrections">您要找的是不是：${links.join('')}</p>` : ''
}

function statusOf(state: State, { way, words, total, sure }: Results): string {
  const query = escapeHtml(state.query)
  const count = `${sure() ? '' : '约 '}<span data-result-count>${total()}</span> 篇`
  if (way === 'synonym') {
    const said = words.map((word) => `“${escapeHtml(word)}”`).join('、')
    return `没有“${query}”，下面是意思相同的${said}，找到 ${count}`
  }
  if (way === 'near') return `没有完整的“${query}”，下面是相近的内容，找到 ${count}`
  return `找到 ${count}`
}

/** The page with its first results. */
export function resultsPage(
  state: State,
  results: Results,
  hits: Hit[],
  meant: string[],
  base: string,
): Shown {
  const status = statusOf(state, results)
  const corrections = correctionsHtml(meant)
  const narrowed = Object.values(state.narrowing).some((value) => value !== undefined)
  if (hits.length === 0 && !narrowed) return { view: 'none', status, ...nothing, corrections }
  const next = writeState({ ...state, page: state.page + 1 })
  const left = results.left()
  return {
    view: 'found',
    status,
    corrections,
    filters: chosenHtml(state) + filtersHtml(state, results.counts),
    results: hitsHtml(hits, base),
    more:
      left > 0
        ? `<a class="button is-quiet" href="${escapeHtml(next)}" data-more>再看 ${Math.min(perPage, left)} 篇</a>`
        : '',
  }
}
