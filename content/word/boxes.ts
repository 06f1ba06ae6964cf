import type { Left } from './left-out.ts'
import { paragraphOf } from './paragraph-numbers.ts'
import { wordsIn } from './styles.ts'
import {
  allOf,
  isInside,
  make,
  makeText,
  nameOf,
  remove,
  type Document,
  type Element,
} from './xml.ts'

/** The outermost paragraph around an element, inside the same cell. */
function hostOf(element: Element): Element | undefined {
  let host: Element | undefined
  for (let at: Element | null = element; at; at = at.parentNode as Element | null) {
    if (nameOf(at) === 'w:p') host = at
    if (nameOf(at) === 'w:tc' && host) return host
  }
  return host
}

/** Puts the text of boxes, and of words drawn as a picture, below the paragraph they are fixed to. */
export function takeBoxes(document: Document, left: Left[]): void {
  const after = new Map<Element, Element>()
  const put = (host: Element, block: Element) => {
    const last = after.get(host) ?? host
    last.parentNode?.insertBefore(block, last.nextSibling)
    after.set(host, block)
  }
  for (const box of allOf(document, 'w:txbxContent')) {
    if (isInside(box, 'w:txbxContent')) continue
    const host = hostOf(box)
    if (!host) continue
    const words = wordsIn(box)
    if (words.trim()) {
      left.push({ kind: 'box', words, paragraph: paragraphOf(host), exact: false })
    }
    for (const block of [...box.childNodes]) {
      if (nameOf(block) === 'w:p' || nameOf(block) === 'w:tbl') put(host, block as Element)
    }
    remove(box)
  }
  for (const art of allOf(document, 'v:textpath')) {
    const words = art.getAttribute('string') ?? ''
    const host = hostOf(art)
    if (!host || !words.trim()) continue
    left.push({ kind: 'box', words, paragraph: paragraphOf(host), exact: false })
    put(host, make(host, 'w:p', make(host, 'w:r', makeText(host, words))))
  }
}
