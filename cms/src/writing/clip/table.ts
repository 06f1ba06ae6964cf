import type {
  List,
  ListItem,
  PhrasingContent,
  RootContent,
  Table,
  TableCell,
  TableRow,
} from 'mdast'
import { HTMLElement } from 'node-html-parser'
import { nameOf } from './element.ts'
import type { Clipping } from './inline.ts'

type Blocks = (element: HTMLElement) => RootContent[]

/** The rows of a table itself, not of tables inside its cells. */
function rowsOf(table: HTMLElement): HTMLElement[] {
  return table.childNodes.flatMap((node): HTMLElement[] => {
    if (!(node instanceof HTMLElement)) return []
    if (nameOf(node) === 'tr') return [node]
    return ['thead', 'tbody', 'tfoot'].includes(nameOf(node)) ? rowsOf(node) : []
  })
}

function cellsOf(row: HTMLElement): HTMLElement[] {
  return row.childNodes.filter(
    (node): node is HTMLElement => node instanceof HTMLElement && /^t[dh]$/.test(nameOf(node)),
  )
}

/** A table inside a cell: its cells with a space between them, its rows one after the other. */
function flatTable(table: Table): RootContent[] {
  return table.children.map((row): RootContent => ({
    type: 'paragraph',
    children: row.children
      .filter((cell) => cell.children.length > 0)
      .flatMap((cell, index) => (index > 0 ? [space, ...cell.children] : cell.children)),
  }))
}

const space: PhrasingContent = { type: 'text', value: ' ' }
const ends = /[\s，。：；！？、,.:;!?]$/

function contentOf(block: RootContent): PhrasingContent[] {
  if (block.type === 'paragraph' || block.type === 'heading') return block.children
  if (block.type === 'list')
    return oneLine(block.children.map((item, at) => numbered(block, item, at)))
  return 'children' in block ? oneLine(block.children as RootContent[]) : []
}

/** An entry of a list with its number, which a cell has no other place for. */
function numbered({ ordered, start }: List, item: ListItem, index: number): RootContent {
  const number: PhrasingContent = { type: 'text', value: `${(start ?? 1) + index}. ` }
  const children = oneLine(item.children as RootContent[])
  return { type: 'paragraph', children: ordered ? [number, ...children] : children }
}

/** The blocks of a cell as one line: a table of Markdown has no paragraphs in its cells. */
function oneLine(blocks: RootContent[]): PhrasingContent[] {
  return blocks.flatMap((block, index) => {
    const content = contentOf(block)
    const flat = content.map((node): PhrasingContent =>
      node.type === 'break' ? { type: 'text', value: '；' } : node,
    )
    if (index === 0 || flat.length === 0) return flat
    const previous = blocks[index - 1]
    const last = previous && 'children' in previous ? previous.children.at(-1) : undefined
    const ended = last?.type === 'text' && ends.test(last.value)
    return ended ? flat : [{ type: 'text' as const, value: '；' }, ...flat]
  })
}

/** Cells by row and column; what a merged cell covers is left empty. */
function spread(rows: HTMLElement[], blocks: Blocks, clipping: Clipping): TableCell[][] {
  const grid: TableCell[][] = rows.map(() => [])
  const lineOf = (cell: HTMLElement) => {
    const inside = blocks(cell)
    if (inside.some(({ type }) => type === 'table')) clipping.merged = true
    return oneLine(inside.flatMap((block) => (block.type === 'table' ? flatTable(block) : [block])))
  }
  rows.forEach((row, top) => {
    let column = 0
    for (const cell of cellsOf(row)) {
      while (grid[top]?.[column]) column += 1
      const span = (name: string, most: number) =>
        Math.min(Math.max(Number.parseInt(cell.getAttribute(name) ?? '1', 10) || 1, 1), most)
      const width = span('colspan', 30)
      const height = span('rowspan', rows.length - top)
      if (width > 1 || height > 1) clipping.merged = true
      for (let y = top; y < top + height; y += 1) {
        for (let x = column; x < column + width; x += 1) {
          const first = y === top && x === column
          const line = grid[y]
          if (line) line[x] = { type: 'tableCell', children: first ? lineOf(cell) : [] }
        }
      }
      column += width
    }
  })
  return grid
}

/** A heading row is bold by itself. */
function unbold(cell: TableCell): TableCell {
  const children = cell.children.flatMap((node) =>
    node.type === 'strong' ? node.children : [node],
  )
  return { ...cell, children }
}

/** A table; its first row becomes the heading row. A table of one column only lays out a page. */
export function tableOf(element: HTMLElement, blocks: Blocks, clipping: Clipping): RootContent[] {
  const rows = rowsOf(element)
  const widest = Math.max(0, ...rows.map((row) => cellsOf(row).length))
  if (widest <= 1) return rows.flatMap((row) => cellsOf(row).flatMap(blocks))
  const grid = spread(rows, blocks, clipping)
  const width = Math.max(...grid.map((row) => row.length))
  const filled = grid.map((row): TableRow => {
    const cells = Array.from(
      { length: width },
      (_, x): TableCell => row[x] ?? { type: 'tableCell', children: [] },
    )
    return { type: 'tableRow', children: cells }
  })
  const [head, ...body] = filled.filter(({ children }) => children.some((c) => c.children.length))
  if (!head) return []
  const table: Table = {
    type: 'table',
    children: [{ ...head, children: head.children.map(unbold) }, ...body],
  }
  return [table]
}
