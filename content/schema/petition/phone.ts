/**
 * A mainland telephone number as it is kept: a mobile number, or a landline with its area code and,
 * behind a `-`, an extension.
 */
export const phonePattern = /^(?:1[3-9]\d{9}|0\d{9,11}(?:-\d{1,6})?)$/

/** Whether an SMS reaches this phone: a landline takes none. */
export function takesSms(phone: string): boolean {
  return /^1[3-9]\d{9}$/.test(phone)
}
