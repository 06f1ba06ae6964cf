import { useAuth } from '@strapi/strapi/admin'
import { useState } from 'react'
import { forget, keep, recall } from './tab-storage'

type Kept<F> = { at: string; fields: F }

/** The fields of a small form beside an entry, kept in this tab until they are sent or given up. */
type KeptFields<F> = {
  fields: F
  change: (changes: Partial<F>) => void
  /** When they were written, where they come from an earlier visit to the page; null otherwise. */
  keptAt: string | null
  clear: () => void
}

/** Whether anything was written in a form. */
export function isWritten(fields: object): boolean {
  return Object.values(fields).some((value) => value !== undefined && String(value).trim() !== '')
}

/**
 * Remembers what is typed in a form that has no saving of its own.
 * @param what names the form; another name is another form
 * @param empty the fields as nobody has touched them
 */
export function useKeptFields<F extends object>(what: string, empty: F): KeptFields<F> {
  const user = useAuth('useKeptFields', (state) => String(state.user?.id ?? ''))
  const [kept] = useState(() => recall<Kept<F>>(user, what))
  const [fields, setFields] = useState<F>({ ...empty, ...kept?.fields })
  const [keptAt, setKeptAt] = useState(kept?.at ?? null)
  return {
    fields,
    keptAt,
    change(changes) {
      const next = { ...fields, ...changes }
      setFields(next)
      if (isWritten(next)) keep(user, what, { at: new Date().toISOString(), fields: next })
      else forget(what)
    },
    clear() {
      forget(what)
      setFields(empty)
      setKeptAt(null)
    },
  }
}

/** Which of some forms have something written in them that was not sent. */
export function useHalfWritten(): (what: string) => boolean {
  const user = useAuth('useHalfWritten', (state) => String(state.user?.id ?? ''))
  return (what) => recall(user, what) !== undefined
}
