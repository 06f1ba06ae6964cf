import { HTMLElement, parse, TextNode, type Node } from 'node-html-parser'
import { raise, type Position } from '../../characters/raised.ts'
import { bare, tidy, type Line } from '../source.ts'

const blocks = new Set(
  (
    'address article aside blockquote body center dd details div dl dt fieldset figure figcaption ' +
    'footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot ' +
    'th thead title tr ul'
  ).split(' '),
)

/** A block's text, where it begins in the file, and its place among the blocks. */
export type Block = Line & { offset: number; block: number }

class Collector {
  readonly lines: Block[] = []
  #text = ''
  #offset = 0
  #block = 0
  depth = 0

  add(text: string, offset: number) {
    if (!bare(this.#text)) this.#offset = offset + (text.length - text.trimStart().length)
    this.#text += text
  }

  /** Ends a line; `block` also counts one more block, which a line break inside one does not. */
  flush(block: boolean, row = false) {
    const text = tidy(this.#text)
    this.#text = ''
    if (text) {
      const at = { offset: this.#offset, block: this.#block + 1 }
      this.lines.push({ text, line: 0, depth: this.depth, row, ...at })
    }
    if (block && (this.lines.at(-1)?.block ?? 0) > this.#block) this.#block += 1
  }
}

function isHidden(element: HTMLElement): boolean {
  const style = element.getAttribute('style') ?? ''
  return /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/iu.test(style)
}

/** The reading above a word, and the marks around it. */
const readings = new Set(['rt', 'rp'])

/** Where an element puts its words; where the element around it does, unless it says so itself. */
function positionOf(element: HTMLElement, outer: Position | undefined): Position | undefined {
  const style = element.getAttribute('style') ?? ''
  const name = element.tagName?.toLowerCase()
  if (name === 'sup' || /vertical-align\s*:\s*super/iu.test(style)) return 'super'
  if (name === 'sub' || /vertical-align\s*:\s*sub/iu.test(style)) return 'sub'
  return outer
}

/** Cells of a data row. Null for tables that only lay out a page. */
function cellsOf(row: HTMLElement): string[] | null {
  const cells = row.childNodes.filter(
    (node): node is HTMLElement => node instanceof HTMLElement && /^t[dh]$/iu.test(node.tagName),
  )
  if (cells.length < 2 || row.querySelector('table')) return null
  const texts = cells.map((cell) => collect(cell).map((line) => line.text))
  if (texts.some((lines) => lines.length > 1 && lines.some((line) => line.length > 60))) return null
  return texts.map((lines) => lines.join(' '))
}

function walk(node: Node, into: Collector, outer?: Position) {
  if (node instanceof TextNode) {
    into.add(outer ? raise(node.text, outer) : node.text, node.range[0])
    return
  }
  if (!(node instanceof HTMLElement) || isHidden(node)) return
  const name = node.tagName?.toLowerCase() ?? ''
  if (readings.has(name)) return
  const position = positionOf(node, outer)
  if (name === 'br') {
    into.flush(false)
    return
  }
  const cells = name === 'tr' ? cellsOf(node) : null
  if (cells) {
    into.flush(true)
    if (cells.some(Boolean)) into.add(cells.join(' | '), node.range[0])
    into.flush(true, true)
    return
  }
  const block = blocks.has(name)
  const heading = /^h([1-6])$/u.exec(name)
  if (block) into.flush(true)
  if (heading) into.depth = Number(heading[1])
  node.childNodes.forEach((child) => walk(child, into, position))
  if (block) into.flush(true)
  if (heading) into.depth = 0
}

/** A node as lines, each with its offset in the file and its block. */
export function collect(node: Node): Block[] {
  const into = new Collector()
  walk(node, into)
  into.flush(true)
  return into.lines
}

/** Reads the HTML that stands for a Word file: the same blocks, numbered as paragraphs. */
export function wordLines(html: string): Line[] {
  return collect(parse(html)).map(({ text, block, depth, row }) => ({
    text,
    line: block,
    depth,
    row,
  }))
}
