import { useState } from 'react'
import type { AttachmentView } from '../../petition/attachments/attachment-view.ts'
import { useAttachments } from '../attachments/use-attachments.ts'
import { newKey } from '@portal/content/characters/random-key'

/**
 * The key under which the form is filed, and the files that lie under it.
 * @param onAdd told when files are added
 */
export function useFormKey(
  firstKey: string,
  attached: readonly AttachmentView[],
  onAdd: () => void,
) {
  const [formKey, setFormKey] = useState(firstKey)
  /** The tab was duplicated from another that has the same form. */
  const [copied, setCopied] = useState(false)
  const uploads = useAttachments(formKey, attached)
  /** Other words than those of the tab that this one was duplicated from are another petition. */
  const leaveOriginal = () => {
    if (!copied) return
    const key = newKey()
    setCopied(false)
    setFormKey(key)
    void uploads.queue.resume(key)
  }
  const queue = {
    ...uploads.queue,
    add(files: readonly File[]) {
      leaveOriginal()
      onAdd()
      uploads.queue.add(files)
    },
    remove(id: string) {
      leaveOriginal()
      uploads.queue.remove(id)
    },
  }
  return {
    formKey,
    setFormKey,
    copied,
    setCopied,
    leaveOriginal,
    attachments: { ...uploads, queue },
  }
}
