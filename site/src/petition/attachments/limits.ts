import { dayMs } from '@portal/content/calendar/day'
import { mostAttachments } from '@portal/content/schema/petition/most-attachments'

const megabyte = 1024 * 1024

/** What may come with one form; shown before anything is chosen and checked where it arrives. Bytes. */
export const attachmentLimits = {
  files: mostAttachments,
  /** A photograph or a document. */
  still: 10 * megabyte,
  /** A recording or a film. */
  media: 50 * megabyte,
  all: 100 * megabyte,
  /** The most that is sent at a time. */
  part: 256 * 1024,
  /** The least, but for the last: it bounds how many parts a file has. */
  smallestPart: 16 * 1024,
} as const

/** Milliseconds for which a file is kept that was neither sent nor saved with its form. */
export const unsentTime = dayMs

/**
 * Files that one address may have under way at once. A form sends one after another, so this is as
 * many people who send at the same moment; who comes beyond waits half a minute.
 */
export const openUploads = 40

/**
 * Milliseconds after which a file under way is given up: the first part of 256 KB has not come, or no
 * further one. The page's script sends it anew; longer than a tunnel, a lift, a call.
 */
export const idleTimes = { silent: 5 * 60_000, halting: 30 * 60_000 } as const

/** The limits in words. */
export const limitWords = `最多 ${attachmentLimits.files} 个，照片和文档每个不超过 ${inWords(attachmentLimits.still)}，录音和视频每个不超过 ${inWords(attachmentLimits.media)}，一共不超过 ${inWords(attachmentLimits.all)}`

/** A size as a reader thinks of it: `860 KB`, `3.4 MB`. */
export function inWords(bytes: number): string {
  if (bytes < megabyte) return `${Math.max(1, Math.round(bytes / 1024))} KB`
  return `${Number((bytes / megabyte).toFixed(1))} MB`
}
