import type { Nodes, Root } from 'mdast'
import { headingIds } from './parse.ts'

/** A stretch of text below one heading; the first may have none. */
export type Section = { id: string | undefined; heading: string; text: string }

/** What stands between the parts of a node; the parts of others run on. */
const separators: Partial<Record<Nodes['type'], string>> = {
  root: '\n',
  blockquote: '\n',
  list: '\n',
  listItem: '\n',
  table: '\n',
  tableRow: '，',
}

function words(node: Nodes): string {
  if (node.type === 'image') return [node.alt, node.title].filter(Boolean).join('\n')
  if (node.type === 'imageReference') return node.alt ?? ''
  if ('value' in node) return node.value
  if (node.type === 'break') return '\n'
  if (!('children' in node)) return ''
  return node.children.map(words).join(separators[node.type] ?? '')
}

/** The words of a text without its marks, cut at its headings, as the search index wants them. */
export function plainSections(tree: Root): Section[] {
  const ids = headingIds(tree)
  const sections: Section[] = [{ id: undefined, heading: '', text: '' }]
  for (const node of tree.children) {
    if (node.type === 'heading') {
      sections.push({ id: ids.get(node), heading: words(node), text: '' })
      continue
    }
    const last = sections.at(-1)
    if (last) last.text = `${last.text}\n${words(node)}`.trim()
  }
  return sections.filter(({ heading, text }) => heading || text)
}
