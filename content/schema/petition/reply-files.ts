import { z } from 'zod'
import { attachment } from './attachment.ts'

/** At most so many files with one reply or opinion. */
export const mostReplyFiles = 10

/** Bytes of one, and of all of one reply: a citizen opens them on a telephone. */
export const largestReplyFile = 10 * 1024 * 1024
export const mostReplyBytes = 30 * 1024 * 1024

/** Files that go out with a reply or an opinion, each as it was checked; the digest is of the open file. */
export const replyFiles = z
  .array(attachment.extend({ bytes: z.int().min(1).max(largestReplyFile) }))
  .max(mostReplyFiles)
  .refine((files) => files.reduce((sum, { bytes }) => sum + bytes, 0) <= mostReplyBytes, {
    error: '一份答复的文件一共不超过 30 MB',
  })
  .refine((files) => new Set(files.map(({ id }) => id)).size === files.length, {
    error: '同一个文件写了两次',
  })
