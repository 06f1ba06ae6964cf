import { signsOf } from '../../text/signs.ts'

/** A stretch of shown text. */
export type Stretch = { text: string; marked: boolean }

/** Which of the signs belong to one of the phrases, by the number of the phrase; -1 for none. Capitals do not count. */
export function markedBy(signs: readonly string[], phrases: readonly string[][]): number[] {
  const text = signs.map((sign) => sign.toLowerCase())
  const marks = signs.map(() => -1)
  for (const [nth, phrase] of phrases.entries()) {
    const wanted = phrase.map((sign) => sign.toLowerCase())
    const [first = ''] = wanted
    for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
      const isHere = wanted.every((sign, place) => text[at + place] === sign)
      if (isHere) marks.fill(nth, at, at + wanted.length)
    }
  }
  return marks
}

/** Signs as stretches of text, marked where a phrase has them. */
export function stretchesOf(signs: readonly string[], marks: readonly number[]): Stretch[] {
  const stretches: Stretch[] = []
  signs.forEach((sign, at) => {
    const marked = (marks[at] ?? -1) >= 0
    const last = stretches.at(-1)
    if (last && last.marked === marked) last.text += sign
    else stretches.push({ text: sign, marked })
  })
  return stretches
}

/** A text as stretches, marked where a phrase stands. */
export function markText(text: string, phrases: readonly string[][]): Stretch[] {
  const signs = signsOf(text)
  return stretchesOf(signs, markedBy(signs, phrases))
}
