import type { Attachment } from '@portal/content/schema/petition/attachment'
import type { Message } from '@portal/content/schema/mailbox/message'
import type { Status } from '@portal/content/schema/petition/status'
import { onceId, supplementId } from './message-id.ts'
import type { LaterMessage } from './parse.ts'

/** The kinds that may bring files. */
export function takesFiles({ kind }: LaterMessage): boolean {
  return kind === 'supplement' || kind === 'appeal'
}

/** A later message as the message that is sealed. */
export function composeMessage(
  laterMessage: LaterMessage,
  attachments: Attachment[],
  { number, sentAt }: { number: string; sentAt: Date },
): Message {
  const envelope = { version: 2, number, sentAt: sentAt.toISOString() } as const
  switch (laterMessage.kind) {
    case 'evaluation':
    case 'withdrawal':
      return { ...envelope, ...laterMessage }
    case 'supplement':
    case 'appeal':
      return { ...envelope, ...laterMessage, attachments }
  }
}

/**
 * The id of that message.
 * @param formKey the form's key; `null` where it came without one of ours
 */
export function messageId(
  laterMessage: LaterMessage,
  attachments: Attachment[],
  by: { identity: string; status: Status; formKey: string | null },
): string {
  const { identity, status, formKey } = by
  if (laterMessage.kind !== 'supplement') return onceId(identity, laterMessage.kind, status)
  // By name and digest: a browser that sends its form again brings the same files anew.
  const files = attachments.map(({ name, sha256 }) => [name, sha256])
  const content = JSON.stringify([laterMessage.text, files])
  return supplementId(identity, formKey ?? `revision ${status.revision}`, content)
}
