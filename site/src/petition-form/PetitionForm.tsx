import { useCallback, useEffect, useRef, useState } from 'react'
import type { FormEvent } from 'react'
import type { Category } from '@portal/content/schema/category'
import { address } from '../layouts/address.ts'
import type { Faults, FieldName, TypedFields } from '../petition/fields.ts'
import { listFaults, validate } from '../petition/validate.ts'
import type { Answer } from './answer.ts'
import { readDraft } from './draft.ts'
import { DraftKeeper } from './DraftKeeper.tsx'
import { ErrorSummary, focusField } from './ErrorSummary.tsx'
import { fillForm, readForm } from './form-values.ts'
import { markStep, pushStep, useLeavingAsked, useStepHistory } from './history.ts'
import { Intro } from './Intro.tsx'
import { noticeOf } from './notice.ts'
import type { Notice } from './notice.ts'
import { chosenBefore, offeredBy } from './offered.ts'
import type { Offer } from './offered.ts'
import { focusPart } from './Part.tsx'
import { Parts } from './Parts.tsx'
import { Receipt } from './Receipt.tsx'
import { sendForm } from './send.ts'
import { describePlace, firstFaultyStep, lastStep, renewFaults, stepOf, steps } from './steps.ts'
import { useDraft } from './use-draft.ts'

export type PetitionFormProps = Offer & {
  formKey: string
  typed: TypedFields
  faults: Faults
  notice: Notice | null
  officeName: string
  phone: string
}

/**
 * The petition form. Without a script it is a plain form that posts to its own page; with one it
 * asks one thing at a time, checks before sending, and shows the receipt in place. All fields stand
 * in the form all the time, so that nothing typed can be lost between the steps.
 */
export function PetitionForm(props: PetitionFormProps) {
  const { typed, officeName, phone } = props
  const [faults, setFaults] = useState(props.faults)
  const [notice, setNotice] = useState(props.notice)
  const [formKey, setFormKey] = useState(props.formKey)
  /** `null` before the script has taken over. */
  const [step, setStep] = useState<number | null>(null)
  const [now, setNow] = useState(typed)
  /** Sent back from the last step to mend something, and going there again. */
  const [mending, setMending] = useState(false)
  const [touched, setTouched] = useState(false)
  const [sending, setSending] = useState(false)
  const [receipt, setReceipt] = useState<{ answer: Answer; category: Category } | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  const busy = useRef(false)
  /** What is focused once the next state is drawn. */
  const focus = useRef<FieldName | 'summary' | 'part' | null>(null)
  const posted = listFaults(props.faults).length > 0 || props.notice !== null
  const draft = useDraft(form, posted)
  const last = step === lastStep

  useEffect(() => {
    const start = props.notice ? lastStep : (firstFaultyStep(props.faults) ?? 0)
    markStep(start)
    setStep(start)
    setMending(posted && start !== lastStep)
    if (posted) focus.current = 'summary'
    if (!form.current) return
    // The server never reads what follows the question mark of an address.
    if (!posted && !readDraft())
      fillForm(form.current, chosenBefore(location.search, offeredBy(props)))
    setNow(readForm(form.current))
  }, [])
  useStepHistory(
    useCallback((to: number) => {
      focus.current = 'part'
      if (form.current) setNow(readForm(form.current))
      setNotice(null)
      setStep(to)
    }, []),
  )
  useLeavingAsked(touched && !draft.keeping && !receipt)
  useEffect(() => {
    const count = listFaults(faults).length
    const place = step === null ? '' : `${describePlace(step)}：`
    const said = count > 0 ? `有 ${count} 处要改：` : place
    document.title = said + document.title.replace(/^(?:有 \d+ 处要改|第 \d+ 步，共 \d+ 步)：/, '')
    if (focus.current === 'summary') summary.current?.focus()
    else if (focus.current === 'part' && step !== null) focusPart(step)
    else if (focus.current) focusField(focus.current as FieldName)
    focus.current = null
  }, [faults, notice, step])

  const show = (to: number, focused: typeof focus.current) => {
    focus.current = focused
    if (form.current) setNow(readForm(form.current))
    if (to === step) return
    pushStep(to)
    setStep(to)
  }
  const follow = (field: FieldName) => {
    if (stepOf(field) === step) return focusField(field)
    setMending(true)
    show(stepOf(field), field)
  }

  const goOn = (found: Faults) => {
    if (step === null) return
    const left = renewFaults(faults, found, step)
    const stays = listFaults(left).some(({ field }) => stepOf(field) === step)
    setNotice(null)
    setFaults(left)
    if (stays) return show(step, 'summary')
    const next = mending ? (firstFaultyStep(left) ?? lastStep) : step + 1
    show(next, listFaults(left).length > 0 ? 'summary' : 'part')
    if (next === lastStep) setMending(false)
  }

  const refuse = (found: Faults) => {
    setFaults(found)
    setMending(true)
    show(firstFaultyStep(found) ?? lastStep, 'summary')
  }

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    // A state would still be the old one in the second click of a double click.
    if (busy.current) return
    const posting = event.currentTarget
    const checked = validate(readForm(posting), offeredBy(props))
    if (!last) return goOn(checked.ok ? {} : checked.faults)
    setNotice(null)
    if (!checked.ok) return refuse(checked.faults)
    setFaults({})
    busy.current = true
    setSending(true)
    const answer = await sendForm(posting)
    busy.current = false
    setSending(false)
    if (answer.kind === 'receipt') {
      draft.done()
      document.title = document.title.replace(/^.*?(?= - )/, '已经收到')
      setReceipt({ answer, category: checked.petition.category })
      return
    }
    if (answer.kind === 'faults') return refuse(answer.faults)
    if (answer.kind === 'conflict' || answer.kind === 'bad-key') setFormKey(answer.key)
    focus.current = 'summary'
    setNotice(noticeOf(answer))
  }

  const change = () => {
    setTouched(true)
    draft.changed()
    // Only these steps show more or less by what is chosen in them.
    const key = steps[step ?? 0]?.key
    if (form.current && (key === 'petitioner' || key === 'notify')) setNow(readForm(form.current))
  }

  if (receipt?.answer.kind === 'receipt') {
    const { category } = receipt
    return <Receipt {...receipt.answer} {...{ category, officeName, phone }} inPlace />
  }
  const under = step !== null && step > 0
  return (
    <div className={under ? 'petition is-under' : 'petition'}>
      <ErrorSummary {...{ faults, notice, summary }} onFollow={follow} />
      <div className="page-head">
        <h1>提出信访事项</h1>
      </div>
      <div hidden={under}>
        <Intro phone={phone} />
      </div>
      <form
        method="post"
        action={address('/petition/')}
        ref={form}
        onSubmit={submit}
        onChange={change}
        noValidate
      >
        <input type="hidden" name="key" value={formKey} autoComplete="off" />
        <Parts offer={props} {...{ typed, faults, now, step }} onChange={follow} />
        <p className="buttons">
          <button type="submit" className="button is-submit" aria-disabled={sending || undefined}>
            {sending ? '正在提交…' : wordOf(last || step === null, mending)}
          </button>
          {under && (
            <button
              type="button"
              className="button is-quiet"
              onClick={() => show(step - 1, 'part')}
            >
              上一步
            </button>
          )}
        </p>
        <p role="status" className="visually-hidden">
          {sending ? '正在提交，请稍候' : ''}
        </p>
      </form>
      {step !== null && <DraftKeeper {...draft} onKeep={draft.keep} onClear={draft.clear} />}
    </div>
  )
}

function wordOf(sends: boolean, mending: boolean): string {
  if (sends) return '提交信访事项'
  return mending ? '改好了，回去检查' : '下一步'
}
