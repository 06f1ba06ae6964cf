import { units } from '../suggest/fold.ts'
import { once, type Read } from '../suggest/load.ts'
import type { Sounds, Term } from '../suggest/term.ts'

/** What may have been meant instead of a query, the likeliest first; `isKnown` tells words that the index has. */
export type Correct = (
  query: string,
  isKnown: (pair: string) => Promise<boolean>,
) => Promise<string[]>

const twoHan = /^\p{Script=Han}{2}$/u
const spelled = /^[a-z\s']{2,60}$/i
const mostReadings = 2
/** So many characters of a question are looked at; each costs a look into the index. */
const mostSigns = 40
/** Characters next to each other in what is longer may belong to two words. */
const longestWord = 8

/**
 * Makes the function that reads pinyin (gongzufang for 公租房) as the search box suggests it, and puts
 * right what only sounds right (公资 for 工资): two characters that no page has next to each other
 * become two that sound the same, of which one is the same, in the words that the box suggests.
 */
export function corrector(suggest: (typed: string) => Promise<string[]>, read: Read): Correct {
  const prepared = once(async () => {
    const [terms, sounds] = [await read('suggestions.json'), await read('sounds.json')]
    return soundsAlike(terms as Term[], sounds as Sounds)
  })
  return async (query, isKnown) => {
    if (spelled.test(query)) {
      const whole = await suggest(query)
      if (whole.length > 0) return whole.slice(0, mostReadings)
      // xinfangju dianhua: no term has it all.
      const words = await Promise.all(query.split(/\s+/).map(suggest))
      return [words.flatMap((found) => found.slice(0, 1)).join(' ')]
    }
    const alike = await prepared()
    const signs = Array.from(query)
    for (let at = 0; at + 1 < Math.min(signs.length, mostSigns); at += 1) {
      const pair = signs.slice(at, at + 2).join('')
      if (!twoHan.test(pair) || (await isKnown(pair))) continue
      signs.splice(at, 2, ...(alike(pair) ?? pair))
    }
    return [signs.join('')]
  }
}

/** Makes the function that finds, for two characters, those in the terms that sound like them, the most frequent. */
function soundsAlike(terms: Term[], sounds: Sounds): (pair: string) => string | undefined {
  const times = new Map<string, number>()
  for (const [text] of terms) {
    const signs = units(text)
    if (signs.length > longestWord) continue
    for (const [at, sign] of signs.slice(1).entries()) {
      const pair = `${signs[at]}${sign}`
      times.set(pair, (times.get(pair) ?? 0) + 1)
    }
  }
  const isAlike = (a: string, b: string) =>
    Object.values(sounds).some((same) => same.includes(a) && same.includes(b))
  return (typed) => {
    const [first = '', second = ''] = typed
    const meant = [...times].filter(([pair]) => {
      const [a = '', b = ''] = pair
      return (a === first && isAlike(b, second)) || (b === second && isAlike(a, first))
    })
    return meant.sort(([, a], [, b]) => b - a)[0]?.[0]
  }
}
