/**
 * 查询码: what proves that a petition is one's own. Of every group of characters that are mistaken
 * for one another in print or handwriting (0ODQ, 1IL7, 2Z, 5S, 6G, 8B, UV) one is used. 25 symbols, 12
 * places: 55.7 bits, before the slow hash.
 */
export const queryCodeAlphabet = '23456789ACDEFHJKMNPRTVWXY'
export const queryCodePlaces = 12

/** The code that 32 uniform bytes stand for. */
export function encodeQueryCode(bytes: Uint8Array): string {
  return encodeSigns(bytes, queryCodePlaces)
}

/** So many signs that 32 uniform bytes stand for. For 16 the bias of the remainder is below 2⁻¹⁸⁰. */
export function encodeSigns(bytes: Uint8Array, places: number): string {
  let rest = BigInt(`0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`)
  const base = BigInt(queryCodeAlphabet.length)
  let code = ''
  for (let place = 0; place < places; place += 1) {
    code += queryCodeAlphabet.charAt(Number(rest % base))
    rest /= base
  }
  return code
}

/** Whether `text` is a code in the form it was made. */
export function isQueryCode(text: string): boolean {
  return (
    text.length === queryCodePlaces &&
    Array.from(text).every((sign) => queryCodeAlphabet.includes(sign))
  )
}

/** `XXXX-XXXX-XXXX`, as it is shown. */
export function formatQueryCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-')
}
