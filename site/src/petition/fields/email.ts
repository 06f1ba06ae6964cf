import { line } from './text.ts'

const address =
  /^[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/
const longest = 254

/** An e-mail address as typed, half-width and without spaces; `null` where it is none. */
export function parseEmail(typed: string): string | null {
  const email = line(typed).normalize('NFKC').replace(/ /g, '').replace(/。/g, '.')
  return email.length <= longest && address.test(email) ? email : null
}
