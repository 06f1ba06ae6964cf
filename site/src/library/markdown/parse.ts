import type { Heading, Nodes, Root } from 'mdast'
import { markdownToMdast } from 'satteri'

/** A parsed text with its source, which some marks can only be read from. */
export type Markdown = { tree: Root; source: string }

/**
 * Reads Markdown as staff write it: CommonMark with tables and strikethrough, no footnotes, no
 * front matter.
 */
export function parseMarkdown(source: string): Markdown {
  const features = { gfm: { footnotes: false }, frontmatter: false }
  return { tree: markdownToMdast(source, { features }) as Root, source }
}

/** Every node of a tree, parents first. */
export function* walk(node: Nodes): Generator<Nodes> {
  yield node
  if ('children' in node) for (const child of node.children) yield* walk(child)
}

/**
 * The headings of a text in order, each with the id under which the page shows it. The words of a
 * heading change more often than their order, so ids count: `section-1`, `section-2`.
 */
export function headingIds(tree: Root): Map<Heading, string> {
  const ids = new Map<Heading, string>()
  for (const node of walk(tree)) {
    if (node.type === 'heading') ids.set(node, `section-${ids.size + 1}`)
  }
  return ids
}

/** The files under `media/` that a text shows or links to. */
export function mediaIn(tree: Root): { pictures: string[]; files: string[] } {
  const pictures: string[] = []
  const files: string[] = []
  for (const node of walk(tree)) {
    if (node.type === 'image') pictures.push(node.url)
    if (node.type === 'link' || node.type === 'definition') files.push(node.url)
  }
  const local = (url: string) => /^\/?media\/[^/]+$/.test(url)
  const name = (url: string) => url.replace(/^\//, '')
  return { pictures: pictures.filter(local).map(name), files: files.filter(local).map(name) }
}
