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
  const alphabet = queryCodeAlphabet
  // A long division by the base, byte by byte, for each sign: numbers this small need no BigInt.
  const digits = Uint8Array.from(bytes)
  let code = ''
  for (let place = 0; place < places; place += 1) {
    let remainder = 0
    for (let at = 0; at < digits.length; at += 1) {
      const value = remainder * 256 + (digits[at] ?? 0)
      digits[at] = Math.floor(value / alphabet.length)
      remainder = value % alphabet.length
    }
    code += alphabet.charAt(remainder)
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
