import type { Article, Division, Paragraph } from '../../schema/entries/regulation.ts'
import type { Articles } from './articles.ts'
import type { Heading } from './heading.ts'
import type { Outline } from './outline.ts'
import { Paragraphs } from './paragraphs.ts'
import type { Line } from '../source.ts'

type Body = { preamble: Paragraph[]; divisions: Division[]; appendix: string[] }

/** Puts the lines of a text under the headings and articles that were found in it. */
export function assemble(lines: Line[], articles: Articles, outline: Outline): Body {
  const preamble = new Paragraphs(false)
  const divisions: Division[] = []
  const hasChapters = [...outline.headings.values()].some((heading) => heading.rank === '章')
  const hasParts = [...outline.headings.values()].some((heading) => heading.rank === '编')
  let block = preamble

  const openDivision = (heading: Heading | null) => {
    block = new Paragraphs(false)
    divisions.push({
      level: heading ? levelOf(heading, hasParts, hasChapters) : 'body',
      label: heading?.label ?? '',
      title: heading?.title ?? '',
      paragraphs: block.all,
      articles: [],
    })
  }
  for (const [index, line] of lines.slice(0, articles.end).entries()) {
    const head = articles.heads.get(index)
    const heading = outline.headings.get(index)
    if (outline.taken.has(index)) continue
    if (heading) {
      openDivision(heading)
    } else if (head) {
      if (divisions.length === 0) openDivision(null)
      block = new Paragraphs(true)
      const article: Article = {
        number: head.number ?? 0,
        insertion: head.insertion,
        label: head.label,
        paragraphs: block.all,
        guide: '',
        phrasings: [],
      }
      divisions.at(-1)?.articles.push(article)
      if (head.rest) block.add(head.rest)
    } else {
      block.add(line.text, line.row)
    }
  }
  const appendix = lines.slice(articles.end).map((line) => line.text)
  return { preamble: preamble.all, divisions, appendix }
}

function levelOf(heading: Heading, hasParts: boolean, hasChapters: boolean): Division['level'] {
  switch (heading.rank) {
    case '编':
      return 'part'
    case '分编':
      return 'subpart'
    case '章':
      return 'chapter'
    case '节':
    case '（一）':
      return 'section'
    case '一、':
      return hasChapters ? 'section' : 'chapter'
    case null:
      return hasParts ? 'part' : 'chapter'
  }
}
