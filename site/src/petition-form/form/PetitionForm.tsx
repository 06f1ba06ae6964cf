import { useEffect, useRef, useState } from 'react'
import type { SubmitEvent } from 'react'
import type { Category } from '@portal/content/schema/category'
import type { NotifyWay } from '@portal/content/schema/petition'
import { address } from '../../layouts/address.ts'
import { attachmentsField, statedFiles } from '../../petition/attachments/attachment-view.ts'
import type { AttachmentView } from '../../petition/attachments/attachment-view.ts'
import type { Faults, TypedFields } from '../../petition/fields/fields.ts'
import { closedWay } from '../../petition/fields/parse-notify.ts'
import { listFaults, validate } from '../../petition/fields/validate.ts'
import type { SubmissionResponse } from '../submit/submission-response.ts'
import { underWay } from '../attachments/attachment-item.ts'
import { claimTab } from '../drafts/claim-tab.ts'
import { readDeviceDraft } from '../drafts/device-draft.ts'
import { DraftKeeper } from '../drafts/DraftKeeper.tsx'
import { ErrorSummary } from './ErrorSummary.tsx'
import { fillForm, readForm } from './form-values.ts'
import { useLeaveWarning } from './use-leave-warning.ts'
import { Honeypot } from '../submit/Honeypot.tsx'
import { Intro } from './Intro.tsx'
import { newKey } from '../submit/random-ids.ts'
import { leftFilesMessage, formMessageOf } from '../submit/form-message.ts'
import type { FormMessage } from '../submit/form-message.ts'
import { chosenBefore, choicesOf } from './options.ts'
import type { FormOptions } from './options.ts'
import { Parts } from './Parts.tsx'
import { makeProof } from '../submit/proof.ts'
import { createProver } from '../submit/prover.ts'
import { takePlainFiles } from '../attachments/plain-files.ts'
import { Receipt } from '../receipt/Receipt.tsx'
import { Reopened } from '../drafts/Reopened.tsx'
import { Restored } from '../drafts/Restored.tsx'
import { SaveCode } from '../drafts/SaveCode.tsx'
import type { Opening } from '../drafts/server-draft-answer.ts'
import { sendForm } from '../submit/send.ts'
import { SendButtons } from './SendButtons.tsx'
import { changesByChoice, firstFaultyStep, lastStep, nameOf, placeNamed, placeOf } from './steps.ts'
import { dropTabForm } from '../drafts/tab-storage.ts'
import type { TabReceipt } from '../drafts/tab-storage.ts'
import { tellUnkept } from '../attachments/unkept-files.ts'
import type { UnkeptFiles } from '../attachments/unkept-files.ts'
import { useAttachments } from '../attachments/use-attachments.ts'
import { useDeviceDraft } from '../drafts/use-device-draft.ts'
import { useServerDraft } from '../drafts/use-server-draft.ts'
import { useSteps } from './use-steps.ts'
import { useTab } from '../drafts/use-tab.ts'

export type PetitionFormProps = FormOptions & {
  formKey: string
  typed: TypedFields
  faults: Faults
  notice: FormMessage | null
  /** How the resume page opened it; `null` where it did not. */
  opening?: Opening | null
  /** Files that came with the form. */
  attached?: readonly AttachmentView[]
  /** Those that came with it and could not be kept. */
  unkept?: UnkeptFiles | null
  officeName: string
  phone: string
}

/**
 * The petition form. Without a script it is a plain form that posts to its own page; with one it
 * asks one thing at a time, checks before sending, and shows the receipt in place. All fields stand
 * in the form all the time, so that nothing typed can be lost between the steps.
 */
export function PetitionForm(props: PetitionFormProps) {
  const { typed, officeName, phone, opening = null, attached = noFiles } = props
  const form = useRef<HTMLFormElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  const closed = lostBy(typed, props.ways)
  const came = { ...props, faults: { ...closed, ...props.faults } }
  const steps = useSteps(form, summary, came, props.ways.length > 0)
  const { step, last, faults, notice } = steps
  const [formKey, setFormKey] = useState(props.formKey)
  const [touched, setTouched] = useState(false)
  const [sending, setSending] = useState(false)
  /** Sent, but for files that are still on their way. */
  const [waiting, setWaiting] = useState(false)
  const [receipt, setReceipt] = useState<{ answer: SubmissionResponse; category: Category } | null>(
    null,
  )
  const busy = useRef(false)
  /** Kept from being sent by files that were refused or got stuck. */
  const stuck = useRef(false)
  const [prover] = useState(() => createProver(makeProof))
  const posted = listFaults(props.faults).length > 0 || props.notice !== null
  const [restored, setRestored] = useState(false)
  const [unkept, setUnkept] = useState(props.unkept ?? null)
  const [copied, setCopied] = useState(false)
  const own = posted || opening !== null
  const tab = useTab(form, {
    key: formKey,
    step,
    own,
    written: touched || restored || posted,
    copied,
  })
  const draft = useDeviceDraft(form, opening ? 'another' : posted || tab.form ? 'newer' : 'blank')
  const uploads = useAttachments(formKey, attached)
  const saver = useServerDraft({
    form,
    formKey,
    step: step === null ? null : nameOf(step),
    files: uploads.stated,
    opening,
    onSaved: setFormKey,
  })
  /** Other words than those of the tab that this one was duplicated from are another petition. */
  const leaveOriginal = () => {
    if (!copied) return
    const key = newKey()
    setCopied(false)
    setFormKey(key)
    void uploads.queue.resume(key)
  }
  const attachments = {
    ...uploads,
    queue: {
      ...uploads.queue,
      add(files: readonly File[]) {
        leaveOriginal()
        setUnkept(null)
        uploads.queue.add(files)
      },
      remove(id: string) {
        leaveOriginal()
        uploads.queue.remove(id)
      },
    },
  }

  useEffect(() => {
    const told = props.unkept ? placeOf('attachments') : props.notice ? lastStep : 0
    const faulty = firstFaultyStep(props.faults) ?? told
    const start = opening ? leftAt(opening, props) : (tab.form?.step ?? faulty)
    const search = location.search
    steps.begin(Math.min(start, lastStep), posted && start !== lastStep)
    if (tab.receipt) showReceipt(tab.receipt)
    if (tab.form && form.current) {
      fillForm(form.current, tab.form.typed)
      setFormKey(tab.form.key)
      setCopied(tab.form.copied)
      setRestored(true)
    }
    const kept = tab.form?.typed ?? (own ? null : readDeviceDraft())
    const gone = kept && lostBy(kept, props.ways)
    if (gone?.notifyBy) steps.lose(gone)
    if (posted) steps.focus.current = 'summary'
    if (!form.current) return
    takePlainFiles(attachments.queue, form.current.querySelector<HTMLInputElement>('#files'))
    // The server never reads what follows the question mark of an address.
    if (!own && !readDeviceDraft()) fillForm(form.current, chosenBefore(search, choicesOf(props)))
    steps.read()
    claimTab(() => setCopied(tab.form !== null))
  }, [])
  // Ready before the answers are read through, also where writing them took an hour.
  useEffect(() => {
    if (last) prover.prepare()
  }, [last])
  // Whoever leaves the last step while files are on their way does not want it sent behind their back.
  useEffect(() => setWaiting(false), [step])
  const moving = step === null ? null : underWay(attachments.items)
  // What this tab keeps is there again after a reload; the rest of a file is not.
  const losing = touched && !draft.keeping && !tab.keeps
  useLeaveWarning(!receipt && (losing || moving !== null))

  const showReceipt = ({ category, ...receipt }: TabReceipt) => {
    dropTabForm()
    steps.end()
    setReceipt({ answer: { kind: 'receipt', ...receipt }, category })
  }

  const send = async (posting: HTMLFormElement) => {
    // A state would still be the old one in the second click of a double click.
    if (busy.current) return
    const checked = validate(readForm(posting), choicesOf(props))
    if (!last) {
      if (step === placeOf('attachments') && attachments.left.length > 0) {
        stuck.current = true
        return steps.tell(leftFilesMessage(attachments.left, '下一步'))
      }
      return steps.goOn(checked.ok ? {} : checked.faults)
    }
    if (!checked.ok) return steps.refuse(checked.faults)
    steps.clear()
    if (!attachments.settled) return setWaiting(true)
    if (attachments.left.length > 0) {
      stuck.current = true
      return steps.mendAt(
        placeOf('attachments'),
        leftFilesMessage(attachments.left, '提交信访事项'),
      )
    }
    busy.current = true
    setSending(true)
    await saver.rest()
    const answer = await sendForm(posting, prover)
    busy.current = false
    setSending(false)
    if (answer.kind === 'receipt') {
      draft.done()
      const { number, code, receivedAt, title, files } = answer
      const { category } = checked.petition
      return showReceipt({ number, code, receivedAt, title, files, category })
    }
    if (answer.kind === 'faults') return steps.refuse(answer.faults)
    if (answer.kind === 'conflict' || answer.kind === 'bad-key') setFormKey(answer.key)
    if (answer.kind === 'attachments') void attachments.queue.resume(formKey)
    steps.tell(formMessageOf(answer))
  }

  useEffect(() => {
    if (!waiting || !attachments.settled) return
    setWaiting(false)
    if (form.current) void send(form.current)
  }, [waiting, attachments.settled])

  const nothingLeft = attachments.left.length === 0
  useEffect(() => {
    // The message asks for what has just been done.
    if (nothingLeft && stuck.current) steps.tell(null)
    if (nothingLeft) stuck.current = false
  }, [nothingLeft])

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void send(event.currentTarget)
  }
  const change = () => {
    setTouched(true)
    leaveOriginal()
    prover.prepare()
    tab.changed()
    draft.changed()
    saver.changed()
    if (step !== null && changesByChoice(step)) steps.read()
  }

  if (receipt?.answer.kind === 'receipt') {
    const { category } = receipt
    return <Receipt {...receipt.answer} {...{ category, officeName, phone }} />
  }
  const under = step !== null && step > 0
  const saves = opening !== null && opening.kind !== 'told'
  const removesAt = address(`/petition/${saves ? 'resume/' : ''}#part-attachments`)
  return (
    <div className={under ? 'petition is-under' : 'petition'}>
      <ErrorSummary {...{ faults, notice, summary }} onFollow={steps.follow} />
      {restored && !touched && <Restored copied={copied} onClear={tab.clear} />}
      {opening?.kind === 'resumed' && !touched && <Reopened savedAt={opening.savedAt} />}
      {opening?.kind === 'saved' && saver.saved && (
        <SaveCode
          {...saver.saved}
          state={saver.state}
          scripted={step !== null}
          panel={saver.panel}
          onWipe={saver.wipe}
        />
      )}
      <div className="page-head">
        <h1>提出信访事项</h1>
      </div>
      <div hidden={under}>
        <Intro phone={phone} />
      </div>
      <form
        id="petition-form"
        method="post"
        encType="multipart/form-data"
        action={address('/petition/')}
        ref={form}
        onSubmit={submit}
        onChange={change}
        noValidate
      >
        <input type="hidden" name="key" value={formKey} autoComplete="off" />
        <input
          type="hidden"
          name={attachmentsField}
          value={step === null ? statedFiles.every : attachments.stated}
          autoComplete="off"
        />
        {step === null && (
          // Enter presses the first button of a form: never one that takes a file out.
          <button className="visually-hidden" tabIndex={-1} aria-hidden="true">
            提交信访事项
          </button>
        )}
        <Honeypot />
        <Parts
          options={props}
          {...{ typed, faults, now: steps.now, asked: steps.asked, step, attachments, removesAt }}
          unkept={unkept && tellUnkept(unkept)}
          onChange={steps.follow}
          onShow={(to) => steps.show(to, 'part')}
        />
        <SendButtons
          {...{ step, sending, waiting, moving, mending: steps.mending }}
          sends={last || step === null}
          onBack={steps.back}
        />
      </form>
      <DraftKeeper
        {...{ saver, draft }}
        scripted={step !== null}
        showsCode={opening?.kind !== 'saved'}
      />
    </div>
  )
}

/** Says that the way chosen before is not open any more, where it is not. */
function lostBy(typed: TypedFields, ways: readonly NotifyWay[]): Faults {
  const notifyBy = closedWay(typed, new Set(ways))
  return notifyBy === null ? {} : { notifyBy }
}

const noFiles: readonly AttachmentView[] = []

/** Where a form goes on that was saved: where it was left or, without a script, at what is missing. */
function leftAt(opening: Opening, props: PetitionFormProps): number {
  const left = opening.kind === 'resumed' ? placeNamed(opening.step) : null
  if (left !== null) return left
  const checked = validate(props.typed, choicesOf(props))
  return checked.ok ? lastStep : (firstFaultyStep(checked.faults) ?? lastStep)
}
