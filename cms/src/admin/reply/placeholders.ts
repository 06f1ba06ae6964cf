import type { ReplyTemplate } from '../../contracts/papers/reply-page.ts'
import { partOrder, type OpinionParts } from '../../contracts/papers/opinion.ts'

/** A template's words with what stands for 〔信访人〕 and the like; what nothing stands for is left to be seen. */
export function fillIn(text: string, words: Record<string, string>): string {
  return text.replace(/〔([^〔〕]{1,12})〕/gu, (whole, name: string) => words[name] || whole)
}

/** How a template joins what is written: in empty parts only, after what is there, or in its place. */
export type Way = 'empty' | 'after' | 'instead'

/** The parts after a template was chosen. */
export function withTemplate(
  parts: OpinionParts,
  template: ReplyTemplate,
  words: Record<string, string>,
  way: Way,
): OpinionParts {
  const changed = { ...parts }
  for (const part of partOrder) {
    const added = fillIn(template[part], words)
    const before = parts[part]
    if (added === '') continue
    if (before.trim() === '' || way === 'instead') changed[part] = added
    else if (way === 'after') changed[part] = `${before}\n${added}`
  }
  return changed
}

/** Whether a template would meet something that is written. */
export function meetsWords(parts: OpinionParts, template: ReplyTemplate): boolean {
  return partOrder.some((part) => template[part] !== '' && parts[part].trim() !== '')
}
