import type { Nodes } from 'mdast'

const blocks = new Set(['paragraph', 'heading', 'tableCell', 'code'])

/** The words of a node; a line break is a space. */
export function wordsOf(node: Nodes): string {
  if (node.type === 'break') return ' '
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

/** The words of a tree, a line a block. */
export function linesOf(node: Nodes): string[] {
  if (blocks.has(node.type)) return [wordsOf(node)]
  return 'children' in node ? node.children.flatMap(linesOf) : []
}
