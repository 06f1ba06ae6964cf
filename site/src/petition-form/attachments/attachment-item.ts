import { attachmentLimits, inWords } from '@portal/content/attachments/limits'
import type { AttachmentView } from '../../petition/attachments/attachment-view.ts'
import { refusals } from '@portal/content/attachments/refusal'
import type { Refusal } from '@portal/content/attachments/refusal'

/** A chosen file on its way. */
export type AttachmentItem = {
  id: string
  name: string
  size: number
  /** Bytes that have arrived. */
  sent: number
  /** `stuck`: it goes on when it is told to, or not at all; `message` says what to do. */
  state: 'waiting' | 'sending' | 'offline' | 'checking' | 'ready' | 'refused' | 'stuck'
  message: string
  /** Whether trying again may help. */
  again: boolean
}

/** A file that arrived with an earlier form, or before the page was opened again. */
export function itemOf(listed: AttachmentView): AttachmentItem {
  const { id, name, size, received } = listed
  const item = { id, name, size, sent: received, message: '', again: false }
  switch (listed.state) {
    case 'ready':
      return { ...item, state: 'ready' }
    case 'refused':
      return { ...item, state: 'refused', message: refusals[listed.refusal] }
    case 'open':
      return { ...item, state: 'stuck', message: '没有传完。请删去，重新选择。' }
  }
}

/** Why a file need not be sent at all: the server would refuse it. */
export function faultOf(
  file: { size: number; type: string },
  others: readonly AttachmentItem[],
): Refusal | null {
  const media = /^(?:audio|video)\//.test(file.type)
  const counted = others.filter(({ state }) => state !== 'refused')
  const bytes = counted.reduce((sum, { size }) => sum + size, 0)
  if (file.size === 0) return 'empty'
  if (file.size > attachmentLimits.media) return 'too-large'
  if (file.type !== '' && !media && file.size > attachmentLimits.still) return 'too-large'
  const crowded = counted.length >= attachmentLimits.files
  return crowded || bytes + file.size > attachmentLimits.all ? 'too-many' : null
}

/** How far a file is, in words. */
export function stateWords({ state, sent, size, message }: AttachmentItem): string {
  switch (state) {
    case 'waiting':
      return '等着上传'
    case 'sending':
      return `上传中 ${percent(sent, size)}`
    case 'offline':
      return `网络断了，已传 ${percent(sent, size)}，连上以后自动接着传`
    case 'checking':
      return '传完了，正在检查'
    case 'ready':
      return `已上传，${inWords(size)}`
    case 'refused':
    case 'stuck':
      return `没有收下：${message}`
  }
}

/** Files that are still on their way, and how far they are together; `null` where there is none. */
export function underWay(items: readonly AttachmentItem[]): string | null {
  const moving = items.filter(({ state }) => isMoving(state))
  if (moving.length === 0) return null
  const total = (key: 'sent' | 'size') => moving.reduce((sum, item) => sum + item[key], 0)
  return `还有 ${moving.length} 个附件在上传，已传 ${percent(total('sent'), total('size'))}`
}

/** Whether a file moves on without anybody doing anything. */
export function isMoving(state: AttachmentItem['state']): boolean {
  return state === 'waiting' || state === 'sending' || state === 'offline' || state === 'checking'
}

function percent(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Math.floor((100 * part) / whole)}%`
}
