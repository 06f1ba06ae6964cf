import { mostAttachments } from '../schema/petition/most-attachments.ts'

const megabyte = 1024 * 1024

/** What may come with one form; shown before anything is chosen and checked where it arrives. Bytes. */
export const attachmentLimits = {
  files: mostAttachments,
  /** A photograph or a document. */
  still: 10 * megabyte,
  /** A recording or a film. */
  media: 50 * megabyte,
  all: 100 * megabyte,
} as const

/** The limits in words. */
export const limitWords = `最多 ${attachmentLimits.files} 个，照片和文档每个不超过 ${inWords(attachmentLimits.still)}，录音和视频每个不超过 ${inWords(attachmentLimits.media)}，一共不超过 ${inWords(attachmentLimits.all)}`

/** A size as a reader thinks of it: `860 KB`, `3.4 MB`. */
export function inWords(bytes: number): string {
  if (bytes < megabyte) return `${Math.max(1, Math.round(bytes / 1024))} KB`
  return `${Number((bytes / megabyte).toFixed(1))} MB`
}
