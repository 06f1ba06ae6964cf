import { takeBoxes } from './boxes.ts'
import { takeFields } from './fields.ts'
import { takeFormulas } from './formula.ts'
import { takeHeights } from './raised-runs.ts'
import { takeHidden } from './hidden.ts'
import { countItems } from './list-items.ts'
import type { Left } from './left-out.ts'
import { lookAround } from './margins.ts'
import { Numbering } from './numbering.ts'
import { packWord, relatedPart, relationsOf, type WordFile } from './package.ts'
import { picturesOf, takePictures } from './pictures.ts'
import { numberParagraphs } from './paragraph-numbers.ts'
import { takeRuby } from './ruby.ts'
import { Styles } from './styles.ts'
import { takeSymbols } from './symbols.ts'
import { fillRows } from './tables.ts'
import { strikeOnce, unwrap } from './unwrap.ts'
import { parseXml, writeXml, type Document } from './xml.ts'

/** A Word file made plain: packed again, with all its words as ordinary text. */
type Prepared = {
  bytes: Buffer
  /** What was left out, or written otherwise than it looks. */
  left: Left[]
  /** The paragraphs in which pictures stand that came along. */
  pictures: number[]
}

/** `marked`: numbers and levels are written into the text; otherwise they are only told. */
type Options = { marked: boolean }

const noLists =
  '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'

/** Notes have parts of their own, whose text is text like any other. */
function textParts({ parts, main }: WordFile): string[] {
  const notes = [...relationsOf(parts, main).values()].filter(
    ({ type, target, external }) =>
      /^(?:foot|end)notes$/u.test(type) && !external && parts.has(target),
  )
  return [main, ...notes.map(({ target }) => target)]
}

function plainly(
  document: Document,
  styles: Styles,
  word: WordFile,
  part: string,
  left: Left[],
): void {
  numberParagraphs(document)
  unwrap(document)
  takeHidden(document, styles, left)
  takeFields(document, left)
  takeRuby(document, left)
  takeSymbols(document, styles, left)
  takeHeights(document, styles)
  takeFormulas(document, left)
  strikeOnce(document, styles, left)
  takeBoxes(document, left)
  takePictures(document, word, part, left)
  fillRows(document)
}

/**
 * Writes as ordinary text whatever Word has its own ways for: fields, formulas, boxes, numbers of
 * lists, raised digits, symbols. What a reader of .docx would pass over in silence then comes in,
 * and what does not is told in `left`.
 * @throws where a part of the file is no XML
 */
export async function prepareWord(word: WordFile, { marked }: Options): Promise<Prepared> {
  const styles = new Styles(relatedPart(word, 'styles'))
  const numbering = new Numbering(relatedPart(word, 'numbering'), styles)
  const left = lookAround(word)
  const parts = new Map(word.parts)
  const pictures: number[] = []
  for (const part of textParts(word)) {
    const document = parseXml(word.parts.get(part) ?? Buffer.alloc(0))
    plainly(document, styles, word, part, left)
    countItems(document, styles, numbering, left, marked)
    pictures.push(...picturesOf(document))
    parts.set(part, writeXml(document))
  }
  for (const { type, target } of relationsOf(word.parts, word.main).values()) {
    if (marked && type === 'numbering' && parts.has(target)) parts.set(target, Buffer.from(noLists))
  }
  return { bytes: await packWord({ ...word, parts }), left, pictures }
}
