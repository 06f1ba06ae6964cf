import type { Articles } from './articles.ts'
import type { Heading, Rank } from './heading.ts'
import { labelNumber, readLabel, type Label } from './label.ts'
import { isTitleLike } from './sentence.ts'
import { closeUp, type Line } from '../source.ts'

const ranks: Record<string, Rank> = { point: '一、', item: '（一）' }

function asHeading(label: Label, line: Line): Heading | null {
  const rank = ranks[label.style]
  const number = labelNumber(label)
  return rank && number !== null
    ? { rank, number, label: label.label, title: closeUp(label.text), line: line.line }
    : null
}

/** 一、 … in a text without articles: headings only where every one is a title and they run 1..n. */
export function pointHeadings(lines: Line[], quoted: boolean[]): Map<number, Heading> {
  const found = new Map<number, Heading>()
  for (const [index, line] of lines.entries()) {
    const label = line.row || quoted[index] ? null : readLabel(line.text)
    if (label?.style !== 'point') continue
    const heading = asHeading(label, line)
    const titled = isTitleLike(label.text) && index + 1 < lines.length
    if (!heading || !titled || heading.number !== found.size + 1) return new Map()
    found.set(index, heading)
  }
  return found.size > 1 ? found : new Map()
}

/** True where the entry above in the same article has the number before this one's. */
function continuesList(lines: Line[], { heads }: Articles, index: number, label: Label): boolean {
  for (let above = index - 1; above >= 0 && !heads.has(above); above -= 1) {
    const other = readLabel(lines[above]?.text ?? '')
    if (other?.style === label.style) {
      return labelNumber(other) === (labelNumber(label) ?? 0) - 1
    }
  }
  return false
}

/**
 * 一、 and （一） among articles: headings where they are marked as such, or stand as a title right
 * above an article or another heading. `known` are the headings found so far.
 */
export function listHeadings(
  lines: Line[],
  articles: Articles,
  known: Map<number, Heading>,
): Map<number, Heading> {
  const found = new Map(known)
  const opens = (index: number) => articles.heads.has(index) || found.has(index)
  // Backwards, since 一、 may stand on （一） which stands on an article.
  for (const [index, line] of [...lines.entries()].reverse()) {
    if (line.row || opens(index) || articles.quoted[index]) continue
    const label = readLabel(line.text)
    const heading = label && isTitleLike(label.text) ? asHeading(label, line) : null
    if (!label || !heading) continue
    const stands = opens(index + 1) && !continuesList(lines, articles, index, label)
    if (line.depth > 0 || stands) found.set(index, heading)
  }
  return found
}
