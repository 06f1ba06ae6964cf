const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** The check character of the first 17 characters (GB 32100, modulus 31, weights of powers of 3). */
export function creditCodeCheck(code: string): string {
  let sum = 0
  let weight = 1
  for (const sign of code.slice(0, 17)) {
    sum += signs.indexOf(sign) * weight
    weight = (weight * 3) % 31
  }
  return signs.charAt((31 - (sum % 31)) % 31)
}

/** Whether `text` is a unified social credit code under GB 32100: 18 characters, the last a check. */
export function isCreditCode(text: string): boolean {
  return (
    /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text) &&
    creditCodeCheck(text) === text.charAt(17)
  )
}
