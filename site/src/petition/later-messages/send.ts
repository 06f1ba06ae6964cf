import type { Status } from '@portal/content/schema/petition/status'
import type { Attachments } from '../attachments/attachments.ts'
import { UploadGone } from '../attachments/ports.ts'
import type { Readied } from '../attachments/ready.ts'
import { refusals } from '@portal/content/attachments/refusal'
import { shanghaiDay } from '@portal/content/calendar/day'
import { parseIdempotencyKey } from '../submit/idempotency-key.ts'
import type { Mailbox } from '../ports.ts'
import type { Seal } from '../seal.ts'
import type { ReadStatus, Tracking } from '../track/track.ts'
import { Unavailable } from '../failures.ts'
import type { Credentials, Verify } from '../access/verify.ts'
import { composeMessage, messageId, takesFiles } from './compose.ts'
import type { LaterMessageFaults, LaterMessageKind, TypedLaterMessage } from './forms.ts'
import { isPending, offers } from './open-forms.ts'
import { parseLaterMessage } from './parse.ts'
import type { LaterMessage } from './parse.ts'

/** What became of a later message. */
export type LaterMessageOutcome =
  /** It is in the mailbox, or with the office already. */
  | { kind: 'sent' }
  /** One was sent before. Whether it said the same nobody here can tell. */
  | { kind: 'pending' }
  | { kind: 'faults'; faults: LaterMessageFaults }
  /** The form's files went with an earlier message, or were erased: they are to be chosen anew. */
  | { kind: 'files-gone' }
  /** A file was taken out of the form, which stays open. Nothing was sent. */
  | { kind: 'file-removed' }
  /** A withdrawal, sound and not confirmed yet. */
  | { kind: 'asked' }
  /** The status does not, or no longer, offer this. Nothing was sent. */
  | { kind: 'closed' }
  | { kind: 'unavailable'; retryAfter: number }
  /** Number and code did not open a status, so the form was not looked at; the tracking says why. */
  | { kind: 'unread' }

/** Counts what the holder of a receipt sends, once the code was right. */
type AllowLaterMessage = (
  kind: 'laterMessage',
  asking: { address: string; receipt: string },
) => Promise<{ ok: true } | { ok: false; retryAfter: number }>

/** Where the petition stands afterwards, and what became of the form. */
type SentLaterMessage = { tracking: Tracking; outcome: LaterMessageOutcome }

type SendLaterMessage = (
  who: Credentials,
  kind: LaterMessageKind,
  typed: TypedLaterMessage,
) => Promise<SentLaterMessage>

/**
 * Seals what the petitioner writes after filing into a message of its kind (arts. 21, 35, 36): let in
 * → still offered → sound → sealed → committed. The same form sent again is one message.
 */
export function createSendLaterMessage(parts: {
  mailbox: Mailbox
  attachments: Pick<Attachments, 'ready' | 'remove'>
  seal: Seal
  verify: Verify
  readStatus: ReadStatus
  allow: AllowLaterMessage
  now: () => Date
}): SendLaterMessage {
  const { mailbox, attachments, seal, verify, readStatus, allow, now } = parts

  /** One that cannot be taken out now still stands in the form. */
  async function removeFile(
    typedKey: string | undefined,
    id: string,
  ): Promise<LaterMessageOutcome> {
    try {
      const formKey = parseIdempotencyKey(typedKey ?? '')
      if (formKey !== null) await attachments.remove(formKey, id)
      return { kind: 'file-removed' }
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error
      return { kind: 'unavailable', retryAfter: error.retryAfter }
    }
  }

  return async (who, kind, typed) => {
    const verification = await verify(who)
    if (verification.kind !== 'verified') {
      return { tracking: verification, outcome: { kind: 'unread' } }
    }
    const { receipt, held } = verification
    const tracking = await readStatus(receipt, held)
    if (tracking.kind !== 'found' || !tracking.status || !held?.identity) {
      return { tracking, outcome: { kind: tracking.kind === 'found' ? 'closed' : 'unread' } }
    }
    const { status, pending } = tracking
    const { identity } = held
    const receivedAt = now()
    const open = offers(status, pending, shanghaiDay(receivedAt))
    if (isPending(pending, kind)) return { tracking, outcome: { kind: 'pending' } }
    const level = open.appeal?.level
    const sameAppeal = kind !== 'appeal' || typed.level === level
    if (!open[kind] || !sameAppeal) {
      return { tracking, outcome: { kind: isRecorded(status, kind, typed) ? 'sent' : 'closed' } }
    }
    if (typed.remove !== undefined) {
      return { tracking, outcome: await removeFile(typed.key, typed.remove) }
    }
    const parsed = parseLaterMessage(kind, typed, level ?? 'review')
    if (!parsed.ok) return { tracking, outcome: { kind: 'faults', faults: parsed.faults } }
    if (kind === 'withdrawal' && typed.confirmed !== 'yes') {
      return { tracking, outcome: { kind: 'asked' } }
    }

    const { laterMessage } = parsed
    const { number } = receipt
    const allowed = await allow('laterMessage', { address: who.address ?? '', receipt: number })
    if (!allowed.ok) {
      return { tracking, outcome: { kind: 'unavailable', retryAfter: allowed.retryAfter } }
    }
    try {
      const formKey = parseIdempotencyKey(typed.key ?? '')
      const stated = takesFiles(laterMessage) ? (typed.attachments ?? '') : ''
      const files = await attachments.ready(formKey ?? '', stated)
      if (!files.ok) return { tracking, outcome: filesOutcome(files.refused) }
      const id = messageId(laterMessage, files.attachments, { identity, status, formKey })
      const sealed = await seal(
        composeMessage(laterMessage, files.attachments, { number, sentAt: receivedAt }),
      )
      const uploads = files.attachments.map((file) => file.id)
      const added = await mailbox.append({ id, number, sealed, receivedAt }, uploads)
      return { tracking: withSent(tracking, laterMessage, added), outcome: { kind: 'sent' } }
    } catch (error) {
      if (error instanceof UploadGone) return { tracking, outcome: { kind: 'files-gone' } }
      if (!(error instanceof Unavailable)) throw error
      return { tracking, outcome: { kind: 'unavailable', retryAfter: error.retryAfter } }
    }
  }
}

/** Whether the office has recorded just this: its form was sent once more. */
function isRecorded(status: Status, kind: LaterMessageKind, typed: TypedLaterMessage): boolean {
  if (kind === 'withdrawal') return status.state === 'withdrawn'
  if (kind !== 'evaluation' || !status.evaluation) return false
  const { satisfaction, comment } = status.evaluation
  const parsed = parseLaterMessage('evaluation', typed, 'review')
  return (
    parsed.ok &&
    parsed.laterMessage.kind === 'evaluation' &&
    parsed.laterMessage.evaluation.satisfaction === satisfaction &&
    parsed.laterMessage.evaluation.comment === comment
  )
}

function filesOutcome(refused: Extract<Readied, { ok: false }>['refused']): LaterMessageOutcome {
  if (refused.length === 0) return { kind: 'files-gone' }
  const files = refused.map(({ name, refusal }) => `${name}：${refusals[refusal]}`).join(' ')
  return { kind: 'faults', faults: { files } }
}

function withSent(
  tracking: Extract<Tracking, { kind: 'found' }>,
  { kind }: LaterMessage,
  added: boolean,
): Tracking {
  const { pending } = tracking
  const sent =
    kind === 'supplement'
      ? { supplements: pending.supplements + (added ? 1 : 0) }
      : { [kind]: true }
  return { ...tracking, pending: { ...pending, ...sent } }
}
