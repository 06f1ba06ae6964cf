import { phrasings } from '@portal/content/schema/entries/phrasings'
import { splitLines } from '../../strapi/stored-fields.ts'

/** The field 问法 with one more line, or why not, in a sentence for staff. */
type Added = { ok: true; text: string } | { ok: false; reason: string }

const folded = (text: string) => text.normalize('NFKC').toLowerCase()

/** Adds a line to the field 问法; one that is there already stays as it is. */
export function withPhrasing(field: unknown, phrasing: string): Added {
  const lines = splitLines(field)
  const line = phrasing.replace(/\s+/g, ' ').trim()
  if (lines.some((known) => folded(known) === folded(line))) {
    return { ok: true, text: lines.join('\n') }
  }
  if (!phrasings.safeParse([line]).success) {
    return { ok: false, reason: '每条问法写 1 到 30 个字，请改短后再加。' }
  }
  if (!phrasings.safeParse([...lines, line]).success) {
    return { ok: false, reason: '这一页的问法已经满 30 条。请打开它，删去不常用的再加。' }
  }
  return { ok: true, text: [...lines, line].join('\n') }
}
