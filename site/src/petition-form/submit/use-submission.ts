import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { Category } from '@portal/content/schema/petition/category'
import { validate } from '../../petition/fields/validate.ts'
import type { AttachmentsInForm } from '../attachments/use-attachments.ts'
import { dropTabForm } from '../drafts/tab-storage.ts'
import type { TabReceipt } from '../drafts/tab-storage.ts'
import type { Saver } from '../drafts/use-server-draft.ts'
import { readForm } from '../form/form-values.ts'
import { choicesOf } from '../form/form-options.ts'
import type { FormOptions } from '../form/form-options.ts'
import { placeOf } from '../form/steps.ts'
import type { Steps } from '../form/use-steps.ts'
import { formMessageOf, leftFilesMessage } from './form-message.ts'
import { makeProof } from './proof.ts'
import { createProver } from './prover.ts'
import { sendForm } from './send.ts'
import type { SubmissionResponse } from './submission-response.ts'

type ShownReceipt = {
  answer: Extract<SubmissionResponse, { kind: 'receipt' }>
  category: Category
}

/** Sends the form once everything in it is in order and its files have arrived, and keeps the receipt. */
export function useSubmission(parts: {
  form: RefObject<HTMLFormElement | null>
  options: FormOptions
  steps: Steps
  formKey: string
  attachments: AttachmentsInForm
  /** Nothing is saved behind a form that is sent. */
  saver: Pick<Saver, 'rest'>
  /** The form is filed, or was before, under another key. */
  onKey: (key: string) => void
  onFiled: () => void
}) {
  const { form, options, steps, formKey, attachments, saver, onKey, onFiled } = parts
  const { step, last } = steps
  const [sending, setSending] = useState(false)
  /** Sent, but for files that are still on their way. */
  const [waiting, setWaiting] = useState(false)
  const [receipt, setReceipt] = useState<ShownReceipt | null>(null)
  const busy = useRef(false)
  /** Kept from being sent by files that were refused or got stuck. */
  const stuck = useRef(false)
  const [prover] = useState(() => createProver(makeProof))
  // Ready before the answers are read through, also where writing them took an hour.
  useEffect(() => {
    if (last) prover.prepare()
  }, [last])
  // Whoever leaves the last step while files are on their way does not want it sent behind their back.
  useEffect(() => setWaiting(false), [step])

  const showReceipt = ({ category, ...shown }: TabReceipt) => {
    dropTabForm()
    steps.end()
    setReceipt({ answer: { kind: 'receipt', ...shown }, category })
  }

  const send = async (posting: HTMLFormElement) => {
    // A state would still be the old one in the second click of a double click.
    if (busy.current) return
    const checked = validate(readForm(posting), choicesOf(options))
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
      const message = leftFilesMessage(attachments.left, '提交信访事项')
      return steps.mendAt(placeOf('attachments'), message)
    }
    busy.current = true
    setSending(true)
    await saver.rest()
    const answer = await sendForm(posting, prover)
    busy.current = false
    setSending(false)
    if (answer.kind === 'receipt') {
      onFiled()
      const { number, code, receivedAt, title, files } = answer
      const { category } = checked.petition
      return showReceipt({ number, code, receivedAt, title, files, category })
    }
    if (answer.kind === 'faults') return steps.refuse(answer.faults)
    if (answer.kind === 'conflict' || answer.kind === 'bad-key') onKey(answer.key)
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

  return { send, sending, waiting, receipt, showReceipt, prepareProof: prover.prepare }
}
