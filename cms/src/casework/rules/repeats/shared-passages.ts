import type { SharedPassage } from '../../../contracts/cases/registration.ts'

/** So many signs in a row are compared; fewer are in most petitions. */
const leastShared = 8
/** Signs that are shown on each side of a passage. */
const around = 12
/** A run of signs that stands in more places than this is followed from the first ones only. */
const followed = 20

type Signs = { signs: string[]; places: number[]; original: string[] }

/** A text as it is compared: without blanks, marks and widths; `places` says where each sign stands in it. */
function signsOf(text: string): Signs {
  const original = [...text]
  const signs: string[] = []
  const places: number[] = []
  for (const [place, sign] of original.entries()) {
    for (const one of sign.normalize('NFKC').toLowerCase()) {
      if (!/[\p{L}\p{N}\p{So}]/u.test(one)) continue
      signs.push(one)
      places.push(place)
    }
  }
  return { signs, places, original }
}

const runAt = ({ signs }: Signs, at: number) => signs.slice(at, at + leastShared).join('')

/** Where each run of a text begins. */
function runsOf(texts: Signs[]): Map<string, [text: Signs, at: number][]> {
  const runs = new Map<string, [Signs, number][]>()
  for (const text of texts) {
    for (let at = 0; at + leastShared <= text.signs.length; at += 1) {
      const run = runAt(text, at)
      const known = runs.get(run)
      if (!known) runs.set(run, [[text, at]])
      else if (known.length < followed) known.push([text, at])
    }
  }
  return runs
}

/** How many signs are the same from two places on. */
function sameFrom(one: Signs, at: number, other: Signs, from: number): number {
  let count = 0
  while (at + count < one.signs.length && one.signs[at + count] === other.signs[from + count]) {
    count += 1
  }
  return count
}

function passageAt({ places, original }: Signs, at: number, length: number): SharedPassage {
  const begin = places[at] ?? 0
  const end = (places[at + length - 1] ?? begin) + 1
  return {
    before: original.slice(Math.max(0, begin - around), begin).join(''),
    match: original.slice(begin, end).join(''),
    after: original.slice(end, end + around).join(''),
  }
}

/**
 * The passages of earlier texts that stand in later ones too, the longest first, each once. The work grows with the
 * length of both, not with their product.
 */
export function sharedPassages(
  now: readonly string[],
  earlier: readonly string[],
): SharedPassage[] {
  const runs = runsOf(now.map(signsOf))
  const found = new Map<string, { length: number; passage: SharedPassage }>()
  for (const text of earlier.map(signsOf)) {
    for (let at = 0; at + leastShared <= text.signs.length;) {
      const starts = runs.get(runAt(text, at)) ?? []
      const length = Math.max(0, ...starts.map(([other, from]) => sameFrom(text, at, other, from)))
      if (length < leastShared) {
        at += 1
        continue
      }
      const key = text.signs.slice(at, at + length).join('')
      if (!found.has(key)) found.set(key, { length, passage: passageAt(text, at, length) })
      at += length
    }
  }
  return [...found.values()].sort((a, b) => b.length - a.length).map(({ passage }) => passage)
}
