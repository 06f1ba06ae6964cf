import type { Nodes, Root, Text } from 'mdast'
import { phonesIn, type PhonePlace } from '../../text/phones.ts'

/**
 * Where telephone numbers stand in the texts of a tree. What a number is shows in the whole of its
 * paragraph or cell, over the marks in it; in headings, links and code numbers are left alone.
 */
export function dialledTexts(tree: Root): Map<Text, PhonePlace[]> {
  const found = new Map<Text, PhonePlace[]>()
  visit(tree, '')
  return found

  function visit(node: Nodes, heading: string): void {
    if (node.type === 'heading') return
    if (node.type === 'paragraph' || node.type === 'tableCell') return read(node, heading)
    if (node.type === 'table') {
      const [head, ...rows] = node.children
      const titles = (head?.children ?? []).map(words)
      for (const row of rows) row.children.forEach((cell, at) => read(cell, titles[at] ?? ''))
      return
    }
    if ('children' in node) for (const child of node.children) visit(child, heading)
  }

  function read(block: Nodes, heading: string): void {
    const places = phonesIn(words(block), heading)
    let start = 0
    for (const { leaf, open } of leaves(block, true)) {
      const end = start + shown(leaf).length
      if (leaf.type === 'text' && open) {
        const inIt = places.filter(({ from, to }) => from >= start && to <= end)
        const moved = inIt.map(({ from, to }) => ({ from: from - start, to: to - start }))
        if (moved.length > 0) found.set(leaf, moved)
      }
      start = end
    }
  }
}

/** The ends of a tree in order, each with whether a link of ours may stand there. */
function* leaves(node: Nodes, open: boolean): Generator<{ leaf: Nodes; open: boolean }> {
  if (!('children' in node)) return yield { leaf: node, open }
  const within = open && node.type !== 'link' && node.type !== 'linkReference'
  for (const child of node.children) yield* leaves(child, within)
}

function words(node: Nodes): string {
  return [...leaves(node, true)].map(({ leaf }) => shown(leaf)).join('')
}

function shown(leaf: Nodes): string {
  if ('value' in leaf) return leaf.value
  return leaf.type === 'break' ? '\n' : ' '
}
