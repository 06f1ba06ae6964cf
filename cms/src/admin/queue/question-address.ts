import type { QueueQuestion } from '../../contracts/cases/queue.ts'

/** What the queue is asked; what is not there is not asked. All but the words stands in its address. */
export type Asked = Partial<Record<keyof QueueQuestion, string>>

const keys: (keyof QueueQuestion)[] = [
  'tab',
  'category',
  'topic',
  'region',
  'unit',
  'state',
  'official',
  'from',
  'to',
  'unsettled',
  'open',
  'sort',
  'page',
]

/** The parts by which the queue is narrowed beside its tabs and the search. */
export const filterKeys = [
  'category',
  'topic',
  'region',
  'unit',
  'state',
  'official',
  'from',
  'to',
  'unsettled',
  'open',
] as const

/** What an address asks; what the queue does not know is left out. */
export function readAsked(search: URLSearchParams): Asked {
  return Object.fromEntries(
    keys.flatMap((key) => (search.get(key) ? [[key, search.get(key)]] : [])),
  )
}

/** What is asked with a change, as the part of an address; another page of something else is its first. */
export function askedAddress(asked: Asked, change: Asked): string {
  const next: Asked = { ...asked, page: '', ...change }
  const parts = keys.flatMap((key): [string, string][] => (next[key] ? [[key, next[key]]] : []))
  return parts.length === 0 ? '' : `?${new URLSearchParams(parts)}`
}
