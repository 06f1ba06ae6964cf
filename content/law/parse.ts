import { isPrivate } from '../characters/symbols.ts'
import { check } from '../entry/document.ts'
import { regulation, type Regulation } from '../schema/entries/regulation.ts'
import { findArticles } from './structure/articles.ts'
import { assemble } from './structure/assemble.ts'
import { checkBreaks } from './structure/line-breaks.ts'
import { withoutCatalogue } from './structure/table-of-contents.ts'
import { deriveFacts, takeFacts } from './structure/facts.ts'
import { checkOrder } from './structure/order.ts'
import { findOutline } from './structure/outline.ts'
import { slugFor } from './slug.ts'
import { longestLine, refuse, type Refusal, type Source } from './source.ts'
import { checkStray } from './structure/stray-heading.ts'
import { provesWhole } from './text.ts'
import { findTitle } from './structure/title.ts'

/** Part of a code, or an amendment numbered on from the ones before it. */
const continuing = /(?:^|\s)(?:\p{Script=Han}{2,8}编|总则|附则)$|修正案(?:[（(].*[）)])?$/u

const unseen =
  '有显示不出的字（造字或特殊字体的符号，别人的电脑上是空白或方框）：请对照原文换成普通字符再导入'

/** Beyond any regulation; what is longer is another kind of file, and would take for ever to read. */
function checkSize({ lines }: Source): Refusal | null {
  if (lines.length > 30_000) return refuse('超过三万行，不像是一部法规，请检查')
  const long = lines.find(({ text }) => text.length > longestLine)
  return long ? refuse('一行超过两万字，不像是法规文本，请检查', long.line) : null
}

/**
 * Reads an official text. Right are: a text of articles (第一条 …) that run without gap or double,
 * under headings that do too; and a text without articles (批复, 决定, 修正案), kept paragraph by
 * paragraph. Everything else is refused with the line: the source is never mended by guessing.
 * Every character of the lines comes back in the regulation, in order, a proven table of contents
 * aside.
 */
export function parseLaw(source: Source): { ok: true; regulation: Regulation } | Refusal {
  const outsized = checkSize(source)
  if (outsized) return outsized
  const titled = findTitle(source)
  if (!titled.ok) return titled
  const { title } = titled
  if (title.length > 200) return refuse('题目超过两百字，不像是题目，请检查', titled.own[0]?.line)
  const [facts, text] = takeFacts(titled.below, title, source.factsEnd)
  const body = withoutCatalogue(text)
  if (!body.ok) return body
  if (body.lines.length === 0) {
    return refuse('只有题目，没有正文，请检查文件是否完整', source.lines.at(-1)?.line)
  }
  const articles = findArticles(body.lines, continuing.test(title))
  if (!articles.ok) return articles
  const lines = body.lines.slice(0, articles.end)
  const outline = findOutline(lines, articles)
  const fault =
    checkStray(lines, articles, outline) ??
    checkOrder([...outline.headings.values()]) ??
    checkBreaks(lines, articles)
  if (fault) return fault

  const issuingFacts = [...titled.above, ...facts].map((line) => line.text)
  const closing = lines.slice(-12).map((line) => line.text)
  const entry = {
    slug: slugFor(title),
    title,
    status: 'in-force' as const,
    ...deriveFacts(title, issuingFacts, closing),
    issuingFacts,
    ...assemble(body.lines, articles, outline),
    summary: '',
    demonstration: false,
  }
  const read = entry.divisions.flatMap((division) => division.articles)
  const silent = [...articles.heads.values()].find((_, at) => read[at]?.paragraphs.length === 0)
  if (silent) return refuse(`${silent.label}没有内容`, silent.line)
  const printed = [...titled.own, ...titled.above, ...facts, ...body.lines]
  const drawn = printed.find(({ text }) => isPrivate(text))
  if (drawn) return refuse(unseen, drawn.line)
  const lost = provesWhole(printed, entry)
  if (lost) return lost
  const checked = check(regulation, entry)
  if (checked.ok) return { ok: true, regulation: checked.value }
  const [problem] = checked.faults
  return refuse(`不合条目格式：${problem?.field} ${problem?.problem}`, titled.own[0]?.line)
}

/** Chapters and articles as a reader counts them: 第X章 and 第X条. */
export function count(entry: Regulation): { chapters: number; articles: number } {
  const chapters = entry.divisions.filter(
    ({ level, label }) => level === 'chapter' && /^第/u.test(label),
  )
  const articles = entry.divisions.flatMap((division) => division.articles)
  return { chapters: chapters.length, articles: articles.length }
}
