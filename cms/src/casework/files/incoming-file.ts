import { attachment } from '@portal/content/schema/petition/attachment'
import { z } from 'zod'
import { largestDeskFile, mostDeskFiles, type DeskFile } from '../../contracts/cases/desk-files.ts'

/** A file that a page sends. What is somewhat too long comes in and is told so. */
export const sentFile = {
  name: z.string().max(1000),
  content: z.string().max(Math.ceil(largestDeskFile / 3) * 4 + 1024),
}

/** Files that a page brings back. */
export const deskFiles = z
  .array(attachment.extend({ token: z.string().max(100) }))
  .max(mostDeskFiles) satisfies z.ZodType<DeskFile[]>
