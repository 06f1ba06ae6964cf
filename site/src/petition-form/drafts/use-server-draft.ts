import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { readForm } from '../form/form-values.ts'
import type { FormMessage } from '../submit/form-message.ts'
import { wiped } from './server-draft-answer.ts'
import type { Opening, Saved } from './server-draft-answer.ts'
import { saveServerDraft, wipeServerDraft } from './server-draft-client.ts'
import { useAutosave } from './use-autosave.ts'

export type Saver = {
  /** `known`: the citizen came with the code. */
  saved: (Saved & { known: boolean }) | null
  /** Whether all that stands in the form is saved, is being saved, or could not be. */
  state: 'whole' | 'behind' | 'failed'
  /** What went wrong, or that it is wiped. */
  notice: FormMessage | null
  busy: boolean
  /** Takes the focus when the code is shown, or that it is wiped. */
  panel: RefObject<HTMLDivElement | null>
  save: () => void
  wipe: () => void
  /** To be told of every change of the form. */
  changed: () => void
  /** Before the form is filed: nothing is saved behind it. */
  rest: () => Promise<void>
}

/**
 * Saving the form on the server, so that it can be gone on with on another device. Once it was saved,
 * what is written afterwards is saved by itself, as its files are: what lies there is of one moment.
 */
export function useServerDraft(options: {
  form: RefObject<HTMLFormElement | null>
  formKey: string
  /** The name of the step that is shown; `null` before the script has taken over. */
  step: string | null
  /** The files that have arrived, in whatever words. */
  files: string
  opening: Opening | null
  /** The form is saved under this key. */
  onSaved: (key: string) => void
}): Saver {
  const { form, formKey, step, files, opening, onSaved } = options
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

  const send = async () => {
    const typed = form.current ? readForm(form.current) : {}
    const answer = await saveServerDraft(typed, { key: formKey, step: step ?? '' })
    const whole = form.current && JSON.stringify(readForm(form.current)) === JSON.stringify(typed)
    return { answer, whole: whole === true }
  }
  const again = useAutosave({
    active: saved !== null && step !== null,
    moment: `${step} ${files}`,
    async save() {
      const { answer, whole } = await send()
      if (answer.kind === 'unsaved') return 'failed'
      setNotice(null)
      setLast((known) => known && { ...known, until: answer.until })
      return whole ? 'whole' : 'behind'
    },
  })

  const work = async (ask: () => Promise<void>) => {
    if (busy) return
    setBusy(true)
    setNotice(null)
    await ask()
    setBusy(false)
  }
  return {
    saved,
    state: again.state,
    notice,
    busy,
    panel,
    changed: again.changed,
    rest: again.rest,
    save() {
      void work(async () => {
        const { answer, whole } = await send()
        if (answer.kind === 'unsaved') return setNotice(answer.notice)
        const { code, until, key } = answer
        changed.current = true
        setLast({ code, until, known: saved !== null, key })
        onSaved(key)
        again.saved(whole)
      })
    },
    wipe() {
      void work(async () => {
        await again.rest()
        const answer = saved && (await wipeServerDraft(saved.code))
        if (answer?.kind === 'unwiped') return setNotice(answer.notice)
        changed.current = true
        setLast(null)
        setNotice(wiped)
      })
    },
  }
}
