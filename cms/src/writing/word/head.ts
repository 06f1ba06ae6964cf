import type { Nodes, Root } from 'mdast'

/** The words of a node. */
function wordsOf(node: Nodes): string {
  if (node.type === 'break') return ' '
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

const longestTitle = 60
const longestSummary = 120

/**
 * Takes the title off a document: its first heading, or a first line that is too short for a
 * paragraph and ends without a full stop.
 */
export function takeTitle(tree: Root): string {
  const [first] = tree.children
  if (!first || tree.children.length < 2) return ''
  const words = wordsOf(first).replace(/\s+/g, ' ').trim()
  const isLine =
    first.type === 'paragraph' &&
    words.length <= longestTitle &&
    !/[。！？；：，.!?;:,]$/.test(words)
  if (!words || (first.type !== 'heading' && !isLine)) return ''
  tree.children.shift()
  return words.slice(0, 120)
}

/** The first paragraph as a summary, ended at a full stop where it is long. */
export function summaryOf(tree: Root): string {
  const first = tree.children.find((node) => node.type === 'paragraph' && wordsOf(node).trim())
  const words = first ? wordsOf(first).replace(/\s+/g, ' ').trim() : ''
  if (words.length <= longestSummary) return words
  const start = words.slice(0, longestSummary)
  const end = Math.max(...['。', '！', '？'].map((mark) => start.lastIndexOf(mark)))
  return end >= 20 ? start.slice(0, end + 1) : `${start.slice(0, longestSummary - 1)}…`
}
