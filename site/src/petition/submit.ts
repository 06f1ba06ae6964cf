import { randomInt, randomUUID, timingSafeEqual } from 'node:crypto'
import { newEarly } from './early.ts'
import type { Choices, Faults, TypedFields } from './fields.ts'
import { deriveSecrets, hashBody, hashKey, parseIdempotencyKey } from './idempotency-key.ts'
import type { Mailbox, Receipt } from './ports.ts'
import { newReceiptNumber } from './receipt-number.ts'
import type { Seal } from './seal.ts'
import { Unavailable } from './unavailable.ts'
import { validate } from './validate.ts'

export type Submission =
  | { kind: 'receipt'; number: string; code: string; receivedAt: Date }
  | { kind: 'faults'; faults: Faults }
  /** The form came without a key of ours: it must be sent again from a fresh form. */
  | { kind: 'bad-key' }
  /** This form was already sent with other words; `number` is what it was filed under. */
  | { kind: 'conflict'; number: string }
  | { kind: 'unavailable'; retryAfter: number }

/**
 * Files a petition: validate → seal → commit → receipt. A receipt is shown only after the commit,
 * and the same form sent again, even fifty times at once, gives the same receipt.
 */
export function createSubmit(parts: {
  mailbox: Mailbox
  seal: Seal
  /** Secret of the portal machines, kept outside the mailbox. */
  pepper: Uint8Array
  now: () => Date
}) {
  const { mailbox, seal, pepper, now } = parts

  return async function submit(
    typed: TypedFields,
    typedKey: string,
    choices: Choices,
  ): Promise<Submission> {
    const key = parseIdempotencyKey(typedKey)
    if (key === null) return { kind: 'bad-key' }
    const checked = validate(typed, choices)
    if (!checked.ok) return { kind: 'faults', faults: checked.faults }

    const { code, identity, bodyKey } = deriveSecrets(key)
    const keyHash = hashKey(key)
    const bodyHash = hashBody(bodyKey, checked.petition)
    const known = (receipt: Receipt): Submission =>
      timingSafeEqual(receipt.bodyHash, bodyHash)
        ? { kind: 'receipt', number: receipt.number, code, receivedAt: receipt.createdAt }
        : { kind: 'conflict', number: receipt.number }

    try {
      for (;;) {
        const number = newReceiptNumber((from) => randomInt(from, 10))
        const receivedAt = now()
        const sealed = await seal({
          version: 2,
          kind: 'petition',
          number,
          sentAt: receivedAt.toISOString(),
          queryCode: code,
          statusIdentity: identity,
          petition: checked.petition,
        })
        const filing = await mailbox.file(
          {
            number,
            keyHash,
            bodyHash,
            early: newEarly(pepper, number, code),
            createdAt: receivedAt,
          },
          { id: randomUUID(), number, sealed, receivedAt },
        )
        if (filing.kind === 'filed') return { kind: 'receipt', number, code, receivedAt }
        if (filing.kind === 'key-known') return known(filing.receipt)
      }
    } catch (error) {
      if (error instanceof Unavailable) return { kind: 'unavailable', retryAfter: error.retryAfter }
      throw error
    }
  }
}
