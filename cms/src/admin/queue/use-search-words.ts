import { useAuth } from '@strapi/strapi/admin'
import { useLocation } from 'react-router-dom'
import { keep, recall } from '../saving/tab-storage'

/** What a place in the tab's history has of the search: a mark, never the words. */
type Place = { words?: string } | null

const named = (mark: string) => `queue words ${mark}`

/**
 * The words that the queue is searched for. They may be a person's name: they stand in no address, where proxies and
 * the browser's history would keep them, but in the tab until it is closed or its user signs out. Back and reload
 * find them by a mark in the tab's own history.
 * @returns the words, the state of links that keep them, and what keeps others
 */
export function useWords(): {
  words: string
  here: Place
  placeOf: (words: string) => Place
} {
  const user = useAuth('queue words', ({ user: who }) => String(who?.id ?? ''))
  const here = useLocation().state as Place
  const mark = here?.words
  const words = mark === undefined ? '' : (recall<{ q: string }>(user, named(mark))?.q ?? '')
  return {
    words,
    here,
    placeOf: (q) => {
      if (q === '') return null
      const next = Math.random().toString(36).slice(2)
      keep(user, named(next), { q })
      return { words: next }
    },
  }
}
