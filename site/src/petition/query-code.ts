import { compact } from './text.ts'

/**
 * 查询码: what proves that a petition is one's own. Of every group of characters that are mistaken
 * for one another in print or handwriting (0ODQ, 1IL7, 2Z, 5S, 6G, 8B, UV) one is used, and the others
 * are read as that one. 25 symbols, 12 places: 55.7 bits, before the slow hash.
 */
const alphabet = '23456789ACDEFHJKMNPRTVWXY'
const lookAlikes: Record<string, string> = {
  '0': 'D',
  O: 'D',
  Q: 'D',
  '1': '7',
  I: '7',
  L: '7',
  Z: '2',
  S: '5',
  G: '6',
  B: '8',
  U: 'V',
}
const places = 12

/** The code that 32 uniform bytes stand for. The bias of the remainder is below 2⁻²⁰⁰. */
export function encodeQueryCode(bytes: Uint8Array): string {
  let rest = BigInt(`0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`)
  const base = BigInt(alphabet.length)
  let code = ''
  for (let place = 0; place < places; place += 1) {
    code += alphabet.charAt(Number(rest % base))
    rest /= base
  }
  return code
}

/** The code as typed by a person, in the form it was made; `null` where it cannot be one. */
export function parseQueryCode(typed: string): string | null {
  const code = Array.from(compact(typed).toUpperCase(), (sign) => lookAlikes[sign] ?? sign).join('')
  return code.length === places && Array.from(code).every((sign) => alphabet.includes(sign))
    ? code
    : null
}

/** `XXXX-XXXX-XXXX`, as it is shown. */
export function formatQueryCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-')
}
