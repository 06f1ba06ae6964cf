import { withoutInvisible } from '@portal/content/characters/invisible'
import { foldRadicals } from '@portal/content/characters/radicals'
import { raise, type Position } from '@portal/content/characters/raised'
import { readSymbols } from '@portal/content/characters/symbols'
import type { PhrasingContent } from 'mdast'
import { HTMLElement, TextNode, type Node } from 'node-html-parser'
import { keptAddress, leadsInside } from '../markdown/link.ts'
import { isEmbedded, isIgnored, isMarker, nameOf, styleOf } from './element.ts'
import { mathLine } from './math.ts'

/** What a copied text may bring along, and what of it was left out. */
export type Clipping = {
  /** The address under which a picture of the text is kept; undefined where it is not. */
  picture(src: string): string | undefined
  /** Pictures that were left out. */
  dropped: number
  /** Films, frames and the like that were left out. */
  embedded: number
  /** Links to addresses that only the office reaches; their words stayed. */
  inner: string[]
  /** Whether a table had merged cells, or tables in cells, which were taken apart. */
  merged: boolean
}

const marks = { b: 'strong', strong: 'strong', i: 'emphasis', em: 'emphasis' } as const
const deleted = new Set(['del', 's', 'strike'])

function markOf(element: HTMLElement): 'strong' | 'emphasis' | 'delete' | undefined {
  const name = nameOf(element)
  const weight = styleOf(element, 'font-weight')
  const isBold = /^(?:bold|bolder|[6-9]00)$/i.test(weight)
  const isPlain = /^(?:normal|[1-5]00)$/i.test(weight)
  if (deleted.has(name)) return 'delete'
  const mark = marks[name as keyof typeof marks]
  // Some programs wrap all they copy in a <b> that is not bold.
  if (mark) return mark === 'strong' && isPlain ? undefined : mark
  return isBold ? 'strong' : undefined
}

function pictureOf(element: HTMLElement, clipping: Clipping): PhrasingContent[] {
  const url = clipping.picture(element.getAttribute('src') ?? '')
  if (!url) {
    clipping.dropped += 1
    return []
  }
  const alt = (element.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim()
  // What Word guesses of a picture is worse than being asked for words.
  return [{ type: 'image', url, alt: /自动生成|AI 生成/.test(alt) ? '' : alt }]
}

const positions: Record<string, Position> = { sup: 'super', sub: 'sub' }

/** Whether an element stands above or below the line. */
function positionOf(element: HTMLElement): Position | undefined {
  const aligned = /^(super|sub)$/i.exec(styleOf(element, 'vertical-align'))?.[1]?.toLowerCase()
  return positions[nameOf(element)] ?? (aligned as Position | undefined)
}

/** The font of symbols that an element is set in, as Word writes it: `font-family:"Wingdings 2"`. */
function fontOf(element: HTMLElement): string {
  return styleOf(element, 'font-family').split(',')[0]?.replace(/["']/g, '').trim() ?? ''
}

function drawn(nodes: PhrasingContent[], font: string): PhrasingContent[] {
  for (const text of textsOf(nodes)) text.value = readSymbols(text.value, font)
  return nodes
}

function raised(nodes: PhrasingContent[], position: Position): PhrasingContent[] {
  for (const text of textsOf(nodes)) text.value = raise(text.value, position)
  return nodes
}

/** A stretch of HTML as the content of one paragraph; line ends stay in it for `closeLines`. */
export function inline(nodes: Node[], clipping: Clipping): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node instanceof TextNode) {
      const words = foldRadicals(withoutInvisible(node.text))
      const value = words.replace(/[^\S\u3000]+/g, (run) => (/[\r\n]/.test(run) ? '\n' : ' '))
      return value ? [{ type: 'text', value }] : []
    }
    if (!(node instanceof HTMLElement) || isMarker(node)) return []
    if (isIgnored(node)) {
      if (isEmbedded(node)) clipping.embedded += 1
      return []
    }
    const name = nameOf(node)
    if (name === 'math') return [{ type: 'text', value: mathLine(node) }]
    if (name === 'br') return [{ type: 'break' }]
    if (name === 'img' || name === 'v:imagedata') return pictureOf(node, clipping)
    if (/^#(?:foot|end)note-ref-/.test(node.getAttribute('href') ?? '')) return []
    const children = inline(node.childNodes, clipping)
    if (children.length === 0) return []
    if (name === 'a') {
      const address = node.getAttribute('href') ?? ''
      if (leadsInside(address)) {
        clipping.inner.push(address)
        return children
      }
      const url = keptAddress(address)
      return url && !url.startsWith('#') ? [{ type: 'link', url, children }] : children
    }
    const position = positionOf(node)
    if (position) raised(children, position)
    drawn(children, fontOf(node))
    const mark = markOf(node)
    return mark ? [{ type: mark, children }] : children
  })
}

const wide = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…·]/u

type Text = Extract<PhrasingContent, { type: 'text' }>

function textsOf(nodes: PhrasingContent[]): Text[] {
  return nodes.flatMap((node) =>
    node.type === 'text' ? [node] : 'children' in node ? textsOf(node.children) : [],
  )
}

/**
 * Takes the line ends out of a paragraph. Word breaks lines of HTML anywhere; between Chinese
 * letters that is nothing, elsewhere it is a space.
 */
export function closeLines(nodes: PhrasingContent[]): PhrasingContent[] {
  const texts = textsOf(nodes)
  const whole = texts.map(({ value }) => value).join('')
  let at = 0
  for (const text of texts) {
    const { length } = text.value
    text.value = text.value.replace(/ *\n[ \n]*/g, (run, offset: number) => {
      const before = whole[at + offset - 1] ?? ''
      const after = whole[at + offset + run.length] ?? ''
      const isEdge = !before || !after
      return isEdge || (wide.test(before) && wide.test(after)) ? '' : ' '
    })
    at += length
  }
  return nodes
}
