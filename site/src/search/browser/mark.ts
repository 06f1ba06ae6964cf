import { phrasesOf } from '../query/phrases.ts'
import { markText } from '../text/marks.ts'

const blocks =
  'p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, figcaption, summary, label, div, section, article'

/** Marks, in the main part of a page, the phrases by which it was found. */
export function markPhrases(words: string[]): void {
  const main = document.querySelector('main')
  const phrases = words.slice(0, 12).flatMap(phrasesOf)
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
  let end = whole.length
  for (const { text: stretch, marked } of markText(whole, phrases).reverse()) {
    const from = end - stretch.length
    if (marked) markRange(texts, from, end)
    end = from
  }
}

/** Marks what stands between two places of the texts, which are counted on from one to the next. */
function markRange(texts: Text[], from: number, to: number): void {
  let start = 0
  for (const text of texts) {
    const end = start + text.data.length
    if (to > start && from < end) {
      const range = document.createRange()
      range.setStart(text, Math.max(from, start) - start)
      range.setEnd(text, Math.min(to, end) - start)
      range.surroundContents(document.createElement('mark'))
    }
    start = end
  }
}
