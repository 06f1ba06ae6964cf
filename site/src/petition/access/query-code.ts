import { isQueryCode } from '@portal/content/schema/mailbox/query-code'
import { compact } from '@portal/content/characters/typed-text'

export { formatQueryCode } from '@portal/content/schema/mailbox/query-code'

/** Characters that are not in codes, and the one that each is mistaken for. */
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

/** The code as typed by a person, in the form it was made; `null` where it cannot be one. */
export function parseQueryCode(typed: string): string | null {
  const code = readSigns(typed)
  return isQueryCode(code) ? code : null
}

/** A code of this alphabet as typed by a person, however long, with look-alikes put right. */
export function readSigns(typed: string): string {
  return Array.from(compact(typed).toUpperCase(), (sign) => lookAlikes[sign] ?? sign).join('')
}
