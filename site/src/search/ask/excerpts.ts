import type { Part } from '../index/catalogue.ts'
import type { Phrase } from '../query/phrases.ts'
import { markedBy, markText, stretchesOf, type Stretch } from '../text/marks.ts'
import type { Match } from './exact-matches.ts'
import type { Facets } from '../facets.ts'

/** Where on a page something was found: the heading above, or the second of a video. */
export type Excerpt = {
  id?: string | undefined
  seconds?: number | undefined
  heading: Stretch[]
  excerpt: Stretch[]
}

/** A page as it is shown among the results. */
export type Hit = {
  path: string
  date: string | null
  facets: Facets
  title: Stretch[]
  excerpts: Excerpt[]
}

/** Signs shown before the first mark, at most, and in all. */
const before = 24
const length = 96
const sentenceEnd = /^[。；！？\n]$/u

/** Reads what is to be shown of a match. */
export async function readHit({ page, passage, marks }: Match): Promise<Hit> {
  const { path, title, parts, signs } = await passage.read()
  return {
    ...{ path, date: page.date, facets: page.facets },
    title: markText(title, marks),
    excerpts: excerptsOf(signs, parts, marks),
  }
}

/**
 * The parts of a passage that have a phrase, the best first: those with most of the phrases, then what a
 * video says, then as on the page. Where none has one, the beginning of the text stands for the page.
 */
export function excerptsOf(signs: string[], parts: Part[], phrases: Phrase[]): Excerpt[] {
  const marks = markedBy(signs, phrases)
  const kindsIn = (from: number, to: number) => new Set(marks.slice(from, to).filter(isMark)).size
  const seen = parts.map((part, nth) => {
    // Each line has its end, and the last is not shown.
    const end = (parts[nth + 1]?.at ?? signs.length) - 1
    const kinds = kindsIn(part.at, end)
    const isHeaded = kindsIn(part.at, part.from) > 0
    const rank = kinds * 10 + (part.seconds === undefined ? 0 : 5) + (isHeaded ? 1 : 0)
    return { part, end, kinds, rank }
  })
  const having = seen.filter(({ kinds }) => kinds > 0).sort((a, b) => b.rank - a.rank)
  return (having.length > 0 ? having : seen.slice(0, 1)).map(({ part, end }) => {
    const { at, from, id, seconds } = part
    const heading = stretchesOf(signs.slice(at, Math.max(at, from - 1)), marks.slice(at, from))
    return { id, seconds, heading, excerpt: around(signs, marks, from, end) }
  })
}

function isMark(mark: number): boolean {
  return mark >= 0
}

/** The text around the marks, from the beginning of a sentence where one is near. */
function around(signs: string[], marks: number[], from: number, end: number): Stretch[] {
  const best = richest(marks, from, end)
  let start = Math.max(from, best - before)
  if (start > from) {
    const sentence = signs.slice(start - 1, best).findLastIndex((sign) => sentenceEnd.test(sign))
    start += Math.max(0, sentence)
  }
  const stop = Math.min(end, start + length)
  const shown = signs.slice(start, stop).map((sign) => (sign === '\n' ? ' ' : sign))
  const stretches = stretchesOf(shown, marks.slice(start, stop))
  if (start > from) stretches.unshift({ text: '…', marked: false })
  if (stop < end) stretches.push({ text: '…', marked: false })
  return stretches
}

/** The first mark from which most different phrases follow within an excerpt. */
function richest(marks: number[], from: number, end: number): number {
  let [best, most] = [from, 0]
  for (let at = from; at < end; at += 1) {
    if ((marks[at] ?? -1) < 0 || (at > from && marks[at - 1] === marks[at])) continue
    const kinds = new Set(marks.slice(at, Math.min(end, at + length - before))).size
    if (kinds > most) [best, most] = [at, kinds]
  }
  return best
}
