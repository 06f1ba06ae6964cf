import { isPrivate, readSymbols, symbolOf } from '../characters/symbols.ts'
import type { Left } from './left-out.ts'
import { paragraphOf } from './paragraph-numbers.ts'
import type { Styles } from './styles.ts'
import {
  allOf,
  attributeOf,
  makeText,
  nameOf,
  replace,
  type Document,
  type Element,
} from './xml.ts'

/** The font that a run is set in; '' where it says none. */
export function fontOf(run: Element, styles: Styles): string {
  const fonts = styles.ofRun(run, 'w:rFonts')
  return attributeOf(fonts, 'w:ascii') || attributeOf(fonts, 'w:hAnsi')
}

/** Writes symbols of Word's own fonts (☑ ● →) as characters that every font has. */
export function takeSymbols(document: Document, styles: Styles, left: Left[]): void {
  const tell = (element: Element) =>
    left.push({ kind: 'symbol', words: '', paragraph: paragraphOf(element), exact: false })
  for (const symbol of allOf(document, 'w:sym')) {
    const found = symbolOf(attributeOf(symbol, 'w:font'), attributeOf(symbol, 'w:char'))
    if (!found) tell(symbol)
    replace(symbol, ...(found ? [makeText(symbol, found)] : []))
  }
  for (const text of allOf(document, 'w:t')) {
    const run = text.parentNode as Element
    const words = text.textContent ?? ''
    if (nameOf(run) !== 'w:r') continue
    const read = readSymbols(words, fontOf(run, styles))
    if (read !== words) replace(text, makeText(text, read))
    if (isPrivate(read)) tell(run)
  }
}
