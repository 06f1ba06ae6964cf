import type { List, ListItem, Paragraph, RootContent } from 'mdast'
import type { HTMLElement, Node } from 'node-html-parser'
import { isMarker, styleOf } from './element.ts'

/** A paragraph of Word that belongs to a list. */
type WordItem = { level: number; marker: string }

function markerOf(node: Node): string {
  if (isMarker(node)) return node.text
  return node.childNodes.map(markerOf).join('')
}

/** What Word says of a list paragraph; undefined for any other paragraph. */
export function wordItem(element: HTMLElement): WordItem | undefined {
  const level = /\blevel(\d)/i.exec(styleOf(element, 'mso-list'))
  if (!level) return undefined
  return { level: Number(level[1]), marker: markerOf(element).replace(/\s+/g, '') }
}

/**
 * How a marker of Word is kept: `1.` becomes a numbered list, a bullet a list with bullets. Numbers
 * of any other kind (一、 （一） a.) mean something in an official text and stay as they are written.
 */
function kindOf(marker: string): { ordered: boolean; start: number } | 'text' {
  const number = /^(\d{1,6})[.．、)）]?$/.exec(marker)
  if (number) return { ordered: true, start: Number(number[1]) }
  // A letter of Word's fonts of symbols (l, n, u, Ø, §) is a bullet; a word or a number is not.
  const says = /[\p{Script=Han}\p{N}]|^[(（]?[a-z]{1,5}[)）.、．]|^[ivxlc]{2,}$/iu.test(marker)
  return says ? 'text' : { ordered: false, start: 1 }
}

/** A marker that stays in the text, parted from words that it would run into. */
export function prefixOf(marker: string): string {
  return /[\p{L}\p{Nd}]$/u.test(marker) ? `${marker} ` : marker
}

/** Puts list paragraphs that follow each other into nested lists. */
export class Lists {
  readonly #into: RootContent[]
  #open: List[] = []

  constructor(into: RootContent[]) {
    this.#into = into
  }

  /** Ends every list: what comes next stands outside. */
  close(): void {
    this.#open = []
  }

  add({ level, marker }: WordItem, paragraph: Paragraph): void {
    const kind = kindOf(marker)
    if (kind === 'text') {
      this.close()
      const prefix = { type: 'text' as const, value: prefixOf(marker) }
      this.#into.push({ ...paragraph, children: [prefix, ...paragraph.children] })
      return
    }
    const item: ListItem = { type: 'listItem', spread: false, children: [paragraph] }
    this.#open = this.#open.slice(0, Math.max(level, 1))
    const same = this.#open[level - 1]
    const next = (same?.start ?? 1) + (same?.children.length ?? 0)
    if (same && Boolean(same.ordered) === kind.ordered && (!kind.ordered || kind.start === next)) {
      same.children.push(item)
      return
    }
    this.#open = this.#open.slice(0, level - 1)
    const parent = this.#open.at(-1)?.children.at(-1)
    const list: List = { type: 'list', ordered: kind.ordered, spread: false, children: [item] }
    if (kind.ordered) list.start = kind.start
    if (parent) parent.children.push(list)
    else this.#into.push(list)
    this.#open.push(list)
  }
}
