import { writeMarkdown } from '../../writing/markdown/write.ts'

/** Plain words as Markdown that reads the same: a paragraph a line, and nothing in them is a mark. */
export function plainToMarkdown(text: string): string {
  const lines = text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
  return writeMarkdown({
    type: 'root',
    children: lines.map((value) => ({
      type: 'paragraph',
      children: [{ type: 'text', value }],
    })),
  })
}
