import type { Nodes, Parents } from 'mdast'

/** Every node of a tree, parents first. */
export function* walk(node: Nodes): Generator<Nodes> {
  yield node
  if ('children' in node) for (const child of node.children) yield* walk(child)
}

/** Gives a node other children; whether it may have them is for the caller to know, for each type of node has its own. */
export function putChildren(node: Parents, children: Nodes[]): void {
  const parent: { children: Nodes[] } = node
  parent.children = children
}

const blocks = new Set(['paragraph', 'heading', 'tableCell', 'code'])

/** The words of a node; a line break is a space. */
export function textOfNode(node: Nodes): string {
  if (node.type === 'break') return ' '
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(textOfNode).join('') : ''
}

/** The words of a tree, a line a block. */
export function linesOf(node: Nodes): string[] {
  if (blocks.has(node.type)) return [textOfNode(node)]
  return 'children' in node ? node.children.flatMap(linesOf) : []
}
