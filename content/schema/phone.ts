/** A mainland telephone number as it is kept: a mobile number, or a landline with its area code. */
export const phonePattern = /^(?:1[3-9]\d{9}|0\d{9,11})$/

/** Whether an SMS reaches this phone: a landline takes none. */
export function takesSms(phone: string): boolean {
  return /^1[3-9]\d{9}$/.test(phone)
}
