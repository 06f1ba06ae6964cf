import { useCallback, useState } from 'react'
import type { RefObject } from 'react'
import { listFaults } from '../petition/validate.ts'
import type { Faults, FieldName, TypedFields } from '../petition/fields.ts'
import { focusField } from './ErrorSummary.tsx'
import { readForm } from './form-values.ts'
import { markStep, pushStep, useStepHistory } from './history.ts'
import type { Notice } from './notice.ts'
import { firstFaultyStep, lastStep, renewFaults, stepOf } from './steps.ts'
import { useFocus } from './use-focus.ts'
import type { Focus } from './use-focus.ts'

/** One thing at a time: which step is shown, what is wrong, and what stands in the form now. */
export type Steps = {
  /** `null` before the script has taken over. */
  step: number | null
  last: boolean
  /** Sent back to mend something, and going to the last step again. */
  mending: boolean
  faults: Faults
  notice: Notice | null
  /** What stood in the form when it was last read. */
  now: TypedFields
  focus: { current: Focus }
  /** Takes over the page at a step. */
  begin(start: number, mending: boolean): void
  read(): void
  show(to: number, focused: Focus): void
  follow(field: FieldName): void
  /** To the next step, or stays where this one has faults. */
  goOn(found: Faults): void
  /** To the first step with a fault, every other kept. */
  refuse(found: Faults): void
  /** To a step that must be mended before sending. */
  mendAt(to: number, notice: Notice): void
  /** Says something about the whole form. */
  tell(notice: Notice | null): void
  clear(): void
  /** Nothing is asked any more: the receipt is shown. */
  end(): void
}

/** Leads through the steps of the form, with the browser's own way back. */
export function useSteps(
  form: RefObject<HTMLFormElement | null>,
  summary: RefObject<HTMLDivElement | null>,
  came: { faults: Faults; notice: Notice | null; typed: TypedFields },
): Steps {
  const [faults, setFaults] = useState(came.faults)
  const [notice, setNotice] = useState(came.notice)
  const [step, setStep] = useState<number | null>(null)
  const [now, setNow] = useState(came.typed)
  const [mending, setMending] = useState(false)
  const [ended, setEnded] = useState(false)
  const focus = useFocus(summary, { faults, notice, step, ended })
  const read = () => {
    if (form.current) setNow(readForm(form.current))
  }
  useStepHistory(
    useCallback((to: number) => {
      focus.current = 'part'
      read()
      setNotice(null)
      setStep(to)
    }, []),
  )
  const show = (to: number, focused: Focus) => {
    focus.current = focused
    read()
    if (to === step) return
    pushStep(to)
    setStep(to)
  }
  return {
    step,
    last: step === lastStep,
    mending,
    faults,
    notice,
    now,
    focus,
    begin(start, mends) {
      markStep(start)
      setStep(start)
      setMending(mends)
    },
    read,
    show,
    follow(field) {
      if (stepOf(field) === step) return focusField(field)
      setMending(true)
      show(stepOf(field), field)
    },
    goOn(found) {
      if (step === null) return
      const left = renewFaults(faults, found, step)
      const stays = listFaults(left).some(({ field }) => stepOf(field) === step)
      setNotice(null)
      setFaults(left)
      if (stays) return show(step, 'summary')
      const next = mending ? (firstFaultyStep(left) ?? lastStep) : step + 1
      show(next, listFaults(left).length > 0 ? 'summary' : 'part')
      if (next === lastStep) setMending(false)
    },
    refuse(found) {
      setNotice(null)
      setFaults(found)
      setMending(true)
      show(firstFaultyStep(found) ?? lastStep, 'summary')
    },
    mendAt(to, told) {
      setNotice(told)
      setMending(true)
      show(to, 'summary')
    },
    tell(told) {
      if (told) focus.current = 'summary'
      setNotice(told)
    },
    clear() {
      setNotice(null)
      setFaults({})
    },
    end: () => setEnded(true),
  }
}
