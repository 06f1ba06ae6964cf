import { hkdfSync } from 'node:crypto'

/**
 * The receipt number of a case of another system, by HKDF-SHA-256 (RFC 5869) under the office's secret: the same case
 * has the same one however often it comes, so it is made once, and of the number nothing can be told. 16 digits, the
 * first never zero.
 */
export function importNumber(source: string, externalNumber: string, pepper: string): string {
  const key = JSON.stringify([source, externalNumber])
  const bytes = Buffer.from(hkdfSync('sha256', key, pepper, 'imported case v1', 32))
  return String(10n ** 15n + (BigInt(`0x${bytes.toString('hex')}`) % (9n * 10n ** 15n)))
}
