import type { Left } from './left-out.ts'
import type { Numbered, Numbering } from './numbering.ts'
import { paragraphOf, runsOf } from './paragraph-numbers.ts'
import { wordsIn, type Styles } from './styles.ts'
import {
  allOf,
  attributeOf,
  childOf,
  make,
  makeText,
  makeWith,
  remove,
  type Document,
  type Element,
} from './xml.ts'

/** Names of styles by which `countItems` says what a paragraph is. */
export const itemStyle = (level: number) => `DeskItem${level}`
export const markerStyle = 'DeskMarker'
export const headingStyle = (level: number) => `DeskHeading${level}`

/** Levels of headings and of lists that are told apart. */
export const deepest = 9

function restyle(paragraph: Element, id: string): void {
  const properties = childOf(paragraph, 'w:pPr') ?? make(paragraph, 'w:pPr')
  if (!properties.parentNode) paragraph.insertBefore(properties, paragraph.firstChild)
  const old = childOf(properties, 'w:pStyle')
  if (old) remove(old)
  const style = makeWith(paragraph, 'w:pStyle', 'w:val', id)
  properties.insertBefore(style, properties.firstChild)
}

/** The level of a heading, from 1; undefined for text and for the title. */
function headingOf(paragraph: Element, styles: Styles): number | undefined {
  const named = /^(?:heading|标题)\s*([1-9])/iu.exec(styles.nameFor(paragraph))
  if (named) return Number(named[1])
  const outline = attributeOf(styles.ofParagraph(paragraph, 'w:outlineLvl'), 'w:val')
  return /^[0-5]$/u.test(outline) ? Number(outline) + 1 : undefined
}

function isDeleted(paragraph: Element): boolean {
  return childOf(paragraph, 'w:pPr', 'w:rPr', 'w:del') !== undefined
}

/** Writes a marker before the first words of a paragraph. */
function mark(paragraph: Element, label: string, asMarker: boolean): void {
  const run = make(paragraph, 'w:r')
  if (asMarker) {
    const style = makeWith(paragraph, 'w:rStyle', 'w:val', markerStyle)
    run.appendChild(make(paragraph, 'w:rPr', style))
  }
  run.appendChild(makeText(paragraph, label))
  const properties = childOf(paragraph, 'w:pPr')
  paragraph.insertBefore(run, properties?.nextSibling ?? paragraph.firstChild)
}

const title = /^(?:title|标题|文件标题)$/iu

/** Says what a paragraph is, and writes its number before its words. */
function markItem(paragraph: Element, styles: Styles, numbered: Numbered | undefined): void {
  const heading = headingOf(paragraph, styles)
  if (heading) restyle(paragraph, headingStyle(Math.min(heading, deepest)))
  const list = childOf(paragraph, 'w:pPr', 'w:numPr')
  if (list) remove(list)
  if (!numbered) return
  const { label, level, bullet } = numbered
  if (heading || title.test(styles.nameFor(paragraph))) {
    if (label) mark(paragraph, /[\p{L}\p{Nd}]$/u.test(label) ? `${label} ` : label, false)
  } else if (label || bullet) {
    restyle(paragraph, itemStyle(Math.min(level + 1, deepest)))
    mark(paragraph, label || '•', true)
  }
}

/**
 * Counts the numbers that Word makes itself, as Word counts them: through styles and over lists
 * that are begun anew.
 * @param marked whether they are written into the text, and each paragraph says by its style what
 *   it is: a heading, an entry of a list
 */
export function countItems(
  document: Document,
  styles: Styles,
  numbering: Numbering,
  left: Left[],
  marked: boolean,
): void {
  for (const paragraph of allOf(document, 'w:p')) {
    if (isDeleted(paragraph)) continue
    const next = numbering.next(paragraph)
    const empty = !wordsIn(paragraph).trim() && runsOf(paragraph).length === 0
    const numbered = empty ? undefined : next
    if (numbered?.label) {
      const { label, known } = numbered
      const at = paragraphOf(paragraph)
      left.push({ kind: 'number', words: label, paragraph: at, exact: known })
    }
    if (marked) markItem(paragraph, styles, numbered)
  }
}
