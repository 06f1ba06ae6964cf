import { foldRadicals } from '@portal/content/characters/radicals'
import { withoutInvisible } from '@portal/content/characters/invisible'

/** Letters and figures only, whatever their form: what must come in of a text. */
function bare(text: string): string {
  return foldRadicals(withoutInvisible(text))
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/**
 * The paragraphs of a document whose words are not in what came of it, or the parts of them that
 * are not. Words may stand elsewhere than they did.
 * @param seen the paragraphs as a reader of the document sees them
 * @param kept all that came of it
 */
export function missingWords(seen: string[], kept: string[]): string[] {
  const whole = kept.map(bare).join('\n')
  return seen.flatMap((paragraph) => {
    if (whole.includes(bare(paragraph))) return []
    return paragraph
      .split(/(?<=[，。；：！？、,;:!?\s])/u)
      .filter((part) => bare(part) && !whole.includes(bare(part)))
      .map((part) => part.trim())
  })
}
