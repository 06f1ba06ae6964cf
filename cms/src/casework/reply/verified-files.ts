import { mostReplyBytes, replyFiles } from '@portal/content/schema/petition/reply-files'
import { inWords } from '@portal/content/attachments/limits'
import type { Attachment } from '@portal/content/schema/petition/attachment'
import type { DeskFile } from '../../contracts/cases/desk-files.ts'
import { openFile } from '../files/file-token.ts'

/** The files of an opinion as a page has brought them back, or why they cannot go out. */
export type SentFiles = { ok: true; files: Attachment[] } | { ok: false; reason: string }

/** What is said of files that are too many megabytes together. */
export const replyFilesTooLarge = `附件一共不超过 ${inWords(mostReplyBytes)}：请删去一些，或者降低清晰度再传。`

/**
 * Takes the desk's own word off files that a page brings back with an opinion.
 * @param secret by which the desk has signed them
 */
export function openSentFiles(
  secret: string,
  number: string,
  sent: readonly DeskFile[],
): SentFiles {
  const files = sent.map((file) => openFile(secret, number, file))
  if (!files.every((file) => file !== null)) {
    return { ok: false, reason: '有的附件对不上，请删去后重新添加。' }
  }
  const known = replyFiles.safeParse(files)
  return known.success ? { ok: true, files: known.data } : { ok: false, reason: replyFilesTooLarge }
}
