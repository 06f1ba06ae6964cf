import { expose } from 'comlink'
import { address } from '../../layouts/address.ts'
import { similarNotices } from '../ask/similar.ts'
import { answer, keepOpen, openSearching } from '../show/answer.ts'
import type { State } from '../show/state.ts'

/*
 * Searches the site's index, in a worker: Pagefind would cut queries by the language of a page, which
 * breaks the pairs that the index is made of, and a page must not stand still while it reckons.
 */

const base = address('/').replace(/\/$/, '')
const mostSimilar = 3
const ask = keepOpen(() => openSearching(address('/search-index/'), base))

const worker = {
  /** Fetches what every search needs, before the first one. */
  prepare: () => ask(async ({ engine }) => void (await engine(false))),
  search: (state: State) => ask((searching) => answer(searching, state)),
  /** Published results that are like a text. */
  similar: (text: string) =>
    ask(async ({ engine }) => similarNotices(await engine(false), text, mostSimilar)),
}
export type SearchWorker = typeof worker

expose(worker)
