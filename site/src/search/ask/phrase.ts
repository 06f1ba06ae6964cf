import { earlier, type Posting } from '../index/posting.ts'
import { keyOf } from '../index/shard.ts'
import { isWordSign } from '../tokenise.ts'
import type { Index } from './open-index.ts'

/** Signs side by side. */
export type Phrase = string[]

/**
 * Where a phrase may stand: its blocks, and in each the places where it may begin, modulo 16. Every
 * block that has it is among them; of a phrase of three signs or more a few may not have it, which
 * shows when the block is read.
 */
export type Found = {
  phrase: Phrase
  all: Posting
  /** Those where it is a whole heading or title. */
  heading: Posting
  /** Those where no Latin word or number is cut at its ends. */
  whole: Posting
}

/** Of very long phrases only so many pairs are asked for, evenly apart. */
const mostPairs = 32

const nothing: Posting = { blocks: new Uint32Array(), masks: new Uint16Array() }

/** The blocks of both, where the places agree; those of `b` are `offset` later. */
export function meet(a: Posting, b: Posting, offset: number): Posting {
  const blocks: number[] = []
  const masks: number[] = []
  for (let i = 0, j = 0; i < a.blocks.length && j < b.blocks.length;) {
    const left = a.blocks[i] ?? 0
    const right = b.blocks[j] ?? 0
    if (left === right) {
      const mask = (a.masks[i] ?? 0) & earlier(b.masks[j] ?? 0, offset)
      if (mask) {
        blocks.push(left)
        masks.push(mask)
      }
    }
    if (left <= right) i += 1
    if (right <= left) j += 1
  }
  return { blocks: Uint32Array.from(blocks), masks: Uint16Array.from(masks) }
}

/** The offsets of the pairs that are asked for. */
function offsets(length: number): number[] {
  const pairs = length - 1
  if (pairs <= mostPairs) return Array.from({ length: pairs }, (_, at) => at)
  const step = (pairs - 1) / (mostPairs - 1)
  return Array.from({ length: mostPairs }, (_, at) => Math.round(at * step))
}

/** Looks a phrase up. */
export async function find(index: Index, phrase: Phrase): Promise<Found> {
  const last = phrase.length - 1
  const pairAt = (at: number) => phrase.slice(Math.max(0, at), at + 2).join('')
  const spread = last === 0 ? [0] : offsets(phrase.length)
  const startPair = pairAt(0)
  const endPair = pairAt(Math.max(0, last - 1))
  const endOffset = Math.max(0, last - 1)
  const edge = { start: isWordSign(phrase[0]), end: isWordSign(phrase[last]) }

  const [pairs, [headStart, headEnd, wordStart, wordEnd]] = await Promise.all([
    index.postings(spread.map((at) => keyOf(pairAt(at), 'none'))),
    index.postings([
      keyOf(startPair, 'heading-start'),
      keyOf(endPair, 'heading-end'),
      keyOf(startPair, 'word-start'),
      keyOf(endPair, 'word-end'),
    ]),
  ])
  let all = pairs[0] ?? nothing
  spread.slice(1).forEach((offset, at) => (all = meet(all, pairs[at + 1] ?? nothing, offset)))
  const heading = meet(meet(all, headStart ?? nothing, 0), headEnd ?? nothing, endOffset)
  let whole = all
  // A single sign is filed with whatever follows it: its edges are not known.
  if (last > 0 && edge.start) whole = meet(whole, wordStart ?? nothing, 0)
  if (last > 0 && edge.end) whole = meet(whole, wordEnd ?? nothing, endOffset)
  return { phrase, all, heading, whole }
}
