import type { Document } from '@portal/content/schema/entries/collections'
import { plain } from '../text/signs.ts'

const isHan = (code: number) =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf)

/**
 * The pairs of neighbouring Chinese characters of a text, each as one number. Texts of thousands of entries
 * are compared by them: numbers are quicker than words.
 */
function pairsOf(text: string): number[] {
  const pairs: number[] = []
  let before = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const own = isHan(code) ? code - 0x3400 : 0
    if (own && before) pairs.push(before * 0x8000 + own)
    before = own
  }
  return pairs
}

type Notice = Document<'notices'>

/** Of the weight of a notice's words, what is like it must have this share, in hundredths. */
const leastLikeness = 8
/** The same words say more where the topic is the same. */
const sameTopic = 2
/** The rarest words of a notice are looked for, until so many notices have been met. */
const mostMet = 2000

/** Title, keywords, what was asked and how people ask for it say what a notice is about. */
function textOf({ data }: Notice): string {
  return [data.title, ...data.keywords, data.request, ...data.phrasings].join('\n')
}

/** How many binary digits a number has. */
const digits = (number: number) => 32 - Math.clz32(number)

/**
 * For each notice those most like it, the likest first and of equals the one that is given first. A word
 * weighs as much as it is rare, in steps of a power of two: one more notice then changes the weight of few
 * words, and what is shown beside few notices.
 */
export function similarNotices(notices: readonly Notice[], count: number): Notice[][] {
  const having = new Map<number, number[]>()
  const pairsIn = notices.map((notice, at) => {
    const pairs = [...new Set(pairsOf(plain(textOf(notice))))]
    for (const pair of pairs) {
      const found = having.get(pair)
      if (found) found.push(at)
      else having.set(pair, [at])
    }
    return pairs
  })
  const oftenest = digits(notices.length)
  const topics = [...new Set(notices.map(({ data }) => data.topic))]
  const topicOf = Int32Array.from(notices, ({ data }) => topics.indexOf(data.topic))
  const shared = new Int32Array(notices.length)
  return notices.map((_, own) => {
    const met: number[] = []
    let [whole, left] = [0, mostMet]
    for (const others of rarestFirst(pairsIn[own] ?? [], having)) {
      left -= others.length
      const weight = oftenest - digits(others.length)
      if (left < 0 || weight === 0) break
      whole += weight
      for (const other of others) {
        if (shared[other] === 0) met.push(other)
        shared[other]! += weight
      }
    }
    const least = (leastLikeness * whole) / 100
    const best: Like[] = []
    for (const other of met) {
      const likeness = shared[other]! * (topicOf[other] === topicOf[own] ? sameTopic : 1)
      shared[other] = 0
      if (likeness >= least && other !== own) takeIn(best, { other, likeness }, count)
    }
    return best.flatMap(({ other }) => notices[other] ?? [])
  })
}

type Like = { other: number; likeness: number }

/** Puts a notice where it belongs among the `count` likest, or leaves it. */
function takeIn(best: Like[], like: Like, count: number): void {
  const isLess = (one: Like) =>
    one.likeness < like.likeness || (one.likeness === like.likeness && one.other > like.other)
  let at = best.length
  if (count === 0 || (at === count && !isLess(best[at - 1]!))) return
  while (at > 0 && isLess(best[at - 1]!)) at -= 1
  best.splice(at, 0, like)
  if (best.length > count) best.pop()
}

/** More than any pair is. */
const beyond = 2 ** 30

/**
 * The notices that have each of some pairs, those of the rarest pair first; of pairs that are as rare the
 * order is the same whatever else is published.
 */
function rarestFirst(pairs: readonly number[], having: ReadonlyMap<number, number[]>): number[][] {
  const often = (pair: number) => having.get(pair)?.length ?? 0
  const sorted = Float64Array.from(pairs, (pair) => often(pair) * beyond + pair).sort()
  return Array.from(sorted, (key) => having.get(key % beyond) ?? [])
}
