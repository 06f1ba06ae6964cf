import { attachmentLimits, inWords } from '@portal/content/attachments/limits'
import type { Attachment } from '@portal/content/schema/petition/attachment'

/** Bytes of a file that staff add; what is longer is not sent at all. */
export const largestDeskFile = attachmentLimits.still

/** Files that staff add to one form. */
export const mostDeskFiles = attachmentLimits.files

/** What is said of a file that is longer. */
export const deskFileTooLarge = `文件太大，每个不超过 ${inWords(largestDeskFile)}。请分开扫描，或者降低清晰度再传。`

/** What is said before files are chosen. */
export const deskFileWords = `照片、PDF、Word 或者 Excel 文档，最多 ${mostDeskFiles} 个，每个不超过 ${inWords(largestDeskFile)}。`

/** A file as a page sends it: its name, and its bytes in base64. */
export type SentFile = { name: string; content: string }

/** A file that was checked and sealed; `token` shows that the desk has said all this of it. */
export type DeskFile = Attachment & { token: string }
