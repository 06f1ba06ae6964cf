import { raise } from '../characters/raised.ts'
import { readSymbols, symbolOf } from '../characters/symbols.ts'
import { drawEquation } from './eq-field.ts'
import { positionOf } from './raised-runs.ts'
import { isHidden } from './hidden.ts'
import { relatedPart, type WordFile } from './package.ts'
import { Styles } from './styles.ts'
import { fontOf } from './symbols.ts'
import { attributeOf, childOf, childrenOf, isOn, nameOf, parseXml, type Element } from './xml.ts'

/** Elements that hold no words of the text: properties, what was deleted, readings of words. */
const passed = new Set(['w:del', 'w:moveFrom', 'w:rt', 'w:instrText', 'w:delText', 'w:sectPr'])

type Field = { instruction: string; telling: boolean; shown: boolean }

/**
 * Reads a text from its first element to its last, as a reader's eye would: it knows nothing of
 * how the file is taken in, so that what is lost there is missed here.
 */
class Reader {
  readonly paragraphs: string[] = []
  readonly #styles: Styles
  readonly #fields: Field[] = []
  #line = ''

  constructor(styles: Styles) {
    this.#styles = styles
  }

  read(element: Element): void {
    const name = nameOf(element)
    if (passed.has(name) || /Pr$/u.test(name)) return
    switch (name) {
      case 'w:p':
        this.#paragraph(element)
        return
      case 'w:tr':
        if (childOf(element, 'w:trPr', 'w:del') ?? isOn(childOf(element, 'w:trPr', 'w:hidden')))
          return
        break
      case 'w:tc': {
        const merge = childOf(element, 'w:tcPr', 'w:vMerge')
        if (merge && attributeOf(merge, 'w:val') !== 'restart') return
        break
      }
      case 'w:r':
        this.#run(element)
        return
      case 'mc:AlternateContent': {
        const choice = childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback')
        if (choice) this.read(choice)
        return
      }
      case 'm:t':
        this.#show(this.#mathText(element))
        return
    }
    for (const child of childrenOf(element)) this.read(child)
  }

  #paragraph(element: Element): void {
    const outer = this.#line
    this.#line = ''
    for (const child of childrenOf(element)) this.read(child)
    const line = this.#line
    this.#line = outer
    if (childOf(element, 'w:pPr', 'w:rPr', 'w:del')) this.#line = line
    else if (line.trim()) this.paragraphs.push(line)
  }

  #run(run: Element): void {
    const hidden = isHidden(run, this.#styles)
    const position = positionOf(run, this.#styles)
    for (const child of childrenOf(run)) {
      const name = nameOf(child)
      const field = this.#fields.at(-1)
      if (name === 'w:fldChar') this.#field(attributeOf(child, 'w:fldCharType'))
      else if (name === 'w:instrText' && field) field.instruction += child.textContent ?? ''
      else if (hidden) continue
      else if (name === 'w:t') {
        const words = readSymbols(child.textContent ?? '', fontOf(run, this.#styles))
        this.#show(position ? raise(words, position) : words)
      } else if (name === 'w:sym') {
        this.#show(symbolOf(attributeOf(child, 'w:font'), attributeOf(child, 'w:char')) ?? '')
      } else if (name === 'w:noBreakHyphen') this.#show('-')
      else if (/^w:(?:br|cr|tab|ptab)$/u.test(name)) this.#line += ' '
      else this.read(child)
    }
  }

  #field(type: string): void {
    const field = this.#fields.at(-1)
    if (type === 'begin') this.#fields.push({ instruction: '', telling: true, shown: false })
    else if (type === 'separate' && field) field.telling = false
    else if (type === 'end' && field) {
      this.#fields.pop()
      const drawn = !field.shown && /^\s*eq\b/iu.test(field.instruction)
      if (drawn) this.#show(drawEquation(field.instruction).text)
    }
  }

  #show(words: string): void {
    const telling = this.#fields.find((field) => field.telling)
    if (telling) telling.instruction += words
    else {
      if (words) for (const field of this.#fields) field.shown = true
      this.#line += words
    }
  }

  #mathText(element: Element): string {
    const words = element.textContent ?? ''
    for (
      let at: Element | null = element;
      at && nameOf(at) !== 'm:oMath';
      at = at.parentNode as Element | null
    ) {
      if (nameOf(at) === 'm:sup' && nameOf(at.parentNode as Element) !== 'm:nary')
        return raise(words, 'super')
      if (nameOf(at) === 'm:sub' && nameOf(at.parentNode as Element) !== 'm:nary')
        return raise(words, 'sub')
    }
    return words
  }
}

/**
 * The words that a reader of a Word file sees, a paragraph each, in order: read from the file as
 * it came, by other means than those by which it is taken in. What that way loses shows here.
 */
export function wordsOf(word: WordFile): string[] {
  const reader = new Reader(new Styles(relatedPart(word, 'styles')))
  const root = parseXml(word.parts.get(word.main) ?? Buffer.alloc(0)).documentElement
  if (root) reader.read(root)
  return reader.paragraphs
}
