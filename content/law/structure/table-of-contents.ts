import { readHead } from './article-head.ts'
import { readHeading } from './heading.ts'
import { readLabel } from './label.ts'
import { bare, refuse, type Line, type Refusal } from '../source.ts'

/** True for the line 目录. */
export function isCatalogueMark(line: Line): boolean {
  return /^目\s*[录次]$/u.test(line.text)
}

/** An entry without its dots and page number. */
function entryText(line: Line): string {
  return bare(line.text.replace(/(?:[\s.．…·—-]|\u3000)*[（(]?\d{0,4}[)）]?$/u, ''))
}

function couldBeEntry(line: Line): boolean {
  if (line.row || readHead(line)?.spaced) return false
  return readHeading(line) !== null || readLabel(line.text)?.style === 'point' || line.depth > 1
}

/**
 * Takes a table of contents off, after proving that every entry stands again below as a heading,
 * so that nothing is lost with it. Without the word 目录 a run of headings counts as one where
 * all of them come again.
 */
export function withoutCatalogue(lines: Line[]): { ok: true; lines: Line[] } | Refusal {
  const article = lines.findIndex((line) => readHead(line)?.spaced)
  const before = lines.slice(0, article < 0 ? lines.length : article)
  const mark = before.findIndex(isCatalogueMark)
  const start = mark >= 0 ? mark + 1 : before.findIndex(couldBeEntry)
  const first = lines[start]
  if (start < 0 || !first) return { ok: true, lines }

  const texts = lines.map((line) => bare(line.text))
  const comesAgain = (line: Line, from: number): number => {
    const entry = entryText(line)
    return texts.findIndex((text, index) => {
      return index >= from && (text === entry || text + (texts[index + 1] ?? '') === entry)
    })
  }
  const text = comesAgain(first, start + 1)
  let end = start
  for (let entry = lines[end]; entry && end < text; entry = lines[end]) {
    if (comesAgain(entry, mark >= 0 ? text : end + 1) < 0) break
    end += 1
  }
  const lost = text < 0 ? first : lines[end]
  if (mark >= 0 && lost && end !== text && couldBeEntry(lost)) {
    return refuse(`目录里的“${lost.text}”在正文里没有对应的标题`, lost.line)
  }
  if (mark < 0 && end - start < 2) return { ok: true, lines }
  return { ok: true, lines: [...lines.slice(0, mark >= 0 ? mark : start), ...lines.slice(end)] }
}
