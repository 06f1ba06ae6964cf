import { compact } from './text.ts'

/**
 * A mainland phone number as digits: a mobile number, or a landline with its area code.
 * `null` where it is neither.
 */
export function parsePhone(typed: string): string | null {
  const digits = compact(typed)
    .replace(/[()]/g, '')
    .replace(/^(?:\+|00)86/, '')
  const mobile = digits.replace(/^86(?=1[3-9]\d{9}$)/, '')
  return /^(?:1[3-9]\d{9}|0\d{9,11})$/.test(mobile) ? mobile : null
}
