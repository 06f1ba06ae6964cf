import { normalise, type NormalisedText } from './normalise.ts'
import { compact, packed } from './separators.ts'

/** Names and other words that are known to belong to somebody, as short as two characters. */
const shortest = 2
/** A part of a name in several parts names its bearer too, if it is as long as this. */
const shortestPart = 3
const shortestTail = 5

const tiers =
  /^(?:[^\d]{1,8}?(?:省|自治区|市))?(?:[^\d]{1,8}?(?<!小)(?:区|县|旗|市))?(?:[^\d]{1,10}?(?:街道|镇|乡))?/

function spellings(word: string): string[] {
  const name = normalise(word.trim())
  // Rough: blank and dot are both put between the parts of a name.
  const parts = /\d/.test(name.plain) ? [] : name.plain.split(/[ .]+/)
  const named = parts.length > 1 ? parts.filter((part) => part.length >= shortestPart) : []
  const whole = compact(name.numerals)
  return [
    ...named.map((part) => compact(normalise(part).numerals)),
    whole,
    ...numberOf(whole),
    ...tailOf(whole),
  ]
}

/** A telephone with and without area code and extension. */
function numberOf(whole: string): string[] {
  const [, area, local] = /^(0(?:10|2\d|[3-9]\d\d))([2-9]\d{6,7})/.exec(whole) ?? []
  if (area && local) return [area + local, local]
  const [, mobile] = /^(?:86|0)?(1[3-9]\d{9})/.exec(whole) ?? []
  return mobile ? [mobile] : []
}

/** A place where many live leads to nobody. */
const common = /[省市区县旗镇乡村屯寨道路街社组]$/

/** An address without the tiers above it, and without the last word. */
function tailOf(whole: string): string[] {
  const tail = whole.replace(tiers, '')
  if (/^[\dX]+$/.test(whole) || (tail === whole && !/\d/.test(whole))) return []
  const ends = [tail, whole].map((part) => part.replace(/(?:室|号房|户|房|号)$/, ''))
  return [tail, ...ends].filter((part) => part.length >= shortestTail && !common.test(part))
}

/** Finds words that are known from a case, whatever stands between their characters and however wide they are. */
export function* findKnown(
  normalised: NormalisedText,
  known: readonly string[],
): Generator<{ from: number; to: number }> {
  if (known.length === 0) return
  const { text, places } = packed(normalised.numerals)
  const wanted = new Set(known.flatMap(spellings).filter(({ length }) => length >= shortest))
  // The longest first: a hit inside another is none of its own.
  for (const word of [...wanted].sort((a, b) => b.length - a.length)) {
    const isNumber = /^\d+$/.test(word)
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
      const from = places[at] ?? 0
      const to = (places[at + word.length - 1] ?? 0) + 1
      const longer = /\d/.test(normalised.plain.charAt(from - 1) + normalised.plain.charAt(to))
      if (!isNumber || !longer) yield { from, to }
    }
  }
}
