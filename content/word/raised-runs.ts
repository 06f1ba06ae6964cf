import { raise, type Position } from '../characters/raised.ts'
import type { Styles } from './styles.ts'
import {
  allOf,
  attributeOf,
  childOf,
  childrenOf,
  makeText,
  nameOf,
  remove,
  replace,
  type Document,
  type Element,
} from './xml.ts'

/** Half points by which a digit must stand off the line to mean something. */
const leastRise = 4
const exponent = /^[-−–+]?[\d.]{1,6}$/u

/** Whether a run stands above or below the line, by its own properties or its style's. */
export function positionOf(run: Element, styles: Styles): Position | undefined {
  const align = attributeOf(styles.ofRun(run, 'w:vertAlign'), 'w:val')
  if (align === 'superscript') return 'super'
  if (align === 'subscript') return 'sub'
  const rise = Number(attributeOf(childOf(run, 'w:rPr', 'w:position'), 'w:val') || 0)
  const words = childrenOf(run, 'w:t').map((text) => text.textContent ?? '')
  if (Math.abs(rise) < leastRise || !exponent.test(words.join(''))) return undefined
  return rise > 0 ? 'super' : 'sub'
}

/** Writes raised and lowered characters as characters of their own, so that 10³ never reads 103. */
export function takeHeights(document: Document, styles: Styles): void {
  for (const run of allOf(document, 'w:r')) {
    const position = positionOf(run, styles)
    if (!position) continue
    for (const text of childrenOf(run, 'w:t')) {
      replace(text, makeText(text, raise(text.textContent ?? '', position)))
    }
    for (const property of childrenOf(childOf(run, 'w:rPr'))) {
      if (nameOf(property) === 'w:vertAlign') remove(property)
    }
  }
}
