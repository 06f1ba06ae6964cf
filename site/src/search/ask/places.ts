import { gap, type Folded } from '../tokenise.ts'
import type { Phrase } from './phrase.ts'

/** Where each occurrence of a phrase begins, in signs. Occurrences do not overlap. */
export function places({ signs }: Folded, phrase: Phrase): number[] {
  const found: number[] = []
  const first = phrase[0]
  if (first === undefined || phrase.includes(gap)) return found
  for (let at = signs.indexOf(first); at >= 0; at = signs.indexOf(first, at)) {
    const here = phrase.every((sign, offset) => signs[at + offset] === sign)
    if (here) found.push(at)
    at += here ? phrase.length : 1
  }
  return found
}
