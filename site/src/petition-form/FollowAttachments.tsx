import { useEffect, useRef, useState } from 'react'
import { attachmentsField, statedFiles } from '../petition/attachments/listed.ts'
import type { Listed } from '../petition/attachments/listed.ts'
import { AttachmentFields } from './AttachmentFields.tsx'
import { underWay } from './attachment-item.ts'
import { useAttachments } from './use-attachments.ts'

type Props = {
  /** Of the field; a page has several. */
  id: string
  formKey: string
  listed: readonly Listed[]
}

/**
 * Files of a follow-up. They arrive while the text is written; a form that is sent before they are
 * there goes out by itself as soon as they are.
 */
export function FollowAttachments({ id, formKey, listed }: Props) {
  const attachments = useAttachments(formKey, listed)
  const { queue, stated, settled, left, items } = attachments
  const [scripted, setScripted] = useState(false)
  const [sending, setSending] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const ready = settled && left.length === 0

  useEffect(() => {
    // Files that were chosen before the script was there would go with the field that it replaces.
    const plain = field.current?.form?.querySelector<HTMLInputElement>(`#${id}`)
    queue.add(Array.from(plain?.files ?? []))
    setScripted(true)
  }, [])
  useEffect(() => {
    const form = field.current?.form
    if (!form || ready) return
    const wait = (event: Event) => {
      event.preventDefault()
      setSending(true)
    }
    form.addEventListener('submit', wait)
    return () => form.removeEventListener('submit', wait)
  }, [ready])
  useEffect(() => {
    if (!sending || !settled) return
    setSending(false)
    if (ready) field.current?.form?.submit()
  }, [sending, settled, ready])

  return (
    <>
      <AttachmentFields {...{ attachments, scripted, id }} />
      <input
        type="hidden"
        name={attachmentsField}
        value={scripted ? stated : statedFiles.every}
        ref={field}
      />
      <p role="status" className="follow-waiting">
        {sending && !settled && `${underWay(items) ?? ''}。传完会自动送出，请不要关闭页面。`}
        {settled && left.length > 0 && '有附件没有收下。请把它删去或者重试，再送出。'}
      </p>
    </>
  )
}
