import type { Definition, Nodes, PhrasingContent, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { takeSiteMarks } from './marks.ts'
import { putChildren, walk } from './tree.ts'

type Definitions = Map<string, Definition>

/** What the site shows otherwise than CommonMark has it, said in plainer nodes. */
function plainly(node: Nodes, definitions: Definitions, inBlock: boolean): Nodes[] {
  switch (node.type) {
    case 'html': {
      const text: PhrasingContent = { type: 'text', value: node.value }
      return [inBlock ? { type: 'paragraph', children: [text] } : text]
    }
    case 'definition':
      return []
    case 'linkReference': {
      const url = definitions.get(node.identifier)?.url ?? ''
      return [{ type: 'link', url, children: node.children }]
    }
    case 'imageReference': {
      const { url = '', title = null } = definitions.get(node.identifier) ?? {}
      return [{ type: 'image', url, title, alt: node.alt ?? '' }]
    }
    default:
      return [node]
  }
}

const holdsBlocks = new Set(['root', 'blockquote', 'listItem'])

function simplify(node: Nodes, definitions: Definitions): void {
  if (!('children' in node)) return
  const inBlock = holdsBlocks.has(node.type)
  const children = node.children.flatMap((child) => plainly(child, definitions, inBlock))
  for (const child of children) simplify(child, definitions)
  putChildren(node, children)
}

/**
 * Reads Markdown as the site reads it: CommonMark with tables and `~~deletion~~`; one tilde is a
 * range (3~5天), raw HTML is text.
 */
export function readMarkdown(text: string): Root {
  const tree = fromMarkdown(text, {
    extensions: [gfmTable(), gfmStrikethrough({ singleTilde: false })],
    mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown()],
  })
  const definitions: Definitions = new Map()
  for (const node of walk(tree)) {
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node)
    }
  }
  simplify(tree, definitions)
  return takeSiteMarks(tree)
}
