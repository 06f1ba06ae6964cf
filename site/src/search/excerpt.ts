import type { Phrase } from './query.ts'
import { gap, tokenise, unglued } from './tokenise.ts'

/** A heading of an indexed page, and the place of its first word. */
export type Anchor = { id: string; text: string; location: number }

/** A stretch of shown text. */
export type Stretch = { text: string; marked: boolean }

/** Where in a page the query was found; `anchor` is the heading above it. */
export type Passage = { anchor: Anchor | undefined; excerpt: Stretch[] }

/** How many words stand before the first mark, and in all. */
const before = 14
const length = 84

type Found = { at: number; end: number }

/** The pieces of an indexed text, counted as the index counts its words. */
export function pieces(content: string): string[] {
  return (
    content
      .split(/[^\S\uFEFF]+/)
      .filter(Boolean)
      // The index ends every block with a full stop of its own.
      .map((piece) => piece.replace(/([\p{Script=Han}\p{P}])\.$/u, '$1'))
  )
}

function places(words: string[], phrase: Phrase): Found[] {
  const found: Found[] = []
  words.forEach((word, at) => {
    if (word === phrase[0] && phrase.every((each, offset) => words[at + offset] === each)) {
      found.push({ at, end: at + phrase.length })
    }
  })
  return found
}

/**
 * The passages of a page that the phrases stand in, the best first: those with most of the
 * phrases, then those whose heading has one, then those with most hits, then as on the page.
 */
export function passages(content: string, anchors: Anchor[], phrases: Phrase[]): Passage[] {
  const all = pieces(content)
  const words = all.map((piece) => tokenise(piece)[0] ?? '')
  const found = phrases.map((phrase) => places(words, phrase))

  const headings = [...anchors].sort((a, b) => a.location - b.location)
  const sections = [undefined, ...headings].map((anchor, index) => ({
    anchor,
    from: anchor ? anchor.location : 0,
    to: headings[index]?.location ?? words.length,
  }))
  return sections
    .map((section) => {
      const within = ({ at }: Found) => at >= section.from && at < section.to
      const inside = found.map((hits) => hits.filter(within))
      const hits = inside.flat()
      const start = section.from + (section.anchor ? pieces(section.anchor.text).length : 0)
      const inHeading = hits.filter(({ at }) => at < start).length
      return { ...section, start, hits, inHeading, kinds: inside.filter((each) => each[0]).length }
    })
    .filter(({ kinds }) => kinds > 0)
    .sort(
      (a, b) =>
        b.kinds - a.kinds ||
        b.inHeading - a.inHeading ||
        b.hits.length - a.hits.length ||
        a.from - b.from,
    )
    .map(({ anchor, start, to, hits }) => ({ anchor, excerpt: excerpt(all, hits, start, to) }))
}

/** The words around the first hit in the text below a heading, each hit under one mark. */
function excerpt(all: string[], hits: Found[], from: number, to: number): Stretch[] {
  const inText = hits.filter(({ at }) => at >= from).sort((a, b) => a.at - b.at)
  const start = Math.max(from, (inText[0]?.at ?? from) - before)
  const end = Math.min(to, start + length)
  const marks = markNumbers(inText)

  const parts: { text: string; mark: number | undefined }[] = []
  for (let at = start; at < end; at += 1) {
    const piece = all[at] ?? ''
    const own = marks.get(at)
    const withPrevious = at > start && marks.get(at - 1) === own ? own : undefined
    const withNext = marks.get(at + 1) === own ? own : undefined
    const [, lead = '', word = '', trail = ''] =
      /^([^\p{L}\p{M}\p{N}]*)(.*?)([^\p{L}\p{M}\p{N}]*)$/u.exec(unglued(piece)) ?? []
    parts.push(
      { text: at > start ? gap(all[at - 1] ?? '', piece) : '', mark: withPrevious },
      { text: lead, mark: withPrevious },
      { text: word, mark: own },
      { text: trail, mark: withNext },
    )
  }
  const stretches = merge(parts)
  if (start > from) stretches.unshift({ text: '…', marked: false })
  if (end < to) stretches.push({ text: '…', marked: false })
  return stretches
}

/** Numbers the marked words by their mark; hits that overlap share one. */
function markNumbers(hits: Found[]): Map<number, number> {
  const marks = new Map<number, number>()
  let number = 0
  let reached = 0
  for (const { at, end } of hits) {
    if (at >= reached) number += 1
    for (let word = at; word < end; word += 1) marks.set(word, number)
    reached = Math.max(reached, end)
  }
  return marks
}

function merge(parts: { text: string; mark: number | undefined }[]): Stretch[] {
  const stretches: (Stretch & { mark: number | undefined })[] = []
  for (const { text, mark } of parts) {
    const last = stretches[stretches.length - 1]
    if (!text) continue
    if (last && last.mark === mark) last.text += text
    else stretches.push({ text, marked: mark !== undefined, mark })
  }
  return stretches.map(({ text, marked }) => ({ text, marked }))
}
