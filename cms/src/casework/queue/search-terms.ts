import { comparable } from '../rules/comparable.ts'
import { plainNumber } from '../record/typed-numbers.ts'

/**
 * A telephone number as it is compared: digits without the sign of the country. Of a text that is none, null.
 */
export function plainTelephone(text: string): string | null {
  const written = text.normalize('NFKC')
  if (!/^[\s\d+()‐‑–—-]+$/.test(written)) return null
  const digits = written.replace(/\D/g, '').replace(/^(?:0086|86)(?=1\d{10}$)/, '')
  return digits === '' ? null : digits
}

/** What is looked for: in one piece, or all its words somewhere. Folded, as texts are. */
type Terms = { whole: string; words: string[] }

/** What a question looks for; null where it asks for nothing. */
export function termsOf(question: string): Terms | null {
  const number = plainTelephone(plainNumber(question.trim()))
  if (number !== null) return { whole: number, words: [number] }
  const words = question.split(/\s+/).map(comparable).filter(Boolean)
  return words.length === 0 ? null : { whole: words.join(''), words }
}
