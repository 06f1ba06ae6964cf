import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { toMarkdown } from 'mdast-util-to-markdown'
import { keptAddress } from './link.ts'
import { putChildren } from './tree.ts'
import { nested } from './nest.ts'

// The second line of a table, which is the first to look like one.
const delimiterRow = /(?<=(?:^|\n\n)\|[^\n]*\n)\|(?: :?-+:? \|)+(?=\n|$)/g
const block = new Set(['paragraph', 'heading', 'tableCell'])

const needsContent = new Set([
  ...['paragraph', 'heading', 'strong', 'emphasis', 'delete', 'link'],
  ...['list', 'listItem', 'blockquote'],
])

function isEmpty(node: Nodes): boolean {
  if (node.type === 'text') return node.value === ''
  return needsContent.has(node.type) && 'children' in node && node.children.length === 0
}

function joined(children: PhrasingContent[]): PhrasingContent[] {
  const into: PhrasingContent[] = []
  for (const child of children) {
    const last = into.at(-1)
    if (child.type === 'text' && last?.type === 'text') {
      into[into.length - 1] = { type: 'text', value: last.value + child.value }
    } else if (
      (child.type === 'strong' || child.type === 'emphasis') &&
      last?.type === child.type
    ) {
      into[into.length - 1] = { ...last, children: joined([...last.children, ...child.children]) }
    } else into.push(child)
  }
  return into
}

/** Blank space and breaks at the edges of a paragraph mean nothing, and Markdown cannot hold them. */
function trimmed(children: PhrasingContent[]): PhrasingContent[] {
  const kept = [...children]
  for (const at of [0, -1]) {
    for (;;) {
      const edge = kept.at(at)
      const remove = () => (at === 0 ? kept.shift() : kept.pop())
      if (edge?.type === 'break') remove()
      else if (edge?.type === 'text') {
        const value = edge.value.replace(at === 0 ? /^[\s\u3000]+/ : /[\s\u3000]+$/, '')
        if (value) {
          kept[at === 0 ? 0 : kept.length - 1] = { type: 'text', value }
          break
        }
        remove()
      } else break
    }
  }
  return kept
}

/** Space inside the edges of a mark moves out of it: `**重点 **` is no mark at all. */
function loosened(child: PhrasingContent): PhrasingContent[] {
  if (child.type !== 'strong' && child.type !== 'emphasis' && child.type !== 'delete')
    return [child]
  const inner = trimmed(child.children)
  const edge = (node: PhrasingContent | undefined, pattern: RegExp) =>
    node?.type === 'text' ? (pattern.exec(node.value)?.[0] ?? '') : ''
  const before = edge(child.children[0], /^[\s\u3000]+/)
  const after = edge(child.children.at(-1), /[\s\u3000]+$/)
  const text = (value: string): PhrasingContent[] => (value ? [{ type: 'text', value }] : [])
  const node = inner.length > 0 ? [{ ...child, children: inner }] : []
  return [...text(before), ...node, ...(node.length > 0 ? text(after) : [])] as PhrasingContent[]
}

function tidy(node: Nodes): void {
  if (!('children' in node)) return
  if (block.has(node.type)) putChildren(node, nested(node.children as PhrasingContent[]))
  for (const child of node.children) tidy(child)
  let children = node.children as PhrasingContent[]
  children = children.flatMap((child) => {
    if (child.type !== 'link') return loosened(child)
    const url = keptAddress(child.url)
    return url === undefined ? child.children : [{ type: 'link', url, children: child.children }]
  })
  children = joined(children)
  if (block.has(node.type)) children = trimmed(children)
  putChildren(
    node,
    children.filter((child) => !isEmpty(child)),
  )
}

const { handlers } = gfmStrikethroughToMarkdown()

// One tilde is a range and stays as it was typed; two would be a deletion.
const deletions = {
  handlers,
  unsafe: [
    { character: '~', before: '~', inConstruct: 'phrasing' as const },
    { character: '~', after: '~', inConstruct: 'phrasing' as const },
  ],
}

// Between angle brackets almost any sign makes an address of mail, which would lose its brackets.
const addresses = {
  unsafe: [{ character: '<', after: '[!-~]', inConstruct: 'phrasing' as const }],
}

/** A picture beside text becomes a paragraph of its own, as it is shown. */
function apart(block: RootContent): RootContent[] {
  if (block.type !== 'paragraph' || block.children.length < 2) return [block]
  const parts: PhrasingContent[][] = [[]]
  for (const child of block.children) {
    if (child.type === 'image') parts.push([child], [])
    else parts.at(-1)?.push(child)
  }
  if (parts.length === 1) return [block]
  return parts
    .map(trimmed)
    .filter((children) => children.length > 0)
    .map((children) => ({ type: 'paragraph', children }))
}

/**
 * Writes a tree as Markdown in the one form in which the desk stores it. What carries no meaning
 * goes: blank edges, empty paragraphs, links that lead nowhere.
 */
export function writeMarkdown(tree: Root): string {
  const copy = structuredClone(tree)
  tidy(copy)
  copy.children = copy.children.flatMap(apart)
  const text = toMarkdown(copy, {
    bullet: '-',
    emphasis: '*',
    rule: '-',
    listItemIndent: 'one',
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), deletions, addresses],
  })
  return text.replace(delimiterRow, (row) => row.replace(/-+/g, '---')).trim()
}
