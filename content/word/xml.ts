import { DOMParser, XMLSerializer, type Document, type Element, type Node } from '@xmldom/xmldom'

export type { Document, Element, Node }

const office = 'http://schemas.openxmlformats.org'
const microsoft = 'http://schemas.microsoft.com/office'

/** The vocabularies of a Word file, by the prefix that Word gives them. */
const namespaces: Record<string, string> = {
  w: `${office}/wordprocessingml/2006/main`,
  r: `${office}/officeDocument/2006/relationships`,
  m: `${office}/officeDocument/2006/math`,
  a: `${office}/drawingml/2006/main`,
  c: `${office}/drawingml/2006/chart`,
  pic: `${office}/drawingml/2006/picture`,
  wp: `${office}/drawingml/2006/wordprocessingDrawing`,
  mc: `${office}/markup-compatibility/2006`,
  wps: `${microsoft}/word/2010/wordprocessingShape`,
  w14: `${microsoft}/word/2010/wordml`,
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
}

// Files saved as “Strict Open XML” name the same words otherwise.
const strict: [string, string][] = [
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', namespaces['w'] ?? ''],
  ['http://purl.oclc.org/ooxml/officeDocument/math', namespaces['m'] ?? ''],
  ['http://purl.oclc.org/ooxml/officeDocument/', `${office}/officeDocument/2006/`],
  ['http://purl.oclc.org/ooxml/drawingml/', `${office}/drawingml/2006/`],
]

/** Text in which only Word's usual names of vocabularies stand. */
function transitional(text: string): string {
  return strict.reduce((whole, [from, to]) => whole.replaceAll(from, to), text)
}

/**
 * Reads a part of a Word file.
 * @throws where it is no XML, or declares entities, which Word never does and bombs do
 */
export function parseXml(bytes: Uint8Array): Document {
  const text = transitional(new TextDecoder().decode(bytes))
  if (/<!DOCTYPE/iu.test(text)) throw new Error('a part of the file declares a document type')
  const fail = (level: string, message: string) => {
    if (level !== 'warning') throw new Error(message)
  }
  return new DOMParser({ onError: fail }).parseFromString(text, 'text/xml')
}

/** The bytes of a part. */
export function writeXml(document: Document): Buffer {
  return Buffer.from(new XMLSerializer().serializeToString(document))
}

function isElement(node: Node | null | undefined): node is Element {
  return node?.nodeType === 1
}

/** `w:p` for a paragraph, whatever prefix the file uses; `?:p` for names of other vocabularies. */
export function nameOf(node: Node): string {
  if (!isElement(node)) return ''
  return `${prefixes.get(node.namespaceURI ?? '') ?? '?'}:${node.localName ?? ''}`
}

const prefixes = new Map(Object.entries(namespaces).map(([prefix, uri]) => [uri, prefix]))

/** The elements directly below one, all of them or those of one name. */
export function childrenOf(parent: Node | null | undefined, name?: string): Element[] {
  return [...(parent?.childNodes ?? [])].filter(
    (node): node is Element => isElement(node) && (!name || nameOf(node) === name),
  )
}

/** The first child of a name, or the one that a path of names leads to. */
export function childOf(parent: Node | undefined, ...path: string[]): Element | undefined {
  return path.reduce<Element | undefined>(
    (from, name) => childrenOf(from, name)[0],
    parent as Element | undefined,
  )
}

/** Every element of a name below a node, in order. */
export function allOf(root: Document | Element, name: string): Element[] {
  const [prefix = '', local = ''] = name.split(':')
  return [...root.getElementsByTagNameNS(namespaces[prefix] ?? '', local)]
}

/** Whether an element stands inside one of a name. */
export function isInside(element: Node, name: string): boolean {
  for (let at = element.parentNode; at; at = at.parentNode) if (nameOf(at) === name) return true
  return false
}

/** An attribute in the vocabulary of a prefix; '' where it is not given. */
export function attributeOf(element: Element | undefined, name: string): string {
  const [prefix = '', local = ''] = name.split(':')
  return element?.getAttributeNS(namespaces[prefix] ?? '', local) ?? ''
}

/** Whether a property such as `<w:vanish/>` is given and switched on. */
export function isOn(element: Element | undefined): boolean {
  return element !== undefined && !/^(?:0|false|off|none)$/u.test(attributeOf(element, 'w:val'))
}

/** A new element beside others of a document. */
export function make(beside: Node, name: string, ...children: Node[]): Element {
  const [prefix = ''] = name.split(':')
  const element = (beside.ownerDocument as Document).createElementNS(namespaces[prefix] ?? '', name)
  for (const child of children) element.appendChild(child)
  return element
}

/** A new element with an attribute. */
export function makeWith(beside: Node, name: string, attribute: string, value: string): Element {
  const element = make(beside, name)
  const [prefix = ''] = attribute.split(':')
  element.setAttributeNS(namespaces[prefix] ?? '', attribute, value)
  return element
}

/** Words as `<w:t>`. */
export function makeText(beside: Node, text: string): Element {
  const element = make(beside, 'w:t')
  element.setAttribute('xml:space', 'preserve')
  element.appendChild((beside.ownerDocument as Document).createTextNode(text))
  return element
}

/** Takes an element out. */
export function remove(element: Node): void {
  element.parentNode?.removeChild(element)
}

/** Puts nodes where an element stood. */
export function replace(element: Element, ...nodes: Node[]): void {
  for (const node of nodes) element.parentNode?.insertBefore(node, element)
  remove(element)
}
