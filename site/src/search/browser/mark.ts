import { phrasesOf } from '../query/phrases.ts'
import { markedBy } from '../text/marks.ts'
import { signsOf } from '../text/signs.ts'

const blocks =
  'p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, figcaption, summary, label, div, section, article'

/** Marks, in the main part of a page, the phrases by which it was found. */
export function markPhrases(words: string[]): void {
  const main = document.querySelector('main')
  const phrases = words.slice(0, 12).flatMap((word) => phrasesOf(word).map(({ signs }) => signs))
  if (!main || phrases.length === 0) return
  const texts: Text[] = []
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) texts.push(walker.currentNode as Text)

  for (let from = 0; from < texts.length;) {
    const block = texts[from]?.parentElement?.closest(blocks)
    let to = from + 1
    while (to < texts.length && texts[to]?.parentElement?.closest(blocks) === block) to += 1
    markRun(texts.slice(from, to), phrases)
    from = to
  }
  const first = main.querySelector('mark')
  if (first && !location.hash) first.scrollIntoView({ block: 'center' })
}

/** A phrase may run across elements inside one paragraph: each text gets its share of the mark. */
function markRun(texts: Text[], phrases: string[][]): void {
  const whole = texts.map(({ data }) => data).join('')
  const marks = rangesIn(whole, phrases)
  if (marks.length === 0) return
  let end = whole.length
  for (const text of [...texts].reverse()) {
    const start = end - text.data.length
    for (const { from, to } of [...marks].reverse()) {
      if (to <= start || from >= end) continue
      const range = document.createRange()
      range.setStart(text, Math.max(from, start) - start)
      range.setEnd(text, Math.min(to, end) - start)
      range.surroundContents(document.createElement('mark'))
    }
    end = start
  }
}

/** Where the phrases stand in a text, in UTF-16 units; what touches is one. */
function rangesIn(text: string, phrases: string[][]): { from: number; to: number }[] {
  const signs = signsOf(text)
  const ranges: { from: number; to: number }[] = []
  let at = 0
  for (const [place, mark] of markedBy(signs, phrases).entries()) {
    const end = at + (signs[place]?.length ?? 0)
    const last = ranges.at(-1)
    if (mark >= 0 && last?.to === at) last.to = end
    else if (mark >= 0) ranges.push({ from: at, to: end })
    at = end
  }
  return ranges
}
