import type { Article, Division, Paragraph } from '../schema/regulation.ts'
import type { Articles } from './articles.ts'
import type { Heading } from './heading.ts'
import { readLabel, type Label } from './label.ts'
import type { Outline } from './outline.ts'
import type { Line } from './source.ts'

const wide = new Set(['stem', 'point'])

/**
 * Collects paragraphs with their items. In an article every numbered line is an item. Elsewhere
 * 一、 numbers paragraphs, and other lines are items below one that announces a list.
 */
class Block {
  readonly paragraphs: Paragraph[] = []
  readonly #article: boolean
  #list: Label | null = null
  /** A list that ran on below another one: its entries stay paragraphs to the end. */
  #spilled = ''

  constructor(article: boolean) {
    this.#article = article
  }

  add(text: string, row = false) {
    const label = row ? null : readLabel(text)
    const last = this.paragraphs.at(-1)
    if (label && this.#list && label.rank < this.#list.rank) this.#spilled = label.style
    const listed = this.#list || /[：:]$/u.test(last?.text ?? '')
    const announced = this.#article || (listed && label && !wide.has(label.style))
    if (!label || !last || label.style === this.#spilled || !announced) {
      this.paragraphs.push({ text, items: [] })
      this.#list = null
      return
    }
    this.#list ??= label
    const item = last.items.at(-1)
    if (item && label.style !== this.#list.style) {
      item.subitems.push({ label: label.label, text: label.text })
    } else {
      last.items.push({ label: label.label, text: label.text, subitems: [] })
    }
  }
}

type Body = { preamble: Paragraph[]; divisions: Division[]; appendix: string[] }

/** Puts the lines of a text under the headings and articles that were found in it. */
export function assemble(lines: Line[], articles: Articles, outline: Outline): Body {
  const preamble = new Block(false)
  const divisions: Division[] = []
  const hasChapters = [...outline.headings.values()].some((heading) => heading.rank === '章')
  const hasParts = [...outline.headings.values()].some((heading) => heading.rank === '编')
  let block = preamble

  const openDivision = (heading: Heading | null) => {
    block = new Block(false)
    divisions.push({
      level: heading ? levelOf(heading, hasParts, hasChapters) : 'body',
      label: heading?.label ?? '',
      title: heading?.title ?? '',
      paragraphs: block.paragraphs,
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
      block = new Block(true)
      const article: Article = {
        number: head.number ?? 0,
        insertion: head.insertion,
        label: head.label,
        paragraphs: block.paragraphs,
        guide: '',
      }
      divisions.at(-1)?.articles.push(article)
      if (head.rest) block.add(head.rest)
    } else {
      block.add(line.text, line.row)
    }
  }
  const appendix = lines.slice(articles.end).map((line) => line.text)
  return { preamble: preamble.paragraphs, divisions, appendix }
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
