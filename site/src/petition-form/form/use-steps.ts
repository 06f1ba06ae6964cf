import { useMemo, useState } from 'react'
import type { RefObject } from 'react'
import { listFaults } from '../../petition/fields/validate.ts'
import type { Faults, FieldName, TypedFields } from '../../petition/fields/fields.ts'
import { focusField } from './ErrorSummary.tsx'
import { readForm } from './form-values.ts'
import type { FormMessage } from '../submit/form-message.ts'
import {
  askedBefore,
  askedFrom,
  askedSteps,
  firstFaultyStep,
  lastStep,
  renewFaults,
  stepOf,
} from './steps.ts'
import { useFocus } from './use-focus.ts'
import type { Focus } from './use-focus.ts'
import { useStepHistory } from './step-history.ts'

/** One thing at a time: which step is shown, what is wrong, and what stands in the form now. */
export type Steps = {
  /** `null` before the script has taken over. */
  step: number | null
  last: boolean
  /** The steps that are asked. */
  asked: readonly number[]
  /** Sent back to mend something, and going to the last step again. */
  mending: boolean
  faults: Faults
  notice: FormMessage | null
  /** What stood in the form when it was last read. */
  now: TypedFields
  focus: { current: Focus }
  /** Takes over the page at a step. */
  begin(start: number, mending: boolean): void
  read(): void
  show(to: number, focused: Focus): void
  /** To the step before. */
  back(): void
  follow(field: FieldName): void
  /** To the next step, or stays where this one has faults. */
  goOn(found: Faults): void
  /** To the first step with a fault, every other kept. */
  refuse(found: Faults): void
  /** To a step that must be mended before sending. */
  mendAt(to: number, notice: FormMessage): void
  /** Says something about the whole form. */
  tell(notice: FormMessage | null): void
  /** Says of a field that what was chosen before is not offered any more. */
  lose(fault: Faults): void
  clear(): void
  /** Nothing is asked any more: the receipt is shown. */
  end(): void
}

/** Leads through the steps of the form, with the browser's own way back. */
export function useSteps(
  form: RefObject<HTMLFormElement | null>,
  summary: RefObject<HTMLDivElement | null>,
  came: { faults: Faults; notice: FormMessage | null; typed: TypedFields },
  /** Whether there is a way of being told of progress. */
  tells: boolean,
): Steps {
  const [faults, setFaults] = useState(came.faults)
  const [notice, setNotice] = useState(came.notice)
  const [step, setStep] = useState<number | null>(null)
  const [now, setNow] = useState(came.typed)
  const [mending, setMending] = useState(false)
  const [ended, setEnded] = useState(false)
  const [lost, setLost] = useState(came.faults.notifyBy !== undefined)
  const asked = useMemo(() => askedSteps(tells || lost), [tells, lost])
  const focus = useFocus(summary, { faults, notice, step, asked, ended })
  const read = () => {
    if (form.current) setNow(readForm(form.current))
  }
  const history = useStepHistory((to) => {
    focus.current = 'part'
    read()
    setNotice(null)
    setStep(askedFrom(asked, to))
  })
  const wayTo = (to: number) => [...asked.filter((place) => place < to), to]
  const show = (to: number, focused: Focus) => {
    const arrived = () => {
      focus.current = focused
      read()
      setStep(to)
    }
    if (to === step) return arrived()
    history.current?.go(wayTo(to), arrived)
  }
  return {
    step,
    last: step === lastStep,
    asked,
    mending,
    faults,
    notice,
    now,
    focus,
    begin(start, mends) {
      const first = askedFrom(asked, start)
      history.current?.begin(wayTo(first))
      setStep(first)
      setMending(mends)
    },
    read,
    show,
    back: () => show(askedBefore(asked, step ?? 0), 'part'),
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
      const next = mending ? (firstFaultyStep(left) ?? lastStep) : askedFrom(asked, step + 1)
      show(next, listFaults(left).length > 0 ? 'summary' : 'part')
      if (next === lastStep) setMending(false)
    },
    refuse(found) {
      setNotice(null)
      setFaults(found)
      setLost(lost || found.notifyBy !== undefined)
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
    lose(fault) {
      setLost(true)
      setFaults((known) => ({ ...known, ...fault }))
    },
    clear() {
      setNotice(null)
      setFaults({})
    },
    end: () => setEnded(true),
  }
}
