import { signsOf } from './signs.ts'

/** A stretch of shown text. */
export type Stretch = { text: string; marked: boolean }

/** Signs compared without regard to capitals. */
export function comparable(signs: readonly string[]): string[] {
  return signs.map((sign) => sign.toLowerCase())
}

/** The places where a phrase begins; both are comparable signs. */
export function placesOf(signs: readonly string[], phrase: readonly string[]): number[] {
  const places: number[] = []
  const [first] = phrase
  if (first === undefined) return places
  for (let at = signs.indexOf(first); at >= 0; at = signs.indexOf(first, at + 1)) {
    if (phrase.every((sign, nth) => signs[at + nth] === sign)) places.push(at)
  }
  return places
}

/** Which of the signs belong to one of the phrases, by the number of the phrase; -1 for none. */
export function markedBy(signs: readonly string[], phrases: readonly string[][]): number[] {
  const compared = comparable(signs)
  const marks = signs.map(() => -1)
  phrases.forEach((phrase, nth) => {
    for (const at of placesOf(compared, comparable(phrase))) marks.fill(nth, at, at + phrase.length)
  })
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
