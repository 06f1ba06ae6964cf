import type { Left } from './left-out.ts'
import { paragraphOf } from './paragraph-numbers.ts'
import { wordsIn, type Styles } from './styles.ts'
import {
  allOf,
  attributeOf,
  childOf,
  childrenOf,
  isOn,
  make,
  makeText,
  makeWith,
  replace,
  type Document,
  type Element,
} from './xml.ts'

/** Elements that only hold others: what is inside them is the text. */
const wrappers = ['w:customXml', 'w:smartTag', 'w:dir', 'w:bdo']

function hasWords(element: Element): boolean {
  return ['w:t', 'm:t', 'a:blip', 'v:imagedata', 'w:p'].some(
    (name) => allOf(element, name).length > 0,
  )
}

/** Of two ways to say the same, for newer programs and for older ones, takes the first with words. */
function settleAlternatives(document: Document): void {
  for (const alternative of allOf(document, 'mc:AlternateContent')) {
    const [choice] = childrenOf(alternative, 'mc:Choice')
    const fallback = childOf(alternative, 'mc:Fallback')
    const taken = choice && (hasWords(choice) || !fallback) ? choice : fallback
    replace(alternative, ...(taken ? [...taken.childNodes] : []))
  }
}

function takeControls(document: Document): void {
  for (const control of allOf(document, 'w:sdt').reverse()) {
    const content = childOf(control, 'w:sdtContent')
    replace(control, ...(content ? [...content.childNodes] : []))
  }
}

/**
 * Takes off what only wraps words, and writes marks of a line (hyphens, tabs, breaks) in the one
 * way that is read further on.
 */
export function unwrap(document: Document): void {
  settleAlternatives(document)
  takeControls(document)
  for (const name of wrappers) {
    for (const element of allOf(document, name).reverse()) replace(element, ...element.childNodes)
  }
  for (const hyphen of allOf(document, 'w:noBreakHyphen')) replace(hyphen, makeText(hyphen, '-'))
  for (const hyphen of allOf(document, 'w:softHyphen')) replace(hyphen)
  for (const tab of allOf(document, 'w:ptab')) replace(tab, make(tab, 'w:tab'))
  for (const end of allOf(document, 'w:cr')) replace(end, make(end, 'w:br'))
  for (const end of allOf(document, 'w:br')) {
    if (attributeOf(end, 'w:type')) replace(end, make(end, 'w:br'))
  }
}

/** Struck twice is struck: what reads on knows one line only, and none that only a style tells of. */
export function strikeOnce(document: Document, styles: Styles, left: Left[]): void {
  for (const run of allOf(document, 'w:r')) {
    const struck = ['w:strike', 'w:dstrike'].some((name) => isOn(styles.ofRun(run, name)))
    const words = wordsIn(run)
    if (!struck || !words.trim()) continue
    left.push({ kind: 'struck', words, paragraph: paragraphOf(run), exact: true })
    const properties = childOf(run, 'w:rPr') ?? make(run, 'w:rPr')
    if (!properties.parentNode) run.insertBefore(properties, run.firstChild)
    if (!childOf(properties, 'w:strike')) {
      properties.appendChild(makeWith(run, 'w:strike', 'w:val', '1'))
    }
  }
}
