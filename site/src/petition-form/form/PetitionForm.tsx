import { useEffect, useRef, useState } from 'react'
import type { SubmitEvent } from 'react'
import { address } from '../../layouts/address.ts'
import { attachmentsField, statedFiles } from '../../petition/attachments/attachment-view.ts'
import type { AttachmentView } from '../../petition/attachments/attachment-view.ts'
import { underWay } from '../attachments/attachment-item.ts'
import { takeScriptlessFiles } from '../attachments/scriptless-files.ts'
import { tellUnkept } from '../attachments/unkept-files.ts'
import { claimTab } from '../drafts/claim-tab.ts'
import { readDeviceDraft } from '../drafts/device-draft.ts'
import { DraftKeeper } from '../drafts/DraftKeeper.tsx'
import { Reopened } from '../drafts/Reopened.tsx'
import { Restored } from '../drafts/Restored.tsx'
import { SaveCode } from '../drafts/SaveCode.tsx'
import { useDeviceDraft } from '../drafts/use-device-draft.ts'
import { useServerDraft } from '../drafts/use-server-draft.ts'
import { useTab } from '../drafts/use-tab.ts'
import { Receipt } from '../receipt/Receipt.tsx'
import { Honeypot } from '../submit/Honeypot.tsx'
import { useSubmission } from '../submit/use-submission.ts'
import { ErrorSummary } from './ErrorSummary.tsx'
import { isPosted, lostBy, startingStep } from './form-start.ts'
import type { FormStart } from './form-start.ts'
import { fillForm } from './form-values.ts'
import { Intro } from './Intro.tsx'
import { chosenBefore, choicesOf } from './form-options.ts'
import { Parts } from './Parts.tsx'
import { SendButtons } from './SendButtons.tsx'
import { changesByChoice, lastStep, nameOf } from './steps.ts'
import { useFormKey } from './use-form-key.ts'
import { useLeaveWarning } from './use-leave-warning.ts'
import { useSteps } from './use-steps.ts'

type PetitionFormProps = FormStart & { officeName: string; phone: string }

const noFiles: readonly AttachmentView[] = []

/**
 * The petition form. Without a script it is a plain form that posts to its own page; with one it
 * asks one thing at a time, checks before sending, and shows the receipt in place. All fields stand
 * in the form all the time, so that nothing typed can be lost between the steps.
 */
export function PetitionForm(props: PetitionFormProps) {
  const { typed, officeName, phone, opening = null, attached = noFiles } = props
  const form = useRef<HTMLFormElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  const came = { ...props, faults: { ...lostBy(typed, props.ways), ...props.faults } }
  const steps = useSteps(form, summary, came, props.ways.length > 0)
  const { step, last, faults, notice } = steps
  const [touched, setTouched] = useState(false)
  const [restored, setRestored] = useState(false)
  const [unkept, setUnkept] = useState(props.unkept ?? null)
  const key = useFormKey(props.formKey, attached, () => setUnkept(null))
  const { formKey, copied, attachments } = key
  const posted = isPosted(props)
  const own = posted || opening !== null
  const written = touched || restored || posted
  const tab = useTab(form, { key: formKey, step, own, written, copied })
  const draft = useDeviceDraft(form, opening ? 'another' : posted || tab.form ? 'newer' : 'blank')
  const saver = useServerDraft({
    form,
    formKey,
    step: step === null ? null : nameOf(step),
    files: attachments.stated,
    opening,
    onSaved: key.setFormKey,
  })
  const submission = useSubmission({
    ...{ form, options: props, steps, formKey, attachments, saver },
    onKey: key.setFormKey,
    onFiled: draft.done,
  })
  const { sending, waiting, receipt } = submission

  useEffect(() => {
    const start = startingStep(props, tab.form?.step)
    const search = location.search
    steps.begin(Math.min(start, lastStep), posted && start !== lastStep)
    if (tab.receipt) submission.showReceipt(tab.receipt)
    if (tab.form && form.current) {
      fillForm(form.current, tab.form.typed)
      key.setFormKey(tab.form.key)
      key.setCopied(tab.form.copied)
      setRestored(true)
    }
    const kept = tab.form?.typed ?? (own ? null : readDeviceDraft())
    const gone = kept && lostBy(kept, props.ways)
    if (gone?.notifyBy) steps.lose(gone)
    if (posted) steps.focus.current = 'summary'
    if (!form.current) return
    takeScriptlessFiles(attachments.queue, form.current.querySelector<HTMLInputElement>('#files'))
    // The server never reads what follows the question mark of an address.
    if (!own && !readDeviceDraft()) fillForm(form.current, chosenBefore(search, choicesOf(props)))
    steps.read()
    claimTab(() => key.setCopied(tab.form !== null))
  }, [])
  const moving = step === null ? null : underWay(attachments.items)
  // What this tab keeps is there again after a reload; the rest of a file is not.
  const losing = touched && !draft.keeping && !tab.keeps
  useLeaveWarning(!receipt && (losing || moving !== null))

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void submission.send(event.currentTarget)
  }
  const change = () => {
    setTouched(true)
    key.leaveOriginal()
    submission.prepareProof()
    tab.changed()
    draft.changed()
    saver.changed()
    if (step !== null && changesByChoice(step)) steps.read()
  }

  if (receipt) {
    const { answer, category } = receipt
    return <Receipt {...answer} {...{ category, officeName, phone }} />
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
