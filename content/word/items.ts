import type { Left } from './left.ts'
import type { Numbering } from './numbering.ts'
import { paragraphOf, runsOf } from './place.ts'
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

/** Names of styles by which `markItems` says what a paragraph is. */
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

/**
 * Writes the numbers that Word makes itself into the text, and says by its style what each
 * paragraph is: a heading, an entry of a list. Numbers are counted as Word counts them, through
 * styles and over lists that are begun anew.
 */
export function markItems(
  document: Document,
  styles: Styles,
  numbering: Numbering,
  left: Left[],
): void {
  const title = /^(?:title|标题|文件标题)$/iu
  for (const paragraph of allOf(document, 'w:p')) {
    if (isDeleted(paragraph)) continue
    const numbered = numbering.next(paragraph)
    const heading = headingOf(paragraph, styles)
    const isTitle = title.test(styles.nameFor(paragraph))
    const empty = !wordsIn(paragraph).trim()
    if (heading) restyle(paragraph, headingStyle(Math.min(heading, deepest)))
    const list = childOf(paragraph, 'w:pPr', 'w:numPr')
    if (list) remove(list)
    if (!numbered || (empty && runsOf(paragraph).length === 0)) continue
    const { label, level, bullet, known } = numbered
    if (label)
      left.push({ kind: 'number', words: label, paragraph: paragraphOf(paragraph), exact: known })
    if (heading || isTitle) {
      if (label) mark(paragraph, /[\p{L}\p{Nd}]$/u.test(label) ? `${label} ` : label, false)
    } else if (label || bullet) {
      restyle(paragraph, itemStyle(Math.min(level + 1, deepest)))
      mark(paragraph, label || '•', true)
    }
  }
}
