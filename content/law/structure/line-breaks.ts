import type { Articles } from './articles.ts'
import { readLabel } from './label.ts'
import { refuse, type Line, type Refusal } from '../source.ts'

/**
 * Text copied from a page with fixed lines breaks in the middle of sentences, and every break
 * would become a paragraph. A few unended lines are the source's own; many are such a copy.
 */
export function checkBreaks(lines: Line[], { heads }: Articles): Refusal | null {
  const broken = lines.filter((line, index) => {
    const next = lines[index + 1]
    if (!next || line.row || next.row || line.depth > 0 || next.depth > 0) return false
    if (heads.has(index + 1) || readLabel(next.text) || /[＝=×÷]/u.test(line.text)) return false
    return line.text.length >= 15 && /[\p{Script=Han}，、]$/u.test(line.text)
  })
  const [first] = broken
  if (!first || broken.length < 4 || broken.length * 12 < lines.length) return null
  const advice = '请把每一款合成一段再导入'
  return refuse(`句子没有写完就换行了（共 ${broken.length} 处）：${advice}`, first.line)
}
