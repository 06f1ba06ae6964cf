import {
  allOf,
  attributeOf,
  childOf,
  childrenOf,
  make,
  makeText,
  makeWith,
  nameOf,
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

/** Struck twice is struck: what reads on knows one line only. */
export function strikeOnce(document: Document): void {
  for (const twice of allOf(document, 'w:dstrike')) {
    const properties = twice.parentNode as Element
    if (nameOf(properties) !== 'w:rPr' || childOf(properties, 'w:strike')) continue
    replace(twice, makeWith(twice, 'w:strike', 'w:val', attributeOf(twice, 'w:val') || '1'))
  }
}
