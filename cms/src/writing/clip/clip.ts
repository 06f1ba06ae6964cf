import type { Root } from 'mdast'
import { parse } from 'node-html-parser'
import { pictureAddress } from '../markdown/link.ts'
import { tidyMarkdown } from '../markdown/tidy.ts'
import { walk } from '../markdown/tree.ts'
import { writeMarkdown } from '../markdown/write.ts'
import { blocks } from './blocks.ts'
import type { Clipping } from './inline.ts'
import { notesOf } from './notes.ts'

/** A copied text: its structure without its looks, and what staff are to be told of it. */
type Clipped = { tree: Root; clipping: Clipping }

/** The highest heading becomes the second level (the first is the page's own); none is below the fourth. */
export function settleHeadings(tree: Root): void {
  const headings = [...walk(tree)].filter((node) => node.type === 'heading')
  const highest = Math.min(...headings.map(({ depth }) => depth))
  for (const heading of headings) {
    heading.depth = Math.min(4, heading.depth - highest + 2) as 2 | 3 | 4
  }
}

function ownPicture(src: string): string | undefined {
  const uploaded = /^\/uploads\/([A-Za-z0-9][A-Za-z0-9._-]*)$/.exec(src)
  if (uploaded) return `media/${uploaded[1]}`
  return pictureAddress.test(src) ? src : undefined
}

/**
 * Reads HTML of Word, WPS or a web page: headings, lists, tables, links, bold and quotes stay,
 * everything else becomes plain text. Nothing is fetched.
 * @param picture where a picture is kept; by default only those of the media library are
 */
export function clipTree(html: string, picture = ownPicture): Clipped {
  const clipping: Clipping = { picture, dropped: 0, embedded: 0, inner: [], merged: false }
  // Word's marks for old browsers; what stands between them is part of the text.
  const plain = html.replace(/<!--[\s\S]*?-->/g, '').replace(/<!\[(?:if|endif)[^>]*\]>/gi, '')
  const document = parse(plain, { comment: false })
  const body = document.querySelector('body') ?? document
  const tree: Root = { type: 'root', children: blocks(body.childNodes, clipping) }
  return { tree, clipping }
}

/** The same as Markdown in the form in which the desk stores it. */
export function clip(html: string): { markdown: string; notes: string[] } {
  const { tree, clipping } = clipTree(html)
  settleHeadings(tree)
  return { markdown: tidyMarkdown(writeMarkdown(tree)), notes: notesOf(clipping) }
}
