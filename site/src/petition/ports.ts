import type { NotifyWay } from '@portal/content/schema/petition/petition'
import type { PreCollectionVerifier } from './access/pre-collection-verifier.ts'

/** What the portal keeps of a filed petition. Nothing here opens it or names anyone. */
export type Receipt = {
  number: string
  keyHash: Uint8Array
  bodyHash: Uint8Array
  /** `null` once the office has brought a status. */
  preCollection: PreCollectionVerifier | null
  /** `codeMark` of the right code; `null` where no portal has seen that yet. */
  mark: number | null
  createdAt: Date
}

export type SealedMessage = { id: string; number: string; sealed: Uint8Array; receivedAt: Date }
type CollectedMessage = SealedMessage & { sequence: number }

/** What the office has not collected: how many messages, and since when the oldest waits. */
export type Backlog = { messages: number; oldest: Date | null }

/** What lets the holder of the query code in; its making is in `content/schema/mailbox/access.ts`. */
export type Access = {
  salt: Uint8Array
  verifier: Uint8Array
  wrappedIdentity: Uint8Array
  /** `codeMark`, where the office has made the code. It is kept with the receipt, not with the status. */
  mark?: number | null
}
export type SealedStatus = { revision: number; sealed: Uint8Array; access: Access }

/** A status as the office brings it, with the files that it names. */
export type BroughtStatus = SealedStatus & { files?: readonly string[] }

/** A challenge that a form uses up, and until when it could be used. */
export type Spending = { challenge: string; expiresAt: Date }

/** What goes along with a petition, in the transaction that files it. */
export type FiledTogether = {
  /** Ready files by id, which become the message's. */
  uploads?: readonly string[]
  /** Used up for this form's key; the form that was filed already does not need it again. */
  spending?: Spending | null
}

/** What became of a petition that was to be filed. */
type Filing =
  | { kind: 'filed' }
  | { kind: 'key-known'; receipt: Receipt }
  | { kind: 'number-taken' }
  /** Another form has used the challenge. */
  | { kind: 'spent' }

/**
 * The boundary between portal and CMS: an append-only table of sealed messages, a table of sealed
 * statuses, and the receipts. Every method throws `Unavailable` when the store cannot answer in time.
 */
export type Mailbox = {
  /**
   * Receipt and message in one durable transaction, in which the draft of the form is erased; a key
   * that is already there changes nothing.
   * @throws UploadGone when a file that was to come along is not there any more
   */
  file(receipt: Receipt, message: SealedMessage, along?: FiledTogether): Promise<Filing>
  receipt(number: string): Promise<Receipt | null>
  /** Stores the mark of a receipt's right code. */
  putMark(number: string, mark: number): Promise<void>
  status(number: string): Promise<SealedStatus | null>
  /**
   * Appends a further message of a known petition with its files, as `file` does. False where its
   * id is already there.
   * @throws UploadGone as `file` does
   */
  append(message: SealedMessage, uploads?: readonly string[]): Promise<boolean>
  hasMessage(id: string): Promise<boolean>

  /**
   * Messages after `sequence`, oldest first. A message never appears behind one that was already
   * given out, so a reader may keep the last sequence as its bookmark.
   */
  messagesAfter(sequence: number, limit: number): Promise<CollectedMessage[]>
  acknowledge(through: number, at: Date): Promise<void>
  /** Erases at most `limit` messages that were acknowledged before `before`; how many it erased. */
  eraseAcknowledged(before: Date, limit: number): Promise<number>
  /**
   * Takes a status with its access and erases the pre-collection verifier. The revision held afterwards: only
   * a greater one replaces. A number whose code the office has made (`mark`) becomes known by it: that petition
   * was registered at the desk and never lay in the mailbox. `null` where another number is unknown;
   * `files-missing`, and nothing is changed, where a file that it names is not there whole.
   */
  putStatus(number: string, status: BroughtStatus): Promise<number | null | 'files-missing'>

  /** Resolves when the mailbox can be read. */
  check(): Promise<void>
  close(): Promise<void>
}

/** The ways of being told of progress that the office has said it can send by; none before it spoke. */
export type Channels = {
  offered(): Promise<NotifyWay[]>
  /** Takes the place of whatever was offered. */
  offer(ways: readonly NotifyWay[]): Promise<void>
}
