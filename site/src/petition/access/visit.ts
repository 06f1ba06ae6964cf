import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { parseQueryCode } from './query-code.ts'
import { parseReceiptNumber } from '../submit/receipt-number.ts'
import type { Credentials } from './verify.ts'

/** Minutes that a browser may open a petition's progress again without number and code. */
export const visitMinutes = 30

/** What a browser is given to open a petition's progress again by its own address. */
export type Visit = {
  /** Stands in the address: the same for the same petition, and nobody can tell which. */
  id: string
  /** Number and code, sealed under the portals' secret. */
  sealed: string
}

export type Visits = {
  /** Of number and code that were right. */
  begin(who: Credentials): Visit
  /**
   * Number and code, and until when they may be asked for; `null` where they were not sealed here, are of another
   * address, or too old.
   */
  resume(visit: Visit): (Credentials & { until: Date }) | null
}

const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/**
 * Visits without a store, so that every portal machine knows them. Sealed by AES-256-GCM (NIST SP
 * 800-38D) under a random nonce: nonce, tag, ciphertext.
 */
export function createVisits(pepper: KeyObject, now: () => Date): Visits {
  const secret = new Uint8Array(hkdfSync('sha256', pepper.export(), '', 'visit v1', 32))
  const idOf = (number: string) =>
    createHmac('sha256', pepper).update(`visit v1 ${number}`).digest('base64url').slice(0, 16)

  return {
    begin(who) {
      const number = parseReceiptNumber(who.number) ?? ''
      const id = idOf(number)
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv(algorithm, secret, nonce)
      cipher.setAAD(Buffer.from(id))
      const until = now().getTime() + visitMinutes * 60_000
      const plain = JSON.stringify([number, parseQueryCode(who.code) ?? '', until])
      const body = Buffer.concat([cipher.update(plain), cipher.final()])
      const sealed = Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
      return { id, sealed }
    },

    resume({ id, sealed }) {
      const bytes = Buffer.from(sealed, 'base64url')
      const bodyAt = nonceBytes + tagBytes
      if (bytes.length <= bodyAt) return null
      const decipher = createDecipheriv(algorithm, secret, bytes.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      })
      decipher.setAAD(Buffer.from(id))
      decipher.setAuthTag(bytes.subarray(nonceBytes, bodyAt))
      const plain = decipher.update(bytes.subarray(bodyAt))
      try {
        decipher.final()
      } catch {
        return null
      }
      const [number, code, until] = JSON.parse(plain.toString()) as [string, string, number]
      return now().getTime() < until ? { number, code, until: new Date(until) } : null
    },
  }
}
