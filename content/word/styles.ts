import {
  allOf,
  attributeOf,
  childOf,
  childrenOf,
  nameOf,
  type Document,
  type Element,
} from './xml.ts'

/** The styles of a Word file, and what they say of a run or a paragraph that says nothing itself. */
export class Styles {
  readonly #byId = new Map<string, Element>()
  readonly #defaults: Element | undefined
  /** The style of paragraphs that name none. */
  #usual = ''

  constructor(document: Document | undefined) {
    const root = document?.documentElement ?? undefined
    for (const style of childrenOf(root, 'w:style')) {
      const id = attributeOf(style, 'w:styleId')
      this.#byId.set(id, style)
      const usual = /^(?:1|true|on)$/u.test(attributeOf(style, 'w:default'))
      if (usual && attributeOf(style, 'w:type') === 'paragraph') this.#usual = id
    }
    this.#defaults = childOf(root, 'w:docDefaults')
  }

  /** A style and those that it is based on, nearest first. */
  chain(id: string): Element[] {
    const chain: Element[] = []
    for (let at = this.#byId.get(id); at && !chain.includes(at);) {
      chain.push(at)
      at = this.#byId.get(attributeOf(childOf(at, 'w:basedOn'), 'w:val'))
    }
    return chain
  }

  /** The style of a paragraph and those that it is based on, nearest first. */
  ofStyle(paragraph: Element | null): Element[] {
    return paragraph ? this.chain(styleOf(paragraph) || this.#usual) : []
  }

  /** A property of a run: its own, its style's, its paragraph's style's, or the file's default. */
  ofRun(run: Element, name: string): Element | undefined {
    const own = childOf(run, 'w:rPr', name)
    if (own) return own
    const character = attributeOf(childOf(run, 'w:rPr', 'w:rStyle'), 'w:val')
    let paragraph: Element | null = run
    while (paragraph && nameOf(paragraph) !== 'w:p') paragraph = paragraph.parentNode as Element
    for (const style of [...this.chain(character), ...this.ofStyle(paragraph)]) {
      const found = childOf(style, 'w:rPr', name)
      if (found) return found
    }
    return childOf(this.#defaults, 'w:rPrDefault', 'w:rPr', name)
  }

  /** A property of a paragraph: its own or its style's. */
  ofParagraph(paragraph: Element, ...path: [string, ...string[]]): Element | undefined {
    const own = childOf(paragraph, 'w:pPr', ...path)
    if (own) return own
    for (const style of this.ofStyle(paragraph)) {
      const found = childOf(style, 'w:pPr', ...path)
      if (found) return found
    }
    return undefined
  }

  /** The name of a paragraph's style, as its writer sees it. */
  nameFor(paragraph: Element): string {
    return attributeOf(childOf(this.ofStyle(paragraph)[0], 'w:name'), 'w:val')
  }
}

/** The style that a paragraph names; '' for none. */
function styleOf(paragraph: Element): string {
  return attributeOf(childOf(paragraph, 'w:pPr', 'w:pStyle'), 'w:val')
}

/** The words that stand in an element, whatever they are. */
export function wordsIn(element: Element): string {
  return [...allOf(element, 'w:t'), ...allOf(element, 'm:t'), ...allOf(element, 'a:t')]
    .map((text) => text.textContent ?? '')
    .join('')
}
