import { comparable } from '../rules/comparable.ts'

/** Where signs of ASCII that would end a word of the index stand instead; no text uses these places. */
const marks = 0x10ff00

function signsOf(text: string): string[] {
  return [...comparable(text.toWellFormed())].map((sign) =>
    /[\0-/:-@[-`{-\x7f]/.test(sign) ? String.fromCodePoint(marks + sign.charCodeAt(0)) : sign,
  )
}

/** Each sign with the one after it, and the last sign alone, so that no phrase reaches into the next text. */
function pairsOf(signs: string[]): string[] {
  return signs.map((sign, index) => sign + (signs[index + 1] ?? ''))
}

/** Texts as the words of an index, parted by blanks: each sign with its follower. */
export function indexWords(texts: readonly string[]): string {
  return texts.flatMap((text) => pairsOf(signsOf(text))).join(' ')
}

/**
 * A term as a phrase that FTS5 finds in exactly the texts that have it: as far as `comparable` tells signs apart, and in
 * one piece. Null where nothing of the term is left to look for.
 */
export function phraseOf(term: string): string | null {
  const signs = signsOf(term)
  if (signs.length === 0) return null
  if (signs.length === 1) return `"${signs[0]}"*`
  return `"${pairsOf(signs).slice(0, -1).join(' ')}"`
}
