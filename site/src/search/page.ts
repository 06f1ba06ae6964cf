import type { Pagefind, PagefindHit } from './pagefind.ts'
import { longestQuery, type Phrase } from './query.ts'
import { element, fill, resultItem } from './result.ts'
import { filterNames, searcher, type Counts, type FilterName, type Narrowing } from './search.ts'

/*
 * The search page. The address holds the state: ?q= the query, &kind= and &year= what narrows it.
 * Text from the index and from the address enters the page as text only.
 */
const perPage = 10

type View = 'start' | 'loading' | 'found' | 'none' | 'missing'

function start(root: HTMLElement): void {
  const part = <E extends HTMLElement>(name: string): E => {
    const found = root.querySelector<E>(`[data-${name}]`)
    if (!found) throw new Error(`The search page lacks [data-${name}]`)
    return found
  }
  const form = root.querySelector('form')
  const input = root.querySelector<HTMLInputElement>('input[name="q"]')
  const status = part('status')
  const results = part<HTMLOListElement>('results')
  const more = part<HTMLButtonElement>('more')
  const filters = part('filters')
  const siteTitle = document.title
  const base = root.dataset['base'] ?? ''

  let search: ReturnType<typeof searcher> | undefined
  let waiting: PagefindHit[] = []
  let sought: Phrase[] = []
  let turn = 0

  function show(view: View): void {
    for (const each of Array.from(root.querySelectorAll<HTMLElement>('[data-view]'))) {
      each.hidden = !(each.dataset['view'] ?? '').split(' ').includes(view)
    }
    root.setAttribute('aria-busy', String(view === 'loading'))
  }

  const say = (...words: (Node | string)[]) => fill(status, words)

  async function load(): Promise<ReturnType<typeof searcher>> {
    if (search) return search
    const url = `${base}/pagefind/pagefind.js`
    const pagefind = (await import(/* @vite-ignore */ url)) as Pagefind
    await pagefind.options({ baseUrl: `${base}/` })
    search = searcher(pagefind)
    return search
  }

  function stateOf(address: string) {
    const given = new URL(address).searchParams
    const narrowing: Narrowing = {}
    for (const name of filterNames) {
      const value = given.get(name)
      if (value) narrowing[name] = value
    }
    return { query: (given.get('q') ?? '').slice(0, longestQuery), narrowing }
  }

  function addressFor(query: string, narrowing: Narrowing): string {
    const address = new URL(location.pathname, location.origin)
    if (query) address.searchParams.set('q', query)
    for (const name of filterNames) {
      const value = narrowing[name]
      if (value) address.searchParams.set(name, value)
    }
    return address.href
  }

  function filterRow(name: FilterName, counts: Counts, query: string, narrowing: Narrowing) {
    const list = filters.querySelector(`[data-filter="${name}"]`)
    if (!list) return
    const order = (list.getAttribute('data-order') ?? '').split(' ')
    const values = Array.from(counts[name].values.entries()).sort(
      ([a], [b]) => order.indexOf(a) - order.indexOf(b) || b.localeCompare(a),
    )
    const choices: [string | undefined, number][] = [[undefined, counts[name].all], ...values]
    fill(
      list,
      choices.map(([value, count]) => {
        const href = addressFor(query, { ...narrowing, [name]: value })
        const word = value ? (name === 'year' ? `${value}年` : value) : '全部'
        const link = element('a', { href, 'data-narrow': '' }, word)
        link.append(element('span', { class: 'count' }, String(count)))
        if (value === narrowing[name]) link.setAttribute('aria-current', 'true')
        return element('li', {}, link)
      }),
    )
    const row = list.closest<HTMLElement>('.filter')
    if (row) row.hidden = values.length < 2 && !narrowing[name]
  }

  async function showMore(): Promise<void> {
    const mine = turn
    const pages = await Promise.all(waiting.slice(0, perPage).map((hit) => hit.data()))
    if (mine !== turn) return
    waiting = waiting.slice(perPage)
    results.append(...pages.map((page) => resultItem(page, sought)))
    more.hidden = waiting.length === 0
    more.textContent = `再看 ${Math.min(perPage, waiting.length)} 篇`
  }

  async function run(): Promise<void> {
    turn += 1
    const mine = turn
    const { query, narrowing } = stateOf(location.href)
    if (input) input.value = query
    document.title = query ? `${query} - ${siteTitle}` : siteTitle
    fill(results, [])
    waiting = []
    if (!query.trim()) {
      say()
      show('start')
      return
    }
    say('正在查找…')
    show('loading')
    const found = await load().then((ready) => ready(query, narrowing))
    if (mine !== turn) return
    sought = found.phrases
    waiting = found.hits
    const count = element('span', { 'data-result-count': '' }, String(found.hits.length))
    if (found.hits.length === 0) {
      say('找到 ', count, ' 篇')
      for (const name of filterNames) filterRow(name, found.counts, query, narrowing)
      show('none')
      return
    }
    for (const name of filterNames) filterRow(name, found.counts, query, narrowing)
    await showMore()
    if (mine !== turn) return
    const note = found.looser ? `没有完整的“${query}”，下面是分开查找的结果：` : ''
    say(note, '找到 ', count, ' 篇')
    show('found')
  }

  function go(): void {
    run().catch((error: unknown) => {
      console.error(error)
      say()
      show('missing')
    })
  }

  form?.addEventListener('submit', (event) => {
    event.preventDefault()
    history.pushState(null, '', addressFor(input?.value.trim() ?? '', {}))
    go()
  })
  root.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-narrow]')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    history.pushState(null, '', link.href)
    go()
  })
  more.addEventListener('click', () => {
    const shown = results.children.length
    void showMore().then(() => {
      results.children[shown]?.querySelector('a')?.focus()
    })
  })
  window.addEventListener('popstate', go)
  go()
}

const root = document.querySelector<HTMLElement>('[data-search]')
if (root) start(root)
