import type { SearchRecord } from '../records.ts'
import type { Block, Card, Part } from './format.ts'

/** How many characters a block is filled with. A longer paragraph is a block of its own. */
const roomy = 900

function cardOf({ path, title, date, facets }: SearchRecord): Card {
  return { path, title: title.normalize(), date, facets }
}

/**
 * The blocks of a page: stretches of whole paragraphs, small enough to be fetched for one excerpt.
 * A phrase never reaches across paragraphs, so it never reaches across blocks.
 */
export function blocksOf(record: SearchRecord): Block[] {
  const page = cardOf(record)
  const blocks: Block[] = []
  let parts: Part[] = []
  let filled = 0
  const close = () => {
    blocks.push({ page, parts })
    parts = []
    filled = 0
  }
  for (const section of record.sections) {
    const { id, seconds } = section
    // Composed, as queries are: é may be written in two ways.
    const heading = section.heading.normalize()
    const text = section.text.normalize()
    let part: Part | undefined
    let started = false
    const begin = () => {
      part = { id, seconds, heading, text: '', ...(started && heading && { continued: true }) }
      started = true
      parts.push(part)
    }
    const lines = text.split('\n').filter((line) => line.trim())
    if (filled > 0 && filled + heading.length + (lines[0]?.length ?? 0) > roomy) close()
    begin()
    filled += heading.length
    for (const line of lines) {
      if (filled > 0 && filled + line.length > roomy && part?.text) {
        close()
        begin()
      }
      if (part) part.text += part.text ? `\n${line}` : line
      filled += line.length
    }
  }
  if (parts.length > 0 || blocks.length === 0) close()
  return blocks
}

/** A block's lines as they are searched: a heading counts where it begins. */
export function linesOf({ parts }: Block): { text: string; heading: boolean }[] {
  return parts.flatMap(({ heading, text, continued }) => [
    ...(heading && !continued ? [{ text: heading, heading: true }] : []),
    ...text.split('\n').map((line) => ({ text: line, heading: false })),
  ])
}
