import { useEffect, useRef, useState } from 'react'
import type { AttachmentView } from '../../petition/attachments/attachment-view.ts'
import { createUploadClient } from './attachment-client.ts'
import { isMoving } from './attachment-item.ts'
import type { AttachmentItem } from './attachment-item.ts'
import { createAttachmentQueue } from './attachment-queue.ts'
import type { AttachmentQueue } from './attachment-queue.ts'

export type AttachmentsInForm = {
  queue: AttachmentQueue
  items: readonly AttachmentItem[]
  /** Which files were not added, for the form has them. */
  note: string
  /** What the form says of its files when it is sent. */
  stated: string
  /** Nothing is on its way any more. */
  settled: boolean
  /** Files that cannot come along as they are. */
  left: readonly AttachmentItem[]
}

/** The files of the form on this page. They go on when the network comes back, and under a new key. */
export function useAttachments(
  formKey: string,
  listed: readonly AttachmentView[],
): AttachmentsInForm {
  const [queue] = useState(() => createAttachmentQueue(formKey, listed, createUploadClient))
  const [items, setItems] = useState(queue.items)
  const [note, setNote] = useState('')
  const first = useRef(true)
  const update = () => {
    setItems(queue.items())
    setNote(queue.note())
  }
  useEffect(() => queue.subscribe(update), [queue])
  useEffect(() => {
    window.addEventListener('online', queue.retryNow)
    return () => window.removeEventListener('online', queue.retryNow)
  }, [queue])
  useEffect(() => {
    // A blank form of this page has no files yet: nobody needs to be asked.
    if (first.current && listed.length === 0) {
      first.current = false
      return
    }
    first.current = false
    void queue.resume(formKey)
  }, [formKey])
  return {
    queue,
    items,
    note,
    stated: items.flatMap(({ id, state }) => (state === 'ready' ? [id] : [])).join(' '),
    settled: !items.some(({ state }) => isMoving(state)),
    left: items.filter(({ state }) => state === 'refused' || state === 'stuck'),
  }
}
