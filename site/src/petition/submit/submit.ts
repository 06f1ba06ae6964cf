import { randomInt, randomUUID, timingSafeEqual } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { Attachments } from '../attachments/attachments.ts'
import { UploadGone } from '../attachments/ports.ts'
import type { Refusal } from '@portal/content/attachments/refusal'
import type { Drafts } from '../drafts/drafts.ts'
import { createPreCollectionVerifier } from '../access/pre-collection-verifier.ts'
import { everyWay } from '../fields/fields.ts'
import type { Choices, Faults, TypedFields } from '../fields/fields.ts'
import { deriveSecrets, hashBody, hashKey, parseIdempotencyKey } from './idempotency-key.ts'
import { codeMark } from '@portal/content/schema/mailbox/code-mark'
import type { Mailbox, Receipt, Spending } from '../ports.ts'
import { newReceiptNumber } from './receipt-number.ts'
import type { Seal } from '../seal.ts'
import { Unavailable } from '../failures.ts'
import type { SpentChallenges } from './proof/submission-guard.ts'
import { validate } from '../fields/validate.ts'

export type Submission =
  /** `files`: the names of those that came in with it. */
  | {
      kind: 'receipt'
      number: string
      code: string
      receivedAt: Date
      title: string
      files: string[]
    }
  | { kind: 'faults'; faults: Faults }
  /** The form came without a key of ours: it must be sent again from a fresh form. */
  | { kind: 'bad-key' }
  /** This form was already sent with other words; `number` is what it was filed under. */
  | { kind: 'conflict'; number: string }
  /** Files that were chosen cannot come along; nothing was filed. */
  | { kind: 'attachments'; refused: { name: string; refusal: Refusal }[] }
  /** The proof of work was used by another form; nothing was filed. */
  | { kind: 'unproven' }
  | { kind: 'unavailable'; retryAfter: number }

/**
 * Files a petition: validate → seal → commit → receipt. A receipt is shown only after the commit,
 * and the same form sent again, even fifty times at once, gives the same receipt.
 */
export function createSubmit(parts: {
  mailbox: Mailbox
  attachments: Pick<Attachments, 'ready'>
  drafts: Pick<Drafts, 'forget'>
  spent: Pick<SpentChallenges, 'isFiled'>
  seal: Seal
  /** Secret of the portal machines, kept outside the mailbox. */
  pepper: KeyObject
  now: () => Date
}) {
  const { mailbox, attachments, drafts, spent, seal, pepper, now } = parts

  return async function submit(
    typed: TypedFields,
    typedKey: string,
    choices: Choices,
    /** What the form says of its files; see `Attachments.ready`. */
    stated = '',
    spending: Spending | null = null,
  ): Promise<Submission> {
    const key = parseIdempotencyKey(typedKey)
    if (key === null) return { kind: 'bad-key' }
    const { code, identity, bodyKey } = deriveSecrets(key)
    const keyHash = hashKey(key)
    try {
      let checked = validate(typed, choices)
      // What was filed while a way was open gives its receipt also after that has closed.
      if (!checked.ok && checked.faults.notifyBy && (await spent.isFiled(keyHash))) {
        checked = validate(typed, { ...choices, ways: everyWay })
      }
      if (!checked.ok) return { kind: 'faults', faults: checked.faults }
      const { petition } = checked
      const files = await attachments.ready(key, stated)
      if (!files.ok) return { kind: 'attachments', refused: files.refused }
      const bodyHash = hashBody(bodyKey, petition, files.attachments)
      const filed = { title: petition.title, files: files.attachments.map(({ name }) => name) }
      const known = (receipt: Receipt): Submission =>
        timingSafeEqual(receipt.bodyHash, bodyHash)
          ? {
              kind: 'receipt',
              number: receipt.number,
              code,
              receivedAt: receipt.createdAt,
              ...filed,
            }
          : { kind: 'conflict', number: receipt.number }
      const along = {
        uploads: files.attachments.map(({ id }) => id),
        spending,
      }
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
          petition,
          attachments: files.attachments,
        })
        const filing = await mailbox.file(
          {
            number,
            keyHash,
            bodyHash,
            preCollection: createPreCollectionVerifier(pepper, number, code),
            mark: codeMark(pepper, number, code),
            createdAt: receivedAt,
          },
          { id: randomUUID(), number, sealed, receivedAt },
          along,
        )
        if (filing.kind === 'filed') return { kind: 'receipt', number, code, receivedAt, ...filed }
        if (filing.kind === 'key-known') {
          const answer = known(filing.receipt)
          // Other words than those on file may stand in the draft alone.
          if (answer.kind === 'receipt') await drafts.forget(key)
          return answer
        }
        if (filing.kind === 'spent') return { kind: 'unproven' }
      }
    } catch (error) {
      if (error instanceof UploadGone) return { kind: 'attachments', refused: [] }
      if (error instanceof Unavailable) return { kind: 'unavailable', retryAfter: error.retryAfter }
      throw error
    }
  }
}
