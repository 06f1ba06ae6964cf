import { withoutInvisible } from '@portal/content/characters/invisible'
import { foldRadicals } from '@portal/content/characters/radicals'
import type { Root } from 'mdast'
import { clip, clipTree } from '../../writing/clip/clip.ts'
import { linesOf } from '../../writing/markdown/tree.ts'
import { writeMarkdown } from '../../writing/markdown/write.ts'

/** The name under which this editor knows its own copied text. */
export const namespace = 'desk'

/** What to do with a paste: leave it to the editor, insert Markdown, or take in a picture. */
type Pasting =
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

function written(paragraphs: string[]): string {
  const tree: Root = {
    type: 'root',
    children: paragraphs.map((value) => ({
      type: 'paragraph',
      children: [{ type: 'text', value }],
    })),
  }
  return writeMarkdown(tree)
}

/** Words without marks as a reader sees them: PDF files give radicals and marks of no width. */
function plainly(text: string): string {
  return foldRadicals(withoutInvisible(text))
}

/** What was copied as one line. Its HTML tells more than its text: 10³ is 103 there. */
function oneLine(data: DataTransfer): string {
  const html = data.getData('text/html')
  const plain = data.getData('text/plain').split(/\r?\n/)
  const lines = html ? linesOf(clipTree(html).tree) : plain.map(plainly)
  const kept = lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean)
  return written([kept.join('；')])
}

/** Judges what was pasted. A cell of a table takes one line of words only. */
export function judgePaste(data: DataTransfer, inCell: boolean): Pasting {
  if (isOwn(data)) return { kind: 'own' }
  if (inCell) return { kind: 'text', markdown: oneLine(data), notes: [] }
  const html = data.getData('text/html')
  const file = [...data.files].find(({ type }) => /^image\/(?:png|jpeg|webp)$/.test(type))
  const { markdown, notes } = html ? clip(html) : { markdown: '', notes: [] }
  // A picture copied alone comes as a file, and as an address that is not fetched.
  if (!markdown && file) return { kind: 'picture', file }
  if (!html) {
    const text = data.getData('text/plain')
    const plain = plainly(text)
    // The editor takes plain text in as it is.
    if (plain === text) return { kind: 'own' }
    return { kind: 'text', markdown: written(plain.split(/\r?\n/)), notes: [] }
  }
  return { kind: 'text', markdown, notes }
}
