import { appendixMark, isTail } from './appendix.ts'
import { follows, isCitation, readHead, type Head } from './article-head.ts'
import { misfit } from './sequence.ts'
import { quoteAfter } from './sentence.ts'
import { refuse, type Line, type Refusal } from '../source.ts'
import { anyDigits, hanDigitsAndTwo } from '../../characters/numerals.ts'

/** Where the articles of a text open, and where its appendix begins. */
export type Articles = {
  ok: true
  /** By index into the lines. */
  heads: Map<number, Head>
  /** Index of the first line after the regulation itself. */
  end: number
  /** For every line: whether it stands inside a quotation that an earlier line opened. */
  quoted: boolean[]
}

const inside = new RegExp(
  `[。；：？！”）)]\\s*(?=第\\s*[${hanDigitsAndTwo}${anyDigits}]+\\s*条(?:之[${hanDigitsAndTwo}${anyDigits}]+)?[\\s【〔])`,
  'gu',
)

/** An article that opens in the middle of a line, where a line break was lost. */
function swallowed(line: Line, fits: (head: Head) => boolean): Head | null {
  for (const match of line.text.matchAll(inside)) {
    const before = line.text.slice(0, match.index + 1)
    const head = readHead({ ...line, text: line.text.slice(match.index + match[0].length) })
    if (head && fits(head) && !quoteAfter(before, false)) return head
  }
  return null
}

/**
 * Finds the articles of a text and checks that they run without gap or double. A number that
 * does not follow is cited text inside a quotation and a fault outside. Texts that continue
 * another one (`continues`: a part of a code, an amendment) may begin with any number.
 */
export function findArticles(lines: Line[], continues: boolean): Articles | Refusal {
  const candidates = lines.map(readHead)
  const heads = new Map<number, Head>()
  const quoted: boolean[] = []
  let last: Head | null = null
  let end = lines.length
  let open = false

  const fits = (head: Head): boolean =>
    last ? follows(last, head) : head.insertion === 0 && (continues || head.number === 1)
  /** Whether a later head shows that this one is only cited: the same article, or the next one. */
  const opensInstead = (cited: Head) => (later: Head) =>
    cited.insertion > 0
      ? later.number === cited.number && later.insertion === cited.insertion
      : fits(later)
  const laterHeads = (index: number) =>
    candidates.slice(index + 1).filter((head): head is Head => head?.spaced === true)

  for (const [index, line] of lines.entries()) {
    quoted.push(open)
    const head: Head | null = candidates[index] ?? null
    if (head && (head.spaced || !isCitation(head)) && !(open && !fits(head))) {
      if (head.number === null) return refuse(`“${head.label}”的编号写法认不出`, head.line)
      if (!fits(head)) return misfit([...heads.values()], head, lines)
      heads.set(index, head)
      last = head
      open = false
    } else if (head && !open && fits(head) && !laterHeads(index).some(opensInstead(head))) {
      const advice = '如果是条文，请在条号后加一个空格'
      return refuse(`“${line.text.slice(0, 12)}…”分不清是条文还是引用：${advice}`, line.line)
    }
    const lost = open || line.row ? null : swallowed(line, fits)
    if (lost) {
      return refuse(`行内还有“${lost.label}”：请让每一条另起一行再导入`, line.line)
    }
    if (!open && appendixMark(line)) {
      const rest = laterHeads(index)
      const first = rest[0]
      if (first && !last) {
        return refuse('“附”里另有带条号的法规：请把它存成单独的文件导入', line.line)
      }
      if (!first || first.number === 1) {
        end = index
        break
      }
      if (!rest.some(fits)) return misfit([...heads.values()], first, lines)
    }
    open = quoteAfter(line.text, open)
  }
  const lastIndex = [...heads.keys()].at(-1)
  const tail =
    lastIndex === undefined
      ? -1
      : lines.findIndex((line, index) => index > lastIndex && index < end && isTail(line))
  return { ok: true, heads, end: tail < 0 ? end : tail, quoted }
}
