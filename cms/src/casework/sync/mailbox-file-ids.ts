import { createHash } from 'node:crypto'
import type { Attachment } from '@portal/content/schema/petition/attachment'
import type { Status } from '@portal/content/schema/petition/status'

/**
 * The name of a file in the mailbox: a UUID (RFC 9562, version 8) of the file and of whom it is sealed to, so that
 * with a new query code the file is brought anew.
 */
export function sentId(id: string, recipient: string): string {
  const bytes = createHash('sha256').update(`reply file v1 ${id} ${recipient}`).digest()
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, to]) => hex.slice(from, to))
    .join('-')
}

type Files = { reply: Status['reply']; opinions: Status['opinions'] }

/** A status with its files by their names in the mailbox. */
export function withSentIds<S extends Files>(status: S, recipient: string): S {
  const renamed = <T extends { files?: Attachment[] | undefined }>(answer: T): T => ({
    ...answer,
    ...(answer.files && {
      files: answer.files.map((file) => ({ ...file, id: sentId(file.id, recipient) })),
    }),
  })
  return {
    ...status,
    reply: status.reply && renamed(status.reply),
    opinions: status.opinions.map(renamed),
  }
}

/** Every file that a status names. */
export function filesOf({ reply, opinions }: Files): Attachment[] {
  return [...(reply?.files ?? []), ...opinions.flatMap(({ files }) => files ?? [])]
}
