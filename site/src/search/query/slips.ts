import { units } from '../suggest/fold.ts'
import { suggester } from '../suggest/suggest.ts'
import type { Sounds, Term } from '../suggest/term.ts'

/** What may have been meant instead of a query, the likeliest first; `isKnown` tells words that the index has. */
export type Correct = (
  query: string,
  isKnown: (pair: string) => Promise<boolean>,
) => Promise<string[]>

const han = /^\p{Script=Han}$/u
const spelled = /^[a-z\s']{2,60}$/i
const mostReadings = 2
/** Characters next to each other in what is longer may belong to two words. */
const longestWord = 8

/**
 * Makes the function that reads pinyin (gongzufang for 公租房), and puts right what only sounds right
 * (公资 for 工资): two characters that no page has next to each other become two that sound the same,
 * of which one is the same, in the words that the search box suggests.
 */
export function corrector(read: () => Promise<{ terms: Term[]; sounds: Sounds }>): Correct {
  let made: Promise<{ reading: (typed: string) => string[]; alike: Alike }> | undefined
  const prepare = async () => {
    const { terms, sounds } = await read()
    return { reading: suggester(terms), alike: soundsAlike(terms, sounds) }
  }
  return async (query, isKnown) => {
    const { reading, alike } = await (made ??= prepare())
    if (spelled.test(query)) {
      const whole = reading(query).slice(0, mostReadings)
      // xinfangju dianhua: no term has it all.
      if (whole.length > 0) return whole
      return [
        query
          .split(/\s+/)
          .flatMap((word) => reading(word).slice(0, 1))
          .join(' '),
      ]
    }
    const signs = Array.from(query)
    for (let at = 0; at + 1 < signs.length; at += 1) {
      const [first = '', second = ''] = [signs[at], signs[at + 1]]
      if (!han.test(first) || !han.test(second) || (await isKnown(first + second))) continue
      const meant = alike(first, second)
      if (meant) signs.splice(at, 2, ...meant)
    }
    return [signs.join('')]
  }
}

type Alike = (first: string, second: string) => [string, string] | undefined

function soundsAlike(terms: Term[], sounds: Sounds): Alike {
  const pairs = new Map<string, Map<string, number>>()
  for (const [text, syllables] of terms) {
    const [signs, spoken] = [units(text), syllables.split(' ')]
    if (signs.length > longestWord) continue
    for (let at = 0; at + 1 < signs.length; at += 1) {
      const key = `${spoken[at]} ${spoken[at + 1]}`
      const pair = `${signs[at]}${signs[at + 1]}`
      const known = pairs.get(key) ?? new Map<string, number>()
      pairs.set(key, known.set(pair, (known.get(pair) ?? 0) + 1))
    }
  }
  const readings = new Map<string, string[]>()
  for (const [syllable, characters] of Object.entries(sounds)) {
    for (const character of characters) {
      readings.set(character, [...(readings.get(character) ?? []), syllable])
    }
  }
  return (first, second) => {
    const meant = (readings.get(first) ?? []).flatMap((a) =>
      (readings.get(second) ?? []).flatMap((b) => [...(pairs.get(`${a} ${b}`) ?? [])]),
    )
    const [best] = meant
      .filter(([pair]) => pair.startsWith(first) !== pair.endsWith(second))
      .sort(([, a], [, b]) => b - a)
    const [one, two] = Array.from(best?.[0] ?? '')
    return one && two ? [one, two] : undefined
  }
}
