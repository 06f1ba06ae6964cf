import type { SearchRecord } from '../record.ts'
import { isSearched, plain, signsOf } from '../../text/signs.ts'
import type { Part, Zone } from './catalogue.ts'

/** Signs that a stretch of text is filled with: small enough to be fetched for one excerpt. */
const roomy = 700

/** What one record of the index says, each line with its end. */
type IndexedPassage = { zone: Zone; signs: string[]; parts: Part[] }

/**
 * What the index has of a page, a record each: its title with the words by which it is known, then its
 * text in stretches; before a section that is known by words of its own, those. Lines stay whole: a
 * phrase never reaches across them, so it never reaches across records.
 */
export function passagesOf({ title, known, sections }: SearchRecord): IndexedPassage[] {
  const passages = [headOf('page', [title, ...known])]
  for (const { id, seconds, heading, text, asked } of sections) {
    if (asked) passages.push(headOf('section', asked))
    const head = heading ? lineOf(heading) : []
    const lines = plain(text).split('\n').filter(hasWords).map(lineOf)
    // A heading stays with the line below it.
    const paragraphs = [[...head, ...(lines[0] ?? [])], ...lines.slice(1)].filter(isFilled)
    for (const [nth, paragraph] of paragraphs.entries()) {
      let passage = passages.at(-1)
      const fits = passage?.zone === 'text' && passage.signs.length + paragraph.length <= roomy
      if (!passage || !fits) passages.push((passage = { zone: 'text', signs: [], parts: [] }))
      const at = passage.signs.length
      const from = nth === 0 ? at + head.length : at
      const place = { ...(id && { id }), ...(seconds !== undefined && { seconds }) }
      if (nth === 0 || !fits) passage.parts.push({ at, from, ...place })
      passage.signs.push(...paragraph)
    }
  }
  // The library drops what has no word.
  return passages.filter(({ signs }) => signs.some(isSearched))
}

function headOf(zone: Zone, words: string[]): IndexedPassage {
  return { zone, signs: words.flatMap(lineOf), parts: [] }
}

function lineOf(text: string): string[] {
  return [...signsOf(plain(text)), '\n']
}

function hasWords(line: string): boolean {
  return line.trim() !== ''
}

function isFilled(paragraph: string[]): boolean {
  return paragraph.length > 0
}
