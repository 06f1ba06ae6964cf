import { writeNumber } from './number-formats.ts'
import type { Styles } from './styles.ts'
import { attributeOf, childOf, childrenOf, type Document, type Element } from './xml.ts'

type Level = { start: number; format: string; text: string; restart: number | null; legal: boolean }
type List = { key: string; levels: Level[]; renewed: Map<number, number> }

/** What Word writes before a paragraph: `label` is '' for a bullet. */
export type Numbered = { label: string; level: number; bullet: boolean; known: boolean }

function numberIn(element: Element | undefined, otherwise: number): number {
  const value = Number.parseInt(attributeOf(element, 'w:val'), 10)
  return Number.isNaN(value) ? otherwise : value
}

function levelOf(element: Element | undefined): Level {
  const restart = childOf(element, 'w:lvlRestart')
  // WPS and Word 2010 keep 01, 02 and the like in a way of their own, beside one for older programs.
  const formats = childrenOf(element, 'w:numFmt')
  return {
    start: numberIn(childOf(element, 'w:start'), 1),
    format: attributeOf(formats[0], 'w:val'),
    text: attributeOf(childOf(element, 'w:lvlText'), 'w:val'),
    restart: restart ? numberIn(restart, 0) : null,
    legal: childOf(element, 'w:isLgl') !== undefined,
  }
}

/** The lists of a Word file, and how far each has been counted. */
export class Numbering {
  readonly #abstracts = new Map<string, Element>()
  readonly #numbers = new Map<string, Element>()
  readonly #lists = new Map<string, List>()
  readonly #counted = new Map<string, number[]>()
  readonly #begun = new Set<string>()
  readonly #styles: Styles

  constructor(document: Document | undefined, styles: Styles) {
    this.#styles = styles
    const root = document?.documentElement ?? undefined
    for (const one of childrenOf(root, 'w:abstractNum')) {
      this.#abstracts.set(attributeOf(one, 'w:abstractNumId'), one)
    }
    for (const one of childrenOf(root, 'w:num')) {
      this.#numbers.set(attributeOf(one, 'w:numId'), one)
    }
  }

  #abstractOf(id: string, depth = 0): Element | undefined {
    const found = this.#abstracts.get(id)
    const link = attributeOf(childOf(found, 'w:numStyleLink'), 'w:val')
    if (!link || depth > 5) return found
    const linked = [...this.#abstracts.entries()].find(
      ([, one]) => attributeOf(childOf(one, 'w:styleLink'), 'w:val') === link,
    )
    return linked ? this.#abstractOf(linked[0], depth + 1) : found
  }

  #listOf(id: string): List | undefined {
    const known = this.#lists.get(id)
    const number = this.#numbers.get(id)
    if (known || !number) return known
    const key = attributeOf(childOf(number, 'w:abstractNumId'), 'w:val')
    const abstract = this.#abstractOf(key)
    const levels: Level[] = []
    for (const level of childrenOf(abstract, 'w:lvl')) {
      levels[Number(attributeOf(level, 'w:ilvl') || levels.length)] = levelOf(level)
    }
    const renewed = new Map<number, number>()
    for (const override of childrenOf(number, 'w:lvlOverride')) {
      const at = Number(attributeOf(override, 'w:ilvl') || 0)
      const own = childOf(override, 'w:lvl')
      if (own) levels[at] = levelOf(own)
      const start = childOf(override, 'w:startOverride')
      if (start) renewed.set(at, numberIn(start, 1))
    }
    const list = { key, levels, renewed }
    this.#lists.set(id, list)
    return list
  }

  /** The list and the level of a paragraph: its own, or those of its style. */
  #placeOf(paragraph: Element): { id: string; level: number } | undefined {
    const given = this.#styles.ofParagraph(paragraph, 'w:numPr', 'w:numId')
    const id = attributeOf(given, 'w:val')
    if (!id || id === '0') return undefined
    const own = childOf(paragraph, 'w:pPr', 'w:numPr', 'w:ilvl')
    const abstract = this.#abstractOf(
      attributeOf(childOf(this.#numbers.get(id), 'w:abstractNumId'), 'w:val'),
    )
    const chain = this.#styles.ofStyle(paragraph).map((one) => attributeOf(one, 'w:styleId'))
    const linked = childrenOf(abstract, 'w:lvl').find((level) =>
      chain.includes(attributeOf(childOf(level, 'w:pStyle'), 'w:val')),
    )
    const styled = this.#styles.ofParagraph(paragraph, 'w:numPr', 'w:ilvl')
    const level = own
      ? attributeOf(own, 'w:val')
      : attributeOf(linked, 'w:ilvl') || attributeOf(styled, 'w:val')
    return { id, level: Number(level || 0) }
  }

  /** Counts a paragraph. Undefined where Word writes nothing before it. Call once each, in order. */
  next(paragraph: Element): Numbered | undefined {
    const place = this.#placeOf(paragraph)
    const list = place && this.#listOf(place.id)
    const format = place && list?.levels[place.level]
    if (!place || !list || !format) return undefined
    const { id, level } = place
    const counted = this.#counted.get(list.key) ?? []
    this.#counted.set(list.key, counted)
    for (const [at, start] of list.renewed) {
      if (at !== level || this.#begun.has(`${id}/${at}`)) continue
      counted.length = Math.min(counted.length, at)
      counted[at] = start - 1
    }
    this.#begun.add(`${id}/${level}`)
    for (let above = 0; above < level; above += 1) counted[above] ??= list.levels[above]?.start ?? 1
    counted[level] = (counted[level] ?? format.start - 1) + 1
    for (let below = level + 1; below < counted.length; below += 1) {
      const restart = list.levels[below]?.restart ?? below
      if (restart !== 0 && level < restart) delete counted[below]
    }
    return { level, ...this.#write(list, level, counted) }
  }

  #write({ levels }: List, level: number, counted: number[]) {
    const format = levels[level]
    if (!format || format.format === 'bullet') return { label: '', bullet: true, known: true }
    let known = true
    const label = format.text.replace(/%([1-9])/gu, (_, one: string) => {
      const at = Number(one) - 1
      const written = writeNumber(
        counted[at] ?? levels[at]?.start ?? 1,
        format.legal ? 'decimal' : (levels[at]?.format ?? ''),
      )
      known &&= written !== undefined
      return written ?? String(counted[at] ?? 1)
    })
    return { label: label.trim(), bullet: false, known }
  }
}
