import type { BlockContent, List, ListItem, PhrasingContent, RootContent } from 'mdast'
import { HTMLElement, type Node } from 'node-html-parser'
import { headingLevel, isBlock, isIgnored, nameOf } from './element.ts'
import { closeLines, inline, type Clipping } from './inline.ts'
import { Lists, prefixOf, wordItem } from './list.ts'
import { tableOf } from './table.ts'

function paragraph(children: PhrasingContent[]): RootContent {
  return { type: 'paragraph', children }
}

/** Two line breaks in a row are how web pages part paragraphs. */
function paragraphs(content: PhrasingContent[]): RootContent[] {
  const parts: PhrasingContent[][] = [[]]
  closeLines(content).forEach((node, index) => {
    const pair = node.type === 'break' && content[index - 1]?.type === 'break'
    if (pair) parts.push([])
    else parts.at(-1)?.push(node)
  })
  return parts.map(paragraph)
}

function listOf(element: HTMLElement, clipping: Clipping): RootContent[] {
  const start = Number.parseInt(element.getAttribute('start') ?? '1', 10)
  const ordered = nameOf(element) === 'ol'
  const list: List = { type: 'list', ordered, spread: false, children: [] }
  if (ordered) list.start = Number.isNaN(start) || start < 0 ? 1 : start
  const notes: RootContent[] = []
  let noted = 0
  for (const child of element.childNodes) {
    if (!(child instanceof HTMLElement) || isIgnored(child)) continue
    const isNote = /^(?:foot|end)note-\d+$/.test(child.getAttribute('id') ?? '')
    const inside = blocks(child.childNodes, clipping)
    if (isNote) {
      noted += 1
      const [first, ...rest] = inside
      const label = { type: 'text' as const, value: `[${noted}] ` }
      const children = first?.type === 'paragraph' ? first.children : []
      notes.push(paragraph([label, ...children]), ...rest)
    } else if (nameOf(child) === 'li') {
      const item: ListItem = { type: 'listItem', spread: false, children: inside as BlockContent[] }
      if (item.children.length > 0) list.children.push(item)
    } else {
      // Word's web pages put an inner list beside the item that it belongs to.
      const last = list.children.at(-1)
      if (last) last.children.push(...(inside as BlockContent[]))
      else notes.push(...inside)
    }
  }
  return list.children.length > 0 ? [list, ...notes] : notes
}

/** A caption under a picture is kept as the picture's title. */
function figureOf(element: HTMLElement, clipping: Clipping): RootContent[] {
  const inside = blocks(element.childNodes, clipping)
  const [first] = inside
  const image =
    first?.type === 'paragraph' ? first.children.find((n) => n.type === 'image') : undefined
  const caption = element.querySelector('figcaption')?.text.replace(/\s+/g, ' ').trim()
  if (!image || image.type !== 'image' || !caption) return inside
  return [paragraph([{ ...image, title: caption }])]
}

function blockOf(element: HTMLElement, clipping: Clipping): RootContent[] {
  const name = nameOf(element)
  const level = headingLevel(element)
  if (level) {
    const number = prefixOf(wordItem(element)?.marker ?? '')
    const content = closeLines(inline(element.childNodes, clipping))
    const plain = content.flatMap((node) => (node.type === 'strong' ? node.children : [node]))
    const prefix: PhrasingContent[] = number ? [{ type: 'text', value: number }] : []
    return [{ type: 'heading', depth: level as 2, children: [...prefix, ...plain] }]
  }
  switch (name) {
    case 'ul':
    case 'ol':
      return listOf(element, clipping)
    case 'table':
      return tableOf(element, (cell) => blocks(cell.childNodes, clipping), clipping)
    case 'blockquote': {
      const children = blocks(element.childNodes, clipping) as BlockContent[]
      return children.length > 0 ? [{ type: 'blockquote', children }] : []
    }
    case 'figure':
      return figureOf(element, clipping)
    case 'hr':
      return [{ type: 'thematicBreak' }]
    case 'pre':
      return element.text.split('\n').map((value) => paragraph([{ type: 'text', value }]))
    default:
      return blocks(element.childNodes, clipping)
  }
}

/** Nodes of HTML as blocks of Markdown. */
export function blocks(nodes: Node[], clipping: Clipping): RootContent[] {
  const into: RootContent[] = []
  const lists = new Lists(into)
  let line: Node[] = []
  const endLine = () => {
    const content = inline(line, clipping)
    line = []
    const written = content.some((node) => node.type !== 'text' || node.value.trim())
    if (!written) return
    lists.close()
    into.push(...paragraphs(content))
  }
  for (const node of nodes) {
    if (!isBlock(node)) {
      line.push(node)
      continue
    }
    endLine()
    const element = node as HTMLElement
    const item = headingLevel(element) ? undefined : wordItem(element)
    if (item) {
      const children = closeLines(inline(element.childNodes, clipping))
      lists.add(item, { type: 'paragraph', children })
      continue
    }
    const made = blockOf(element, clipping)
    if (made.some((block) => !('children' in block) || block.children.length > 0)) {
      lists.close()
      into.push(...made)
    }
  }
  endLine()
  return into
}
