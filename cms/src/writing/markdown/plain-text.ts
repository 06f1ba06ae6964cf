import type { Nodes } from 'mdast'
import { readMarkdown } from './read.ts'
import { walk } from './tree.ts'

const blocks = new Set([
  ...['root', 'blockquote', 'list', 'listItem', 'paragraph', 'heading', 'table', 'tableRow'],
  ...['tableCell', 'code', 'thematicBreak', 'footnoteDefinition'],
])

function read(node: Nodes): string {
  if (node.type === 'break') return ' '
  if (node.type === 'image') return ' '
  // A line end of the source is a blank to a reader.
  const inner =
    'children' in node
      ? node.children.map(read).join('')
      : 'value' in node
        ? node.type === 'code'
          ? node.value
          : node.value.replace(/\s*\n\s*/g, ' ')
        : ''
  return blocks.has(node.type) ? `\n${inner}\n` : inner
}

/** An address as it reads: `%E5%BC%A0` is a character. */
function decoded(url: string): string[] {
  try {
    return [...new Set([url, decodeURIComponent(url)])]
  } catch {
    return [url]
  }
}

/**
 * The words of a Markdown text as its reader sees them: marks are gone, blocks and cells are lines of
 * their own. Then what stands beside: words of pictures and addresses, a line each.
 */
export function textOfMarkdown(text: string): string {
  const tree = readMarkdown(text)
  const beside = [...walk(tree)].flatMap((node) => {
    if (node.type === 'image') return [node.alt ?? '', node.title ?? '', ...decoded(node.url)]
    return node.type === 'link' ? decoded(node.url) : []
  })
  return [read(tree).replace(/\n+/g, '\n').trim(), ...beside.filter(Boolean)].join('\n')
}
