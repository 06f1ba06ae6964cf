import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import type { Attachment } from '@portal/content/schema/petition/attachment'
import type { Status } from '@portal/content/schema/petition/status'
import { Decrypter } from 'age-encryption'
import type { Credentials, Refusal, Verify } from '../access/verify.ts'
import { Unavailable } from '../failures.ts'
import { openStatus, StatusDamaged } from '../track/open-status.ts'
import type { ReplyFileStore } from './ports.ts'

export type OpenedReplyFile =
  | { kind: 'opened'; file: Attachment; content: AsyncIterable<Uint8Array> }
  /** The petition's status names no such file, or no more. */
  | { kind: 'gone' }
  /** It does not open, or is not what the status says. */
  | { kind: 'damaged' }
  | Refusal

export type OpenReplyFile = (who: Credentials, id: string) => Promise<OpenedReplyFile>

/** What came is not the file of which the status speaks. */
class FileDamaged extends Error {
  override name = 'FileDamaged'
}

/** Every file that a status names. */
export function filesOf({ reply, opinions }: Pick<Status, 'reply' | 'opinions'>): Attachment[] {
  return [...(reply?.files ?? []), ...opinions.flatMap(({ files }) => files ?? [])]
}

/** Opens a file of a reply for the holder of number and code; nobody else learns whether there is one. */
export function createOpenReplyFile(parts: {
  verify: Verify
  replyFiles: Pick<ReplyFileStore, 'sealed'>
}): OpenReplyFile {
  return async (who, id) => {
    const verification = await parts.verify(who)
    if (verification.kind !== 'verified') return verification
    const { receipt, held } = verification
    if (!held) return { kind: 'gone' }
    const { sealed, identity } = held
    if (!identity) return { kind: 'damaged' }
    try {
      const status = await openStatus(sealed, identity, receipt.number)
      const file = filesOf(status).find((one) => one.id === id)
      const kept = file && (await parts.replyFiles.sealed(receipt.number, id))
      if (!file || !kept) return { kind: 'gone' }
      const content = await openContent(kept.parts, identity)
      return { kind: 'opened', file, content: asDescribed(content, file) }
    } catch (error) {
      if (error instanceof StatusDamaged || error instanceof FileDamaged) return { kind: 'damaged' }
      if (error instanceof Unavailable) return { kind: 'unavailable', retryAfter: error.retryAfter }
      throw error
    }
  }
}

async function openContent(
  parts: AsyncIterable<Uint8Array>,
  identity: string,
): Promise<AsyncIterable<Uint8Array>> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  try {
    const sealed = Readable.toWeb(Readable.from(parts)) as unknown as ReadableStream<Uint8Array>
    const plain = await decrypter.decrypt(sealed)
    return Readable.fromWeb(plain as unknown as NodeReadableStream)
  } catch (cause) {
    if (cause instanceof Unavailable) throw cause
    throw new FileDamaged('the seal does not open', { cause })
  }
}

/**
 * Passes a file on, its last piece only once all of it is the one that was described: who gets it whole has that
 * one, and from another the answer breaks off.
 */
async function* asDescribed(
  content: AsyncIterable<Uint8Array>,
  { bytes, sha256 }: Attachment,
): AsyncIterable<Uint8Array> {
  const hash = createHash('sha256')
  let length = 0
  let last: Uint8Array | null = null
  for await (const piece of content) {
    if (last) yield last
    hash.update(piece)
    length += piece.length
    last = piece
  }
  if (length !== bytes || hash.digest('base64') !== sha256) throw new FileDamaged('another file')
  if (last) yield last
}
