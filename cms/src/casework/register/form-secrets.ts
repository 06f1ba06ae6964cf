import { hkdfSync } from 'node:crypto'
import { encodeQueryCode } from '@portal/content/schema/mailbox/query-code'

/** What a form's key stands for. */
export type FormSecrets = { number: string; code: string }

/**
 * The receipt number and the query code of a form, by HKDF-SHA-256 (RFC 5869) under the office's secret: the same
 * form sent again has the same ones, so it makes no second case and its code can be shown again, though the code is
 * kept nowhere. Of the key alone neither can be computed. The number is 16 digits, the first never zero, as on the
 * portal.
 */
export function deriveForm(key: string, clerk: number | null, pepper: string): FormSecrets {
  const bytes = new Uint8Array(hkdfSync('sha256', key, pepper, `registration form v1 ${clerk}`, 64))
  const digits = BigInt(`0x${Buffer.from(bytes.subarray(32)).toString('hex')}`)
  return {
    code: encodeQueryCode(bytes.subarray(0, 32)),
    number: String(10n ** 15n + (digits % (9n * 10n ** 15n))),
  }
}
