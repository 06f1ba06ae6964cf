import { useEffect, useState } from 'react'
import type { RefObject } from 'react'
import { readForm } from '../form/form-values.ts'
import { dropTabForm, keepTabForm, readTabForm, readTabReceipt } from './tab-storage.ts'
import type { TabForm, TabReceipt } from './tab-storage.ts'

type KeptInTab = {
  /** What the tab had kept when the page was opened; `null` where the page came with a form of its own. */
  form: TabForm | null
  receipt: TabReceipt | null
  /** Whether what was written last is kept. */
  keeps: boolean
  /** To be told of every change of the form. */
  changed: () => void
  /** Forgets what is kept, and opens a blank form. */
  clear: () => void
}

/**
 * Keeps the form in the tab until it is sent, so that neither a reload nor Back nor a telephone that
 * needs its memory for the camera loses what was written.
 * @param own the page came with a form of its own, which is newer than what the tab has
 */
export function useTab(
  form: RefObject<HTMLFormElement | null>,
  now: { key: string; step: number | null; own: boolean; written: boolean; copied: boolean },
): KeptInTab {
  const { key, step, own, written, copied } = now
  const [kept] = useState(() =>
    own || typeof sessionStorage === 'undefined'
      ? { form: null, receipt: null }
      : { form: readTabForm(), receipt: readTabReceipt() },
  )
  // A form that came with the page takes no place that another one has, before anything is written in it.
  const [empty] = useState(() => own && typeof sessionStorage !== 'undefined' && !readTabForm())
  const [keeps, setKeeps] = useState(true)
  const keep = () => {
    if (form.current && step !== null)
      setKeeps(keepTabForm({ key, step, typed: readForm(form.current), copied }))
  }
  useEffect(() => {
    if (written || empty) keep()
  }, [key, step, written, copied])
  return {
    ...kept,
    keeps,
    changed: keep,
    clear() {
      dropTabForm()
      location.reload()
    },
  }
}
