import type { Pagefind, Source } from '../ask/engine.ts'
import { similarNotices, type Similar } from '../ask/similar.ts'
import { answer, openSearching, type Searching } from '../show/answer.ts'
import type { Shown } from '../show/page.ts'
import type { State } from '../show/state.ts'
import { fetching } from '../suggest/load.ts'

/*
 * Searches the site's index, in a worker: Pagefind would cut queries by the language of a page, which
 * breaks the pairs that the index is made of, and a page must not stand still while it reckons.
 */

/** What a page asks: that the index be opened, what a state of the search page shows, what is like a text. */
export type Question =
  { kind: 'prepare' } | { kind: 'search'; state: State } | { kind: 'similar'; text: string }
export type Answered = Shown | Similar[] | null
export type Request = { turn: number; base: string; question: Question }
export type Reply = { turn: number; answered: Answered } | { turn: number; error: string }

const mostSimilar = 3

let opened: { base: string; searching: Searching } | undefined

function sourceOf(base: string): Source {
  const root = `${base}/search-index/`
  let faults = 0
  const usual = globalThis.fetch
  globalThis.fetch = async (...given) => {
    const response = await usual(...given).catch((error: unknown) => {
      faults += 1
      throw error
    })
    if (!response.ok) faults += 1
    return response
  }
  return {
    async pagefind(shard) {
      const basePath = `${root}${shard}/pagefind/`
      const library = (await import(/* @vite-ignore */ `${basePath}pagefind.js`)) as Pagefind
      return { library, basePath }
    },
    async text(name) {
      const response = await fetch(root + name, { cache: 'no-cache' })
      if (!response.ok) throw new Error(`${name}: ${response.status}`)
      return response.text()
    },
    faults: () => faults,
  }
}

function open(base: string): Searching {
  if (opened?.base !== base) {
    const read = fetching(`${base}/search-index/`)
    opened = { base, searching: openSearching(sourceOf(base), read, base) }
  }
  return opened.searching
}

async function reply({ base, question }: Request): Promise<Answered> {
  const searching = open(base)
  switch (question.kind) {
    case 'prepare':
      await searching.engine(false)
      return null
    case 'search':
      return answer(searching, question.state)
    case 'similar':
      return similarNotices(await searching.engine(false), question.text, mostSimilar)
  }
}

addEventListener('message', async ({ data }: MessageEvent<Request>) => {
  const { turn } = data
  try {
    const answered = await reply(data).catch(() => {
      // A new release may have taken the index away under this page: open the new one, once.
      opened = undefined
      return reply(data)
    })
    postMessage({ turn, answered } satisfies Reply)
  } catch (error) {
    opened = undefined
    postMessage({ turn, error: String(error) } satisfies Reply)
  }
})
