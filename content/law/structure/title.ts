import { readHead } from './article-head.ts'
import { readLabel } from './label.ts'
import { readHeading } from './heading.ts'
import { isFact } from './facts.ts'
import { isCatalogueMark } from './table-of-contents.ts'
import { bare, closeUp, refuse, type Line, type Refusal, type Source } from '../source.ts'

const kinds =
  '法|法典|条例|规定|办法|细则|规则|解释|决定|决议|批复|意见|通知|公告|方案|安排|解答|答复|命令|修正案|' +
  '章程|准则|公约|规范|制度|标准|纲要|要点|计划'
const named = new RegExp(`(?:${kinds})(?:[（(][^（）()]*[）)])*$`, 'u')
const organ =
  /^(?:中共|中国共产党|中华人民共和国|最高|国务院|全国|国家)|(?:院|部|局|会|署|府|厅|关于.*)$/u

/** True where the text itself begins, below any title. */
function isStructure(line: Line): boolean {
  return Boolean(readHead(line)?.spaced) || readHeading(line) !== null || isCatalogueMark(line)
}

function couldBeTitle(line: Line): boolean {
  if (line.row || line.text.length > 120 || /[。；：！？]/u.test(line.text)) return false
  return !isFact(line) && !readLabel(line.text)
}

/** A letter that only sends the regulation out. */
function isCover(line: Line): boolean {
  return /关于(?:印发|公布|发布|颁布|颁发).*的?通知$/u.test(line.text)
}

function words(text: string): string {
  return bare(text).replace(/、/gu, '')
}

/** Where the lines of the title begin and end, `to` excluded. */
type Span = { from: number; to: number }

function markedTitle(lines: Line[], before: number): Span | null {
  const from = lines.findIndex((line, index) => index < before && line.depth === 1)
  if (from < 0) return null
  let to = from + 1
  while (to < before && lines[to]?.depth === 1) to += 1
  return { from, to }
}

/**
 * The last line above the text that names a kind of regulation, with the organ's name above it;
 * the first line where that only says the same again, and the name of a part of a code with it.
 */
function namedTitle(lines: Line[], before: number): Span | null {
  const stop = lines.findIndex((line) => /[。；]$/u.test(line.text) && !isFact(line))
  const end = stop < 0 ? before : Math.min(before, stop)
  const names = (line: Line) => couldBeTitle(line) && named.test(line.text)
  const above = lines.slice(0, end)
  const own = above.findLastIndex((line) => names(line) && !isCover(line))
  const last = own < 0 ? above.findLastIndex(names) : own
  if (last < 0) return null
  let from = last
  for (let index = last - 1; index >= 0; index -= 1) {
    const line = lines[index]
    if (!line || !couldBeTitle(line) || named.test(line.text) || !organ.test(line.text)) break
    from = index
  }
  const found = words(
    lines
      .slice(from, last + 1)
      .map((line) => line.text)
      .join(''),
  )
  const whole = above.findIndex((line) => names(line) && words(line.text).includes(found))
  const span = whole < 0 || whole > from ? { from, to: last + 1 } : { from: whole, to: whole + 1 }
  const part = lines[span.to]
  return part && span.to < before && /^(?:\p{Script=Han}{2,8}编|总则|附则)$/u.test(part.text)
    ? { ...span, to: span.to + 1 }
    : span
}

/** A title, and the lines above and below it. */
type Titled = { ok: true; title: string; above: Line[]; own: Line[]; below: Line[] }

/**
 * Finds the title: a marked heading, else the last line above the text that names a kind of
 * regulation, else the first line. On web pages the name counts for more than the mark, since
 * the largest heading there is often the site's own name.
 */
export function findTitle({ lines, page }: Source): Titled | Refusal {
  const [first] = lines
  if (!first) return refuse('文件里没有文字，请检查是否选错了文件')
  const structure = lines.findIndex(isStructure)
  const before = structure < 0 ? lines.length : structure
  const marked = markedTitle(lines, before)
  const byName = marked && !page ? null : namedTitle(lines, before)
  const fallback = before > 0 && couldBeTitle(first) ? { from: 0, to: 1 } : null
  const span = page ? (byName ?? marked ?? fallback) : (marked ?? byName ?? fallback)
  if (!span) {
    return refuse('找不到题目：请在第一行写上法规的全称', first.line)
  }
  const own = lines.slice(span.from, span.to)
  const title = own
    .map((line) => closeUp(line.text))
    .reduce((whole, part) => whole + (named.test(whole) ? ' ' : '') + part)
  const above = lines.slice(0, span.from)
  const kept = page
    ? above.filter((line) => isFact(line) && bare(line.text) !== bare(title))
    : above
  return { ok: true, title, above: kept, own, below: lines.slice(span.to) }
}
