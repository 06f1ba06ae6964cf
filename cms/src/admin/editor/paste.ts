import type { Root } from 'mdast'
import { clip } from '../../writing/clip/clip.ts'
import { writeMarkdown } from '../../writing/markdown/write.ts'

/** The name under which this editor knows its own copied text. */
export const namespace = 'desk'

/** What to do with a paste: leave it to the editor, insert Markdown, or take in a picture. */
export type Pasting =
  | { kind: 'own' }
  | { kind: 'text'; markdown: string; notes: string[] }
  | { kind: 'picture'; file: File }

function isOwn(data: DataTransfer): boolean {
  try {
    const { namespace: from } = JSON.parse(data.getData('application/x-lexical-editor')) as {
      namespace?: string
    }
    return from === namespace
  } catch {
    return false
  }
}

function oneLine(text: string): string {
  const value = text.replace(/\s*\r?\n\s*/g, '；').replace(/\s+/g, ' ')
  const tree: Root = {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value }] }],
  }
  return writeMarkdown(tree)
}

/** Judges what was pasted. A cell of a table takes one line of words only. */
export function judgePaste(data: DataTransfer, inCell: boolean): Pasting {
  if (isOwn(data)) return { kind: 'own' }
  if (inCell) return { kind: 'text', markdown: oneLine(data.getData('text/plain')), notes: [] }
  const html = data.getData('text/html')
  const file = [...data.files].find(({ type }) => /^image\/(?:png|jpeg|webp)$/.test(type))
  const { markdown, notes } = html ? clip(html) : { markdown: '', notes: [] }
  // A picture copied alone comes as a file, and as an address that is not fetched.
  if (!markdown && file) return { kind: 'picture', file }
  if (!html) return { kind: 'own' }
  return { kind: 'text', markdown, notes }
}
