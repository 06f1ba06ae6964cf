import { emptyPage, type Shown } from '../show/page.ts'
import { readState, writeState, type State } from '../show/state.ts'
import { address } from '../../layouts/address.ts'
import { ask, searchesHere } from './searcher.ts'

/** Takes the search page over from the server: what is asked next is answered in the browser. */
export function takeOver(root: HTMLElement): void {
  const part = (name: string): HTMLElement => {
    const found = root.querySelector<HTMLElement>(`[data-${name}]`)
    if (!found) throw new Error(`The search page lacks [data-${name}]`)
    return found
  }
  const form = root.querySelector('form')
  const input = root.querySelector<HTMLInputElement>('input[name="q"]')
  const parts = {
    ...{ status: part('status'), corrections: part('corrections'), filters: part('filters') },
    ...{ results: part('results'), more: part('further'), alike: part('alike') },
  }
  const { status, results, more } = parts
  const siteTitle = document.title.split(' - ').pop() ?? ''
  let state = readState(new URLSearchParams(location.search))
  let turn = 0
  const counted = new Set<string>()

  /** Tells the server what it has not seen: that nothing was found here. */
  function countMissed({ query }: State): void {
    if (root.dataset['countMissed'] === undefined || counted.has(query)) return
    counted.add(query)
    const told = new Blob([JSON.stringify({ query })], { type: 'application/json' })
    navigator.sendBeacon(address('/search/missed'), told)
  }

  function show(shown: Shown): void {
    for (const each of Array.from(root.querySelectorAll<HTMLElement>('[data-view]'))) {
      each.hidden = !(each.dataset['view'] ?? '').split(' ').includes(shown.view)
    }
    // These are HTML of our own making, in which every text is escaped.
    for (const [name, place] of Object.entries(parts)) {
      place.innerHTML = shown[name as keyof typeof parts]
    }
    root.setAttribute('aria-busy', 'false')
  }

  async function run(next: State): Promise<void> {
    turn += 1
    const mine = turn
    state = next
    if (input && input.value.trim() !== state.query) input.value = state.query
    document.title = state.query ? `${state.query} - ${siteTitle}` : siteTitle
    root.setAttribute('aria-busy', 'true')
    const slow = setTimeout(() => (status.textContent = '正在查找…'), 200)
    const shown = await ask((worker) => worker.search(next)).catch((error: unknown) => {
      console.error(error)
      return emptyPage('missing')
    })
    clearTimeout(slow)
    if (shown.missed) countMissed(next)
    if (mine === turn) show(shown)
  }

  function go(next: State): Promise<void> {
    if (!searchesHere()) {
      location.assign(location.pathname + writeState(next))
      return Promise.resolve()
    }
    history.pushState(null, '', location.pathname + writeState(next))
    return run(next)
  }

  async function showMore(link: HTMLAnchorElement): Promise<void> {
    const mine = turn
    link.setAttribute('aria-busy', 'true')
    const shown = await ask((worker) => worker.search(readState(new URL(link.href).searchParams)))
    if (mine !== turn) return
    const before = results.children.length
    results.insertAdjacentHTML('beforeend', shown.results)
    more.innerHTML = shown.more
    results.children[before]?.querySelector('a')?.focus()
  }

  const prepare = () => searchesHere() && ask((worker) => worker.prepare()).catch(() => undefined)
  input?.addEventListener('focus', prepare, { once: true })
  form?.addEventListener('submit', (event) => {
    event.preventDefault()
    const query = input?.value ?? ''
    void go(readState(new URLSearchParams({ q: query })))
  })
  root.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('[data-narrow], [data-more]')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0) return
    event.preventDefault()
    if (link.matches('[data-more]')) {
      showMore(link).catch(() => location.assign(link.href))
      return
    }
    void go(readState(new URL(link.href).searchParams)).then(() => status.focus())
  })
  addEventListener('popstate', () => {
    void run(readState(new URLSearchParams(location.search)))
  })
  // From here on this page answers; before, a form that is sent goes to the server.
  root.setAttribute('aria-busy', 'false')
  // The server was asked too often from here; this browser can answer by itself.
  if (root.querySelector('[data-view="limited"]:not([hidden])')) void run(state)
}
