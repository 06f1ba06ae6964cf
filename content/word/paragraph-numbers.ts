import { wordsIn } from './styles.ts'
import { allOf, childrenOf, nameOf, type Document, type Element } from './xml.ts'

const places = new WeakMap<Element, number>()

/**
 * Numbers the paragraphs that have words, as people count them: before anything is changed, so
 * that a number means the file that they have open.
 */
export function numberParagraphs(document: Document): void {
  let number = 0
  for (const paragraph of allOf(document, 'w:p')) {
    if (wordsIn(paragraph).trim()) number += 1
    places.set(paragraph, Math.max(number, 1))
  }
}

/** The number of the paragraph that an element stands in; 1 where it stands in none. */
export function paragraphOf(element: Element): number {
  for (let at: Element | null = element; at; at = at.parentNode as Element | null) {
    const place = places.get(at)
    if (place !== undefined) return place
    const [first] = nameOf(at) === 'w:tr' ? allOf(at, 'w:p') : []
    if (first) return places.get(first) ?? 1
  }
  return 1
}

/** The runs of a paragraph in order, those inside links and insertions too, not those of boxes. */
export function runsOf(parent: Element): Element[] {
  return childrenOf(parent).flatMap((child) => {
    if (nameOf(child) === 'w:r') return [child]
    return ['w:p', 'w:tbl', 'w:pPr'].includes(nameOf(child)) ? [] : runsOf(child)
  })
}
