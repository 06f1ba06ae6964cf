import type { Head } from './article-head.ts'
import { toHan } from '../../characters/numerals.ts'
import { refuse, type Line, type Refusal } from '../source.ts'

function missing(from: number, to: number, unit: string): string {
  const first = `第${toHan(from)}${unit}`
  return from === to ? first : `${first}至第${toHan(to)}${unit}`
}

/** A line between two articles that looks like the lost one, written with a slip. */
function lookalike(lines: Line[], from: Head, to: Head): Line | null {
  const number = toHan((from.number ?? 0) + 1)
  const found = lines.find(
    ({ line, text }) =>
      line > from.line && line < to.line && text.slice(0, 12).includes(`${number}条`),
  )
  return found ?? null
}

/** Says why `head` cannot stand where it stands. `heads` are the articles above it. */
export function misfit(heads: Head[], head: Head, lines: Line[]): Refusal {
  const last = heads.at(-1)
  const number = head.number ?? 0
  if (!last) {
    return refuse(`条文从“${head.label}”开始，前面的条文不见了`, head.line)
  }
  const above = heads.find((one) => one.number === number && one.insertion === head.insertion)
  if (above && number === 1) {
    const advice = '一个文件里像有两部法规，请分成两个文件导入'
    return refuse(`“第一条”在第 ${above.line} 行已有，这里又有：${advice}`, head.line)
  }
  if (above) {
    return refuse(
      `${head.label}重复：第 ${above.line} 行已有；它上面是${last.label}（第 ${last.line} 行）`,
      head.line,
    )
  }
  const where = `${last.label}（第 ${last.line} 行）之后是${head.label}（第 ${head.line} 行）`
  if (head.insertion > 0 || number < (last.number ?? 0)) {
    return refuse(`${where}，顺序不对`, head.line)
  }
  const lost = missing((last.number ?? 0) + 1, number - 1, '条')
  const slip = lookalike(lines, last, head)
  if (slip) {
    const start = slip.text.slice(0, 10)
    return refuse(`${where}，缺${lost}；第 ${slip.line} 行“${start}…”像是写错了的条号`, slip.line)
  }
  return refuse(`${where}，缺${lost}`, head.line)
}
