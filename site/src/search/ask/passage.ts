import type { Block, Part } from '../index/format.ts'
import { fold, type Folded, type Variants } from '../tokenise.ts'
import type { Phrase } from './phrase.ts'
import { places } from './places.ts'

/** A stretch of shown text. */
export type Stretch = { text: string; marked: boolean }

/** Where on a page the phrases were found: the heading above, or the second of a video. */
export type Passage = {
  id?: string | undefined
  seconds?: number | undefined
  heading: Stretch[]
  excerpt: Stretch[]
}

/** Characters shown before the first mark, at most, and in all. */
const before = 24
const length = 96

type Range = { from: number; to: number }

/** Where the character ends that a sign came from: ㎡ is two signs. */
function endOf({ from }: Folded, at: number): number {
  return from.slice(at).find((offset) => offset > (from[at] ?? 0)) ?? from[at] ?? 0
}

/** Where the phrases stand in a text, in UTF-16 units; what touches is one. */
export function marksIn(folded: Folded, phrases: Phrase[]): Range[] {
  const ranges = phrases
    .flatMap((phrase) =>
      places(folded, phrase).map((at) => ({
        from: folded.from[at] ?? 0,
        to: endOf(folded, at + phrase.length - 1),
      })),
    )
    .sort((a, b) => a.from - b.from)
  const merged: Range[] = []
  for (const range of ranges) {
    const last = merged[merged.length - 1]
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to)
    else merged.push({ ...range })
  }
  return merged
}

/** A text cut into what is marked and what is not. */
export function stretches(text: string, marks: Range[], from = 0, to = text.length): Stretch[] {
  const cut: Stretch[] = []
  let at = from
  const push = (end: number, marked: boolean) => {
    if (end > at) cut.push({ text: text.slice(at, end), marked })
    at = Math.max(at, end)
  }
  for (const mark of marks) {
    if (mark.to <= from || mark.from >= to) continue
    push(Math.max(mark.from, from), false)
    push(Math.min(mark.to, to), true)
  }
  push(to, false)
  return cut
}

/** The text around the first mark, from the beginning of its sentence where that is near. */
function excerpt(text: string, marks: Range[]): Stretch[] {
  const first = marks[0]?.from ?? 0
  const earliest = Math.max(0, first - before)
  const sentence = /.*[。；！？\s]/su.exec(text.slice(earliest, first))
  const from = wholeCharacter(text, first <= before ? 0 : earliest + (sentence?.[0].length ?? 0))
  const to = wholeCharacter(text, Math.min(text.length, from + length))
  const shown = stretches(text, marks, from, to)
  if (from > 0) shown.unshift({ text: '…', marked: false })
  if (to < text.length) shown.push({ text: '…', marked: false })
  return shown
}

/** A cut must not fall between the halves of a character. */
function wholeCharacter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at
}

/**
 * The passages of a block that have a phrase, the best first: a heading that is the phrase, then
 * those with most of the phrases, then what a video says, then those with one in their heading, then
 * as on the page. Where none has one, the beginning of the block stands for the page.
 */
export function passagesOf(block: Block, phrases: Phrase[], variants: Variants): Passage[] {
  const seen = block.parts.map((part) => look(part, phrases, variants))
  const found = seen.filter(({ kinds }) => kinds > 0).sort((a, b) => b.weight - a.weight)
  const [start] = seen
  if (found.length > 0 || !start) return found.map(({ passage }) => passage)
  return [{ heading: [], excerpt: start.passage.excerpt }]
}

function look({ id, seconds, heading, text }: Part, phrases: Phrase[], variants: Variants) {
  const shown = text.replace(/\s+/g, ' ').trim()
  // Lines are folded apart from each other, as they were indexed; both have the same length.
  const folded = fold(shown, variants)
  const head = fold(heading, variants)
  const inHeading = phrases.filter((phrase) => places(head, phrase).length > 0)
  const inText = phrases.filter((phrase) => places(folded, phrase).length > 0)
  const kinds = new Set([...inHeading, ...inText]).size
  const exact = inHeading.some((phrase) => phrase.length === head.signs.length)
  return {
    kinds,
    weight: (exact ? 1000 : 0) + kinds * 10 + (seconds === undefined ? 0 : 5) + inHeading.length,
    passage: {
      id,
      seconds,
      heading: stretches(heading, marksIn(head, phrases)),
      excerpt: excerpt(shown, marksIn(folded, phrases)),
    },
  }
}
