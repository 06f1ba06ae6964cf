import { HTMLElement, type Node } from 'node-html-parser'

const ignored = new Set(
  (
    'head script style title meta link template svg iframe object embed noscript button ' +
    'input select textarea xml audio video canvas map rt rp annotation annotation-xml'
  ).split(' '),
)

/** An element's lower-case name; '' for text. */
export function nameOf(node: Node): string {
  return node instanceof HTMLElement ? (node.rawTagName ?? '').toLowerCase() : ''
}

/** The value of one property in an element's own style; '' where it has none. */
export function styleOf(element: HTMLElement, property: string): string {
  const style = element.getAttribute('style') ?? ''
  for (const part of style.split(';')) {
    const colon = part.indexOf(':')
    if (part.slice(0, colon).trim().toLowerCase() === property) return part.slice(colon + 1).trim()
  }
  return ''
}

/** The number or bullet that Word writes before a list paragraph, for programs that know no lists. */
export function isMarker(node: Node): boolean {
  return node instanceof HTMLElement && /^ignore$/i.test(styleOf(node, 'mso-list'))
}

/** Whether nothing of an element is text to be read. */
export function isIgnored(element: HTMLElement): boolean {
  if (ignored.has(nameOf(element))) return true
  const hidden = /^none\b/i.test(styleOf(element, 'display'))
  return hidden || /^all\b/i.test(styleOf(element, 'mso-hide'))
}

const embedded = new Set(['iframe', 'object', 'embed', 'audio', 'video'])

/** Whether an ignored element showed something that staff may miss. */
export function isEmbedded(element: HTMLElement): boolean {
  return embedded.has(nameOf(element))
}

/** The level of a heading, 1 to 6; undefined for everything else. */
export function headingLevel(element: HTMLElement): number | undefined {
  const tag = /^h([1-6])$/.exec(nameOf(element))
  if (tag) return Number(tag[1])
  if (/\bMsoTitle\b/.test(element.getAttribute('class') ?? '')) return 1
  const outline = /^[1-6]$/.exec(styleOf(element, 'mso-outline-level'))
  return outline ? Number(outline[0]) : undefined
}

const blocks = new Set(
  (
    'address article aside blockquote body center dd details div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody ' +
    'td tfoot th thead tr ul'
  ).split(' '),
)

/** Whether a node begins a block of its own, or holds one. */
export function isBlock(node: Node): boolean {
  if (!(node instanceof HTMLElement) || isIgnored(node)) return false
  return blocks.has(nameOf(node)) || node.childNodes.some(isBlock)
}
