import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { readForm } from '../form/form-values.ts'
import type { Notice } from '../submit/notice.ts'
import { wiped } from './saved-answer.ts'
import type { Opening, Saved } from './saved-answer.ts'
import { sendDraft, sendWipe } from './send-draft.ts'

export type Saver = {
  /** `known`: the citizen came with the code. */
  saved: (Saved & { known: boolean }) | null
  /** What went wrong, or that it is wiped. */
  notice: Notice | null
  busy: boolean
  /** Takes the focus when the code is shown, or that it is wiped. */
  panel: RefObject<HTMLDivElement | null>
  save: () => void
  wipe: () => void
}

/** Saving the form on the server, so that it can be gone on with on another device. */
export function useSaved(options: {
  form: RefObject<HTMLFormElement | null>
  formKey: string
  opening: Opening | null
  /** The form is saved under this key; `whole`: with everything that stands in it now. */
  onSaved: (key: string, whole: boolean) => void
}): Saver {
  const { form, formKey, opening, onSaved } = options
  const [last, setLast] = useState(() =>
    opening === null || opening.kind === 'told'
      ? null
      : {
          code: opening.code,
          until: opening.until,
          known: opening.kind === 'resumed',
          key: formKey,
        },
  )
  // A form that goes on under another key was filed under the first, and its draft is erased.
  const saved = last?.key === formKey ? last : null
  const [notice, setNotice] = useState(opening?.kind === 'told' ? opening.notice : null)
  const [busy, setBusy] = useState(false)
  const panel = useRef<HTMLDivElement>(null)
  const changed = useRef(false)
  useEffect(() => {
    if (changed.current) panel.current?.focus()
    changed.current = false
  }, [last])

  const work = async (ask: () => Promise<void>) => {
    if (busy) return
    setBusy(true)
    setNotice(null)
    await ask()
    setBusy(false)
  }
  return {
    saved,
    notice,
    busy,
    panel,
    save() {
      void work(async () => {
        if (!form.current) return
        const sent = readForm(form.current)
        const answer = await sendDraft(sent, formKey)
        if (answer.kind === 'unsaved') return setNotice(answer.notice)
        const { code, until, key } = answer
        changed.current = true
        setLast({ code, until, known: saved !== null, key })
        onSaved(key, JSON.stringify(readForm(form.current)) === JSON.stringify(sent))
      })
    },
    wipe() {
      void work(async () => {
        const answer = saved && (await sendWipe(saved.code))
        if (answer?.kind === 'unwiped') return setNotice(answer.notice)
        changed.current = true
        setLast(null)
        setNotice(wiped)
      })
    },
  }
}
