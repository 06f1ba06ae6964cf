import type { Articles } from './articles.ts'
import { readLabel } from './label.ts'
import type { Outline } from './outline.ts'
import { isTitleLike } from './sentence.ts'
import { refuse, type Line, type Refusal } from '../source.ts'

/**
 * Refuses a line among the articles that can only be a heading whose number was lost: read as
 * text it would end up inside the article above it.
 */
export function checkStray(lines: Line[], articles: Articles, outline: Outline): Refusal | null {
  const { heads, quoted } = articles
  const { headings, taken } = outline
  const opens = (index: number) => heads.has(index) || headings.has(index)
  const first = [...heads.keys()][0] ?? lines.length
  const stray = lines.find((line, index) => {
    if (index < first || line.row || opens(index) || taken.has(index)) return false
    if (quoted[index] || !opens(index + 1) || readLabel(line.text)) return false
    return isTitleLike(line.text, 40) && !/[，,.．…]/u.test(line.text)
  })
  if (!stray) return null
  const advice = '像是丢了编号的标题，或是没有写完的句子：请核对再导入'
  return refuse(`“${stray.text}”${advice}`, stray.line)
}
