import type { Kind, Left } from './left-out.ts'
import { relationsOf, type Relation, type WordFile } from './package.ts'
import { paragraphOf } from './paragraph-numbers.ts'
import { wordsIn } from './styles.ts'
import {
  allOf,
  attributeOf,
  childrenOf,
  isInside,
  make,
  parseXml,
  remove,
  replace,
  type Document,
  type Element,
} from './xml.ts'

type Related = { relations: Map<string, Relation>; parts: WordFile['parts'] }

function dataOf(drawing: Element): Element | undefined {
  return allOf(drawing, 'a:graphicData')[0]
}

/** The words of the part that a chart or a diagram is kept in. */
function wordsOfPart(id: string, { relations, parts }: Related): string {
  const bytes = parts.get(relations.get(id)?.target ?? '')
  if (!bytes) return ''
  const root = parseXml(bytes).documentElement
  if (!root) return ''
  const values = allOf(root, 'c:v').map((value) => value.textContent ?? '')
  const texts = allOf(root, 'a:p').map(wordsIn)
  return [...new Set([...texts, ...values].filter(Boolean))].join(' ')
}

/** A drawing that is no picture: what it is called, where it has words or shows figures. */
function drawnKind(drawing: Element): { kind: Kind; id: string } | undefined {
  const data = dataOf(drawing)
  const uri = data?.getAttribute('uri') ?? ''
  const [inner] = childrenOf(data)
  if (/\/chart(?:ex)?$/u.test(uri)) return { kind: 'chart', id: attributeOf(inner, 'r:id') }
  if (/\/diagram$/u.test(uri)) return { kind: 'diagram', id: attributeOf(inner, 'r:dm') }
  return undefined
}

/** Whether a picture of a drawing is not in the file but somewhere else. */
function isLinked(blip: Element, relations: Related['relations']): boolean {
  const embedded = relations.get(attributeOf(blip, 'r:embed'))
  if (embedded) return embedded.external
  return attributeOf(blip, 'r:link') !== '' || attributeOf(blip, 'r:embed') !== ''
}

/** Pictures inside groups and shapes, each as a drawing of its own, as they are read further on. */
function simple(drawing: Element, blip: Element): Element {
  const copy = drawing.cloneNode(false) as Element
  const frame = childrenOf(drawing)[0]
  const inline = frame ? (frame.cloneNode(false) as Element) : make(drawing, 'wp:inline')
  const named = allOf(drawing, 'wp:docPr')[0]
  if (named) inline.appendChild(named.cloneNode(true))
  const fill = make(drawing, 'pic:blipFill', blip.cloneNode(true))
  const data = make(drawing, 'a:graphicData', make(drawing, 'pic:pic', fill))
  inline.appendChild(make(drawing, 'a:graphic', data))
  copy.appendChild(inline)
  return copy
}

function takeDrawing(drawing: Element, related: Related, left: Left[]): void {
  const tell = (kind: Kind, words = '') =>
    left.push({ kind, words, paragraph: paragraphOf(drawing), exact: false })
  const named = allOf(drawing, 'wp:docPr')[0]
  if (/^(?:1|true)$/u.test(named?.getAttribute('hidden') ?? '')) {
    tell('hidden')
    remove(drawing)
    return
  }
  const drawn = drawnKind(drawing)
  if (drawn) {
    tell(drawn.kind, wordsOfPart(drawn.id, related))
    remove(drawing)
    return
  }
  const kept: Element[] = []
  for (const blip of allOf(drawing, 'a:blip')) {
    // A texture that fills a shape is decoration; a picture stands in a frame or is the whole fill.
    const empty = !attributeOf(blip, 'r:embed') && !attributeOf(blip, 'r:link')
    if (empty || isInside(blip, 'a:ln') || isInside(blip, 'a:bgFillStyleLst')) continue
    if (isLinked(blip, related.relations)) {
      const target = related.relations.get(
        attributeOf(blip, 'r:link') || attributeOf(blip, 'r:embed'),
      )
      tell('picture-linked', target?.target ?? '')
    } else kept.push(simple(drawing, blip))
  }
  replace(drawing, ...kept)
}

function takeObject(object: Element, left: Left[], metafile: (id: string) => boolean): void {
  const program = allOf(object, 'o:OLEObject')[0]?.getAttribute('ProgID') ?? ''
  left.push({ kind: 'object', words: program, paragraph: paragraphOf(object), exact: false })
  // What stands for it is drawn in a form that no browser shows.
  for (const image of allOf(object, 'v:imagedata')) {
    if (metafile(attributeOf(image, 'r:id'))) remove(image)
  }
}

/** Sorts pictures that can be taken from what only looks like one, and names the latter. */
export function takePictures(document: Document, word: WordFile, part: string, left: Left[]): void {
  const relations = relationsOf(word.parts, part)
  const related = { relations, parts: word.parts }
  for (const drawing of allOf(document, 'w:drawing')) takeDrawing(drawing, related, left)
  for (const image of allOf(document, 'v:imagedata')) {
    const relation = relations.get(attributeOf(image, 'r:id'))
    if (relation && !relation.external) continue
    left.push({
      kind: 'picture-linked',
      words: relation?.target ?? '',
      paragraph: paragraphOf(image),
      exact: false,
    })
    remove(image)
  }
  const metafile = (id: string) => /\.[ew]mf$/iu.test(relations.get(id)?.target ?? '')
  for (const object of allOf(document, 'w:object')) takeObject(object, left, metafile)
  for (const ink of allOf(document, 'w:contentPart')) {
    left.push({ kind: 'object', words: '墨迹', paragraph: paragraphOf(ink), exact: false })
  }
  for (const name of ['w:altChunk', 'w:subDoc']) {
    for (const chunk of allOf(document, name)) {
      left.push({ kind: 'chunk', words: '', paragraph: paragraphOf(chunk), exact: false })
    }
  }
}

/** Pictures in a part: each with the paragraph that it stands in. */
export function picturesOf(document: Document): number[] {
  return [...allOf(document, 'a:blip'), ...allOf(document, 'v:imagedata')].map(paragraphOf)
}
