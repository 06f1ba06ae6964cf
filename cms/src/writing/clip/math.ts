import { raise } from '@portal/content/characters/raised'
import { HTMLElement, type Node } from 'node-html-parser'
import { isIgnored, nameOf } from './element.ts'

function group(text: string): string {
  return /^[\p{L}\p{N}.]*$/u.test(text) ? text : `(${text})`
}

/** A formula of a web page (MathML) as a line of text: fractions with a stroke, roots with √. */
export function mathLine(node: Node): string {
  if (!(node instanceof HTMLElement)) return node.text.trim()
  if (isIgnored(node)) return ''
  const parts = node.childNodes
    .filter((child) => child instanceof HTMLElement || child.text.trim())
    .map(mathLine)
  const [base = '', second = '', third = ''] = parts
  switch (nameOf(node)) {
    case 'mfrac':
      return `${group(base)}/${group(second)}`
    case 'msup':
      return base + raise(second, 'super')
    case 'msub':
      return base + raise(second, 'sub')
    case 'msubsup':
      return base + raise(second, 'sub') + raise(third, 'super')
    case 'msqrt':
      return `√${group(parts.join(''))}`
    case 'mroot':
      return `${raise(second, 'super')}√${group(base)}`
    case 'munder':
      return `${base}_(${second})`
    case 'mover':
      return `${base}^(${second})`
    case 'munderover':
      return `${base}_(${second})^(${third})`
    case 'mtr':
      return parts.join(', ')
    case 'mtable':
      return `[${parts.join('; ')}]`
    default:
      return parts.join('')
  }
}
