import type { Paragraph } from '../../schema/entries/regulation.ts'
import { readLabel, type Label } from './label.ts'

const wide = new Set(['stem', 'point'])

/**
 * Collects paragraphs with their items. In an article every numbered line is an item. Elsewhere
 * 一、 numbers paragraphs, and other lines are items below one that announces a list.
 */
export class Paragraphs {
  readonly all: Paragraph[] = []
  readonly #article: boolean
  #list: Label | null = null
  /** A list that ran on below another one: its entries stay paragraphs to the end. */
  #spilled = ''

  constructor(article: boolean) {
    this.#article = article
  }

  add(text: string, row = false) {
    const label = row ? null : readLabel(text)
    const last = this.all.at(-1)
    if (label && this.#list && label.rank < this.#list.rank) this.#spilled = label.style
    const listed = this.#list || /[：:]$/u.test(last?.text ?? '')
    const announced = this.#article || (listed && label && !wide.has(label.style))
    if (!label || !last || label.style === this.#spilled || !announced) {
      this.all.push({ text, items: [] })
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

/** Lines, one paragraph or item each, as paragraphs with their items. */
export function readParagraphs(lines: string[], inArticle: boolean): Paragraph[] {
  const paragraphs = new Paragraphs(inArticle)
  for (const line of lines) paragraphs.add(line, line.includes(' | '))
  return paragraphs.all
}
