import { compact, line } from './typed-text.ts'

const mobile = /^1[3-9]\d{9}$/
/** 010 and 02x before eight digits, 03xx to 09xx before seven or eight. */
const landline = /^0(?:(?:10|2\d)\d{8}|[3-9]\d{2}\d{7,8})$/
/** What stands before an extension. The number of a switchboard itself may have dashes in it too. */
const extended =
  /^(.*?)[(（]? ?(?:转分机|转接|转|分机号?|内线|extension|ext\.?|x|#|,|;|[-\u2010-\u2015\u2212~])[.:：]? ?(\d{1,6})[)）]?$/i

/**
 * A mainland phone number as it is kept: a mobile number, or a landline with its area code and the
 * extension that was given. `null` where it is neither.
 */
export function parsePhone(typed: string): string | null {
  const whole = digitsOf(typed)
  if (mobile.test(whole) || landline.test(whole)) return whole
  const [, before = '', extension = ''] = extended.exec(line(typed).normalize('NFKC')) ?? []
  const switchboard = digitsOf(before)
  return landline.test(switchboard) ? `${switchboard}-${extension}` : null
}

/** As it is dialled in its own place: without the country's prefix, nor the 0 before far mobile numbers. */
function digitsOf(typed: string): string {
  return compact(typed)
    .replace(/[()]/g, '')
    .replace(/^(?:(?:\+|00)86|86(?=0?1[3-9]\d{9}$))/, '+')
    .replace(/^\+(?=(?:10\d{8}|[2-9]\d{8,10})$)/, '0')
    .replace(/^\+/, '')
    .replace(/^0(?=1[3-9]\d{9}$)/, '')
}
