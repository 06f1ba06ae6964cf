import { parse, type HTMLElement } from 'node-html-parser'
import { collect, type Block } from './blocks.ts'
import { appendixMark } from '../structure/appendix.ts'
import { isFact } from '../structure/facts.ts'
import { readHead } from '../structure/article-head.ts'
import { pageLetters } from './page-letters.ts'
import { provesRead } from './completeness.ts'
import { unreadable } from './unreadable.ts'
import { bare, refuse, tidy, type Line, type Refusal, type Source } from '../source.ts'

const furniture =
  'head, script, style, noscript, template, iframe, object, svg, nav, header, footer, aside, form, ' +
  'button, select, input, textarea, [hidden], [aria-hidden=true]'

/** Boxes in which sites of the administration put the text itself. */
const roots = [
  '#UCAP-CONTENT',
  '#Zoom',
  '#zoom',
  '.TRS_Editor',
  '.pages_content',
  '.article-content',
  'article',
  'main',
  '[role=main]',
]

function countHeads(lines: Line[]): number {
  return lines.filter((line) => readHead(line)?.spaced).length
}

/** The box that holds every article of the page, where the site marks one. */
function textBox(document: HTMLElement, all: Block[]): readonly [number, number] | null {
  const wanted = countHeads(all)
  for (const selector of roots) {
    const box = document.querySelector(selector)
    if (box && bare(box.text) && countHeads(collect(box)) === wanted) return box.range
  }
  return null
}

const buttons =
  /打印|关闭窗口|分享到|扫一扫|上一篇|下一篇|责任编辑|版权所有|ICP备|公网安备|网站标识码|相关链接/u

function withoutTail(lines: Block[]): Block[] {
  let end = lines.length
  while (end > 0 && buttons.test(lines[end - 1]?.text ?? '')) end -= 1
  return lines.slice(0, end)
}

/** A list whose numbers only the browser writes: they are not in the text and cannot be kept. */
function numberedList(document: HTMLElement, kept: Block[]): HTMLElement | undefined {
  return document.querySelectorAll('ol').find(({ range: [from, to] }) => {
    return kept.some(({ offset }) => offset >= from && offset < to)
  })
}

/** Line of the file, counted from 1, at which each offset stands. */
function lineCounter(text: string): (offset: number) => number {
  const breaks = [...text.matchAll(/\n/gu)].map((match) => match.index)
  return (offset) => {
    let low = 0
    let high = breaks.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((breaks[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low + 1
  }
}

/** The title that a page names itself by: the ArticleTitle tag of government sites, or `<title>`. */
function namedTitle(document: HTMLElement): string {
  const tag = document.querySelector('meta[name=ArticleTitle], meta[name=articletitle]')
  const title = tag?.getAttribute('content') ?? document.querySelector('title')?.text ?? ''
  return tidy(title.split(/[_|]| - | – |—/u)[0] ?? '')
}

/** Tags that are never closed, or need not be. */
const lone = new Set(
  (
    'area base br col embed hr img input link meta source track wbr ' +
    'p li dd dt tr td th thead tbody tfoot option colgroup'
  ).split(' '),
)

/** Pages beyond any real one, which take minutes to read: too many tags, or too deep in each other. */
function isTangled(text: string): boolean {
  let tags = 0
  let depth = 0
  for (const [, close, name = ''] of text.matchAll(/<(\/?)([a-z][a-z0-9]*)/giu)) {
    tags += 1
    if (!lone.has(name.toLowerCase())) depth = Math.max(0, depth + (close ? -1 : 1))
    if (tags > 200_000 || depth > 2_000) return true
  }
  return false
}

/**
 * Reads an official web page: blocks are lines, `<br>` breaks a line, table rows are one line each.
 * Navigation, scripts and forms are taken off; of what stands before the site's text box only
 * headings and issuing facts are kept, of what stands after it nothing.
 */
export function htmlSource(text: string): { ok: true; source: Source } | Refusal {
  if (isTangled(text)) return refuse('网页的标签太多或没有闭合：请只把法规正文另存为网页再导入')
  const document = parse(text)
  const title = namedTitle(document)
  document.querySelectorAll(furniture).forEach((node) => node.remove())
  const lineOf = lineCounter(text)
  const all = collect(document)
  const box = textBox(document, all)
  const kept = box
    ? all.filter((line) => {
        const isStated = line.depth > 0 || isFact(line)
        return line.offset < box[1] && (line.offset >= box[0] || isStated)
      })
    : withoutTail(all)
  const list = numberedList(document, kept)
  if (list) {
    const advice = '请把编号改成写在正文里的文字再导入'
    return refuse(`这里的编号由浏览器自动生成，文字里没有：${advice}`, lineOf(list.range[0]))
  }
  const lines = kept.map((line) => ({
    text: line.text,
    line: lineOf(line.offset),
    depth: line.depth,
    row: line.row,
  }))
  const opening = Math.max(
    0,
    lines.findIndex((line) => readHead(line)?.spaced),
  )
  const last = box?.[1] ?? kept.at(-1)?.offset ?? 0
  const stop = unreadable(document, kept[opening]?.offset ?? 0, last)
  if (stop) return refuse(stop.said, lineOf(stop.at))
  const lost = provesRead([{ text: pageLetters(text), line: 1 }], lines.slice(opening), true)
  if (lost) return lost
  const beyond = box && all.some((line) => line.offset >= box[1] && appendixMark(line))
  const notes = beyond ? ['网页上另有附件，没有读入：请核对原网页'] : []
  if (title && !lines.some((line) => bare(line.text) === bare(title))) {
    lines.unshift({ text: title, line: 1, depth: 0, row: false })
  }
  return { ok: true, source: { lines, factsEnd: null, page: true, notes } }
}
