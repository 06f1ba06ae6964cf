import { useEffect, useRef, useState } from 'react'
import { attachmentsField, statedFiles } from '../../../petition/attachments/attachment-view.ts'
import type { AttachmentView } from '../../../petition/attachments/attachment-view.ts'
import { AttachmentFields } from '../../attachments/AttachmentFields.tsx'
import { underWay } from '../../attachments/attachment-item.ts'
import { keyChanged } from './restore-form.ts'
import { takeScriptlessFiles } from '../../attachments/scriptless-files.ts'
import { useAttachments } from '../../attachments/use-attachments.ts'

type Props = {
  /** Of the field; a page has several. */
  id: string
  formKey: string
  listed: readonly AttachmentView[]
  /** Where a form without a script is posted to take a file out. */
  removesAt: string
}

/**
 * Files of a later message. They arrive while the text is written; a form that is sent before they are
 * there goes out by itself as soon as they are.
 */
export function MessageAttachments({ id, formKey, listed, removesAt }: Props) {
  const [key, setKey] = useState(formKey)
  const attachments = useAttachments(key, listed)
  const { queue, stated, settled, left, items } = attachments
  const [scripted, setScripted] = useState(false)
  const [sending, setSending] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const ready = settled && left.length === 0

  useEffect(() => {
    takeScriptlessFiles(queue, field.current?.form?.querySelector<HTMLInputElement>(`#${id}`))
    setScripted(true)
    // A form that was written before a reload goes on under its own key, before or after this is there.
    const form = field.current?.form
    const readKey = () => {
      const known = form?.elements.namedItem('key')
      if (known instanceof HTMLInputElement) setKey(known.value)
    }
    readKey()
    form?.addEventListener(keyChanged, readKey)
    return () => form?.removeEventListener(keyChanged, readKey)
  }, [])
  useEffect(() => {
    const form = field.current?.form
    if (!form || ready) return
    const wait = (event: Event) => {
      event.preventDefault()
      setSending(true)
    }
    form.dataset.waiting = ''
    form.addEventListener('submit', wait)
    return () => {
      delete form.dataset.waiting
      form.removeEventListener('submit', wait)
    }
  }, [ready])
  useEffect(() => {
    if (!sending || !settled) return
    setSending(false)
    // As a button would; browsers of 2019 have no `requestSubmit`.
    const form = field.current?.form
    if (ready && form?.dispatchEvent(new Event('submit', { cancelable: true }))) form.submit()
  }, [sending, settled, ready])

  return (
    <>
      <AttachmentFields {...{ attachments, scripted, id, removesAt }} />
      <input
        type="hidden"
        name={attachmentsField}
        value={scripted ? stated : statedFiles.every}
        ref={field}
      />
      <p role="status" className="message-waiting">
        {sending && !settled
          ? `${underWay(items) ?? ''}。传完会自动送出，请不要关闭页面。`
          : settled && left.length > 0
            ? '有附件没有收下。请把它删去或者重试，再送出。'
            : ''}
      </p>
    </>
  )
}
