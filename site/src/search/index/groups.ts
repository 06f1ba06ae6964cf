import type { SearchRecord, SearchSection } from '../record.ts'
import { plain, signsOf } from '../text/signs.ts'

/** Signs that a group is filled with. A longer paragraph is a group of its own. */
const roomy = 700

/** A stretch of text below one heading, by the places in its group of its heading and of its text. */
export type Part = {
  at: number
  from: number
  /** The anchor of the heading on the page. */
  id?: string | undefined
  /** Where in a video this is said. */
  seconds?: number | undefined
}

/**
 * A stretch of one page, small enough to be fetched for one excerpt: one record of the index. `known`
 * are words by which it is found beside its text, where it has such.
 */
type Group = { text: string; parts: Part[]; known: string[] | null }

/**
 * The groups of a page, in order; at least one. The first is known by the words of the whole page; a
 * section that people ask for in words of its own is a group with those. Paragraphs stay whole: a
 * phrase never reaches across them, so it never reaches across groups.
 */
export function groupsOf(record: Pick<SearchRecord, 'known' | 'sections'>): Group[] {
  const groups: Group[] = []
  const begin = (known: string[] | null) => {
    const group: Group = { text: '', parts: [], known }
    groups.push(group)
    return group
  }
  for (const section of record.sections) {
    const heading = plain(section.heading)
    const lines = plain(section.text).split('\n').filter(hasWords)
    if (!heading && lines.length === 0) continue
    const known = section.asked ? section.asked.map(plain) : null
    let group = groups.at(-1)
    if (!group || known || group.known || isFull(group, heading + (lines[0] ?? ''))) {
      group = begin(known)
    }
    const at = nextPlace(group)
    if (heading) append(group, heading)
    group.parts.push(partOf(section, at, nextPlace(group)))
    for (const [nth, line] of lines.entries()) {
      if (nth > 0 && isFull(group, line)) {
        group = begin(null)
        group.parts.push(partOf(section, 0, 0))
      }
      append(group, line)
    }
  }
  const first = groups[0] ?? begin(null)
  first.known = [...record.known.map(plain), ...(first.known ?? [])]
  return groups
}

/** The place of the sign that is appended next, after a line end. */
function nextPlace({ text }: Group): number {
  return text ? signsOf(text).length + 1 : 0
}

function append(group: Group, line: string): void {
  group.text += group.text ? `\n${line}` : line
}

function isFull({ text }: Group, line: string): boolean {
  return text !== '' && signsOf(text).length + signsOf(line).length > roomy
}

function hasWords(line: string): boolean {
  return line.trim() !== ''
}

function partOf({ id, seconds }: SearchSection, at: number, from: number): Part {
  return { at, from, ...(id && { id }), ...(seconds !== undefined && { seconds }) }
}
