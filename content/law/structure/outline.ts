import type { Articles } from './articles.ts'
import { isUnnumbered, readHeading, type Heading } from './heading.ts'
import { readLabel } from './label.ts'
import { listHeadings, pointHeadings } from './list-headings.ts'
import { isTitleLike } from './sentence.ts'
import { closeUp, type Line } from '../source.ts'

/** The headings of a text by index into its lines, in order; `taken` are lines that only continue one. */
export type Outline = { headings: Map<number, Heading>; taken: Set<number> }

/** 编, 分编, 章, 节. */
function numberedHeadings(lines: Line[], { heads, quoted }: Articles): Map<number, Heading> {
  const found = new Map<number, Heading>()
  for (const [index, line] of lines.entries()) {
    if (heads.has(index) || (quoted[index] && line.depth === 0)) continue
    const heading = readHeading(line)
    if (heading) found.set(index, heading)
  }
  return found
}

/**
 * 序言, 附则 and whatever the file marks as a heading. Where chapters are numbered and there are no
 * parts, 附则 without a number has lost it and is no heading.
 */
function addUnnumbered(
  lines: Line[],
  { heads, quoted }: Articles,
  found: Map<number, Heading>,
): void {
  const ranks = new Set([...found.values()].map((heading) => heading.rank))
  const losesNumber = ranks.has('章') && !ranks.has('编') && !ranks.has('分编')
  for (const [index, line] of lines.entries()) {
    if (line.row || quoted[index] || heads.has(index) || found.has(index)) continue
    const marked = line.depth > 0 && isTitleLike(line.text, 120)
    const point = heads.size === 0 && readLabel(line.text)?.style === 'point'
    const named = isUnnumbered(line) && !(losesNumber && line.text.endsWith('则'))
    if ((marked && !point) || named) {
      const title = closeUp(line.text)
      found.set(index, { rank: null, number: null, label: '', title, line: line.line })
    }
  }
}

/** Lines under a heading that continue its title: title-like, and the text opens right below. */
function continuation(
  lines: Line[],
  index: number,
  heading: Heading,
  opens: (index: number) => boolean,
): number[] {
  const parts: number[] = []
  for (let next = index + 1; !opens(next) && parts.length < 3; next += 1) {
    const line = lines[next]
    if (!line || line.row || !isTitleLike(line.text) || readLabel(line.text)) break
    parts.push(next)
  }
  if (opens(index + 1 + parts.length)) return parts
  return heading.title === '' ? parts.slice(0, 1) : []
}

/**
 * Finds the headings: 编, 分编, 章, 节, unnumbered ones, and 一、 （一） where articles stand under
 * them. Titles broken over lines are joined.
 */
export function findOutline(lines: Line[], articles: Articles): Outline {
  const { heads, quoted } = articles
  const numbered = numberedHeadings(lines, articles)
  const found =
    heads.size > 0
      ? listHeadings(lines, articles, numbered)
      : new Map([...pointHeadings(lines, quoted), ...numbered])
  addUnnumbered(lines, articles, found)
  const opens = (index: number) => heads.has(index) || found.has(index)
  const taken = new Set<number>()
  for (const [index, heading] of found) {
    if (heading.rank === null) continue
    const parts = continuation(lines, index, heading, opens)
    parts.forEach((part) => taken.add(part))
    const words = parts.map((part) => lines[part]?.text ?? '')
    found.set(index, { ...heading, title: closeUp([heading.title, ...words].join('')) })
  }
  return { headings: new Map([...found].sort(([a], [b]) => a - b)), taken }
}
