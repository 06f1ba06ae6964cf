import { raise } from '../characters/raised.ts'
import type { Left } from './left-out.ts'
import { paragraphOf } from './paragraph-numbers.ts'
import {
  allOf,
  attributeOf,
  childOf,
  childrenOf,
  isOn,
  make,
  makeText,
  nameOf,
  replace,
  type Document,
  type Element,
} from './xml.ts'

function group(text: string): string {
  return /^[\p{L}\p{N}.′]*$/u.test(text) || /^\([^()]*\)$/u.test(text) ? text : `(${text})`
}

function part(element: Element, name: string): string {
  const found = childOf(element, name)
  return found ? lineOf(found) : ''
}

function limits(element: Element): string {
  const from = part(element, 'm:sub')
  const to = part(element, 'm:sup')
  return `${from && `_(${from})`}${to && `^(${to})`}`
}

function property(element: Element, properties: string, name: string): string | undefined {
  const found = childOf(element, properties, name)
  return found && attributeOf(found, 'm:val')
}

/** Words that are written as they stand, at their height. Everything else is drawn. */
const written = new Set([
  'm:oMath',
  'm:oMathPara',
  'm:r',
  'm:e',
  'm:sSup',
  'm:sSub',
  'm:box',
  'm:sup',
  'm:sub',
  'w:r',
])

/** Whether a line of text says a formula as it is drawn. */
function isExact(element: Element): boolean {
  return childrenOf(element).every((child) => {
    const name = nameOf(child)
    return /Pr$|^[mw]:t$/u.test(name) || (written.has(name) && isExact(child))
  })
}

/** A formula as a line of text: fractions with a stroke, roots with √, limits as `_( )^( )`. */
function lineOf(element: Element): string {
  switch (nameOf(element)) {
    case 'm:t':
      return element.textContent ?? ''
    case 'm:f':
      return `${group(part(element, 'm:num'))}/${group(part(element, 'm:den'))}`
    case 'm:sSup':
      return part(element, 'm:e') + raise(part(element, 'm:sup'), 'super')
    case 'm:sSub':
      return part(element, 'm:e') + raise(part(element, 'm:sub'), 'sub')
    case 'm:sSubSup':
    case 'm:sPre': {
      const heights = raise(part(element, 'm:sub'), 'sub') + raise(part(element, 'm:sup'), 'super')
      const base = part(element, 'm:e')
      return nameOf(element) === 'm:sPre' ? heights + base : base + heights
    }
    case 'm:rad': {
      const degree = isOn(childOf(element, 'm:radPr', 'm:degHide')) ? '' : part(element, 'm:deg')
      return `${raise(degree, 'super')}√${group(part(element, 'm:e'))}`
    }
    case 'm:nary':
      return `${property(element, 'm:naryPr', 'm:chr') ?? '∫'}${limits(element)}${group(part(element, 'm:e'))}`
    case 'm:d': {
      const open = property(element, 'm:dPr', 'm:begChr') ?? '('
      const close = property(element, 'm:dPr', 'm:endChr') ?? ')'
      const between = property(element, 'm:dPr', 'm:sepChr') ?? '|'
      return open + childrenOf(element, 'm:e').map(lineOf).join(between) + close
    }
    case 'm:func':
      return `${part(element, 'm:fName')} ${group(part(element, 'm:e'))}`
    case 'm:limLow':
      return `${part(element, 'm:e')}_(${part(element, 'm:lim')})`
    case 'm:limUpp':
      return `${part(element, 'm:e')}^(${part(element, 'm:lim')})`
    case 'm:acc':
      return part(element, 'm:e') + (property(element, 'm:accPr', 'm:chr') ?? '\u0302')
    case 'm:bar':
      return `${part(element, 'm:e')}\u0305`
    case 'm:m':
    case 'm:eqArr': {
      const rows = childrenOf(element).filter((child) => /^m:(?:mr|e)$/u.test(nameOf(child)))
      const lines = rows.map((row) =>
        nameOf(row) === 'm:mr' ? childrenOf(row, 'm:e').map(lineOf).join(', ') : lineOf(row),
      )
      return nameOf(element) === 'm:m' ? `[${lines.join('; ')}]` : lines.join('；')
    }
    default:
      return childrenOf(element)
        .filter((child) => !/Pr$/u.test(nameOf(child)))
        .map((child) =>
          nameOf(child) === 'w:r' || nameOf(child) === 'w:t'
            ? (child.textContent ?? '')
            : lineOf(child),
        )
        .join('')
  }
}

/** Writes formulas as lines of text in their place. */
export function takeFormulas(document: Document, left: Left[]): void {
  for (const formula of allOf(document, 'm:oMath')) {
    const words = lineOf(formula)
    left.push({
      kind: 'formula',
      words,
      paragraph: paragraphOf(formula),
      exact: isExact(formula) && !/[_^]\(/u.test(words),
    })
    replace(formula, make(formula, 'w:r', makeText(formula, words)))
  }
  for (const paragraph of allOf(document, 'm:oMathPara')) {
    replace(paragraph, ...childrenOf(paragraph, 'w:r'))
  }
}
