import { createHash, randomInt, randomUUID } from 'node:crypto'
import type { Report } from '@portal/content/schema/mailbox/report'
import { newIdempotencyKey, parseIdempotencyKey } from '../petition/submit/idempotency-key.ts'
import type { Mailbox } from '../petition/ports.ts'
import { newReceiptNumber } from '../petition/submit/receipt-number.ts'
import type { Seal } from '../petition/seal.ts'
import { Unavailable } from '../petition/failures.ts'

export type SentReport = { kind: 'sent' } | { kind: 'unavailable'; retryAfter: number }

/**
 * Leaves a report in the mailbox, sealed to the office as a petition is. Its number is nobody's: it has
 * no code. The same form with the same words, sent again, is one report.
 */
export function createSendReport(parts: { mailbox: Mailbox; seal: Seal; now: () => Date }) {
  const { mailbox, seal, now } = parts
  return async (report: Report, typedKey: string): Promise<SentReport> => {
    const key = parseIdempotencyKey(typedKey) ?? newIdempotencyKey()
    const words = JSON.stringify([report.page, report.text, report.contact])
    const keyHash = createHash('sha256').update(`report v1 ${key} ${words}`).digest()
    try {
      for (;;) {
        const number = newReceiptNumber((from) => randomInt(from, 10))
        const receivedAt = now()
        const sealed = await seal({
          version: 2,
          kind: 'report',
          number,
          sentAt: receivedAt.toISOString(),
          report,
        })
        const filing = await mailbox.file(
          {
            number,
            keyHash,
            bodyHash: keyHash,
            preCollection: null,
            mark: null,
            createdAt: receivedAt,
          },
          { id: randomUUID(), number, sealed, receivedAt },
        )
        if (filing.kind !== 'number-taken') return { kind: 'sent' }
      }
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error
      return { kind: 'unavailable', retryAfter: error.retryAfter }
    }
  }
}
