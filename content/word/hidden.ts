import type { Left } from './left-out.ts'
import { paragraphOf } from './paragraph-numbers.ts'
import { wordsIn, type Styles } from './styles.ts'
import {
  allOf,
  attributeOf,
  childOf,
  childrenOf,
  isOn,
  nameOf,
  remove,
  type Document,
  type Element,
} from './xml.ts'

const properties = new Set(['w:rPr', 'w:fldChar', 'w:instrText'])

/** Whether a run shows nothing on paper. */
export function isHidden(run: Element, styles: Styles): boolean {
  return isOn(styles.ofRun(run, 'w:vanish'))
}

function isFaint(run: Element, styles: Styles): boolean {
  const size = Number(attributeOf(styles.ofRun(run, 'w:sz'), 'w:val') || 21)
  if (size <= 4) return true
  if (!/^f{6}$/iu.test(attributeOf(styles.ofRun(run, 'w:color'), 'w:val'))) return false
  const shaded = ['w:shd', 'w:highlight'].some((name) => styles.ofRun(run, name))
  for (let at: Element | null = run; at && !shaded; at = at.parentNode as Element | null) {
    if (childOf(at, 'w:pPr', 'w:shd') || childOf(at, 'w:tcPr', 'w:shd')) return false
    if (nameOf(at) === 'w:txbxContent') return false
  }
  return !shaded
}

/** Takes out what Word does not show, and what was deleted with changes recorded. */
export function takeHidden(document: Document, styles: Styles, left: Left[]): void {
  const tell = (kind: 'hidden' | 'faint' | 'revision', element: Element, words: string) => {
    left.push({ kind, words, paragraph: paragraphOf(element), exact: true })
  }
  for (const name of ['w:ins', 'w:moveTo']) {
    for (const element of allOf(document, name)) {
      if (wordsIn(element)) tell('revision', element, '')
    }
  }
  for (const name of ['w:del', 'w:moveFrom']) {
    for (const element of allOf(document, name)) {
      // Inside properties it tells that a row or the end of a paragraph is gone.
      if (/Pr$/u.test(nameOf(element.parentNode as Element))) continue
      tell('revision', element, '')
      remove(element)
    }
  }
  for (const row of allOf(document, 'w:tr')) {
    if (!isOn(childOf(row, 'w:trPr', 'w:hidden'))) continue
    tell('hidden', row, wordsIn(row))
    remove(row)
  }
  for (const run of allOf(document, 'w:r')) {
    const words = wordsIn(run)
    if (isHidden(run, styles)) {
      const gone = childrenOf(run).filter((child) => !properties.has(nameOf(child)))
      if (words || gone.some((child) => /drawing|pict|object/u.test(nameOf(child)))) {
        tell('hidden', run, words)
      }
      gone.forEach(remove)
    } else if (words.trim() && isFaint(run, styles)) tell('faint', run, words)
  }
}
