import {
  allOf,
  attributeOf,
  childOf,
  childrenOf,
  make,
  makeWith,
  nameOf,
  type Document,
  type Element,
} from './xml.ts'

function emptyCell(row: Element, width: string): Element {
  const span = makeWith(row, 'w:gridSpan', 'w:val', width)
  return make(row, 'w:tc', make(row, 'w:tcPr', span), make(row, 'w:p'))
}

/** Fills the columns that a row leaves out at its sides, so that its cells stay in theirs. */
export function fillRows(document: Document): void {
  for (const row of allOf(document, 'w:tr')) {
    const properties = childOf(row, 'w:trPr')
    const before = attributeOf(childOf(properties, 'w:gridBefore'), 'w:val')
    const after = attributeOf(childOf(properties, 'w:gridAfter'), 'w:val')
    const first = childrenOf(row).find((child) => nameOf(child) === 'w:tc') ?? null
    if (Number(before) > 0) row.insertBefore(emptyCell(row, before), first)
    if (Number(after) > 0) row.appendChild(emptyCell(row, after))
  }
}
