import { line } from './typed-text.ts'

const address =
  /^[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+(?:[A-Za-z]{2,}|xn--[A-Za-z0-9-]+)$/
const longest = 254
const longestName = 64
/** What stands around an address where it was copied from, and what ends a sentence. */
const before = /^(?:mailto:)?[<("'“‘《【「]*/i
const after = /[>)"'”’》】」.,;，；、]*$/

/**
 * An e-mail address as typed, half-width, without spaces and what stands around it, its domain as the
 * network has it: small letters, and Chinese ones as `xn--…` (RFC 5890); `null` where it is none.
 */
export function parseEmail(typed: string): string | null {
  const plain = line(typed).normalize('NFKC').replace(/ /g, '').replace(/。/g, '.')
  const parts = plain.replace(before, '').replace(after, '').split('@')
  const [name = '', domain = ''] = parts
  const email = `${name}@${networkName(domain)}`
  const sound = parts.length === 2 && name.length <= longestName && email.length <= longest
  return sound && address.test(email) ? email : null
}

function networkName(domain: string): string {
  if (!/[^\u0000-\u007F]/.test(domain)) return domain.toLowerCase()
  try {
    return new URL(`http://${domain}`).hostname
  } catch {
    return ''
  }
}
