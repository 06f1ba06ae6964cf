import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import type {
  Mailbox,
  Receipt,
  SealedMessage,
  SealedStatus,
} from '../../../site/src/petition/ports.ts'
import { newReceiptNumber } from '../../../site/src/petition/submit/receipt-number.ts'

/** A receipt and its message as the portal hands them to the mailbox, sealed bytes of no meaning. */
export function sealedPetition(
  given: Partial<Receipt> = {},
  bytes = 900,
): { receipt: Receipt; message: SealedMessage } {
  const number = given.number ?? newReceiptNumber((from) => randomInt(from, 10))
  const createdAt = new Date()
  return {
    receipt: {
      number,
      keyHash: randomBytes(32),
      bodyHash: randomBytes(32),
      preCollection: { salt: randomBytes(16), verifier: randomBytes(32) },
      mark: null,
      createdAt,
      ...given,
    },
    message: { id: randomUUID(), number, sealed: randomBytes(bytes), receivedAt: createdAt },
  }
}

/** A status whose every part tells which one it belongs to. */
export function sealedStatus(revision: number, text: string): SealedStatus {
  const access = {
    salt: Buffer.from(`${text} salt`),
    verifier: Buffer.from(`${text} verifier`),
    wrappedIdentity: Buffer.from(`${text} wrapped`),
  }
  return { revision, sealed: Buffer.from(text), access }
}

/** Receipts compared by content, whatever kind of byte array each store returns. */
export function plain(receipt: Receipt | null): unknown {
  if (!receipt) return null
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
  const { keyHash, bodyHash, preCollection } = receipt
  return {
    ...receipt,
    keyHash: hex(keyHash),
    bodyHash: hex(bodyHash),
    preCollection: preCollection && {
      salt: hex(preCollection.salt),
      verifier: hex(preCollection.verifier),
    },
  }
}

/** The sequence of the newest message, 0 where there is none. */
export async function lastSequence(mailbox: Mailbox): Promise<number> {
  let last = 0
  for (;;) {
    const page = await mailbox.messagesAfter(last, 200)
    if (page.length === 0) return last
    last = page.at(-1)?.sequence ?? last
  }
}
