import { symbolOf } from '../characters/symbols.ts'
import { drawEquation, type Drawn } from './eq-field.ts'
import type { Left } from './left-out.ts'
import { paragraphOf } from './paragraph-numbers.ts'
import {
  allOf,
  attributeOf,
  childOf,
  childrenOf,
  isOn,
  make,
  makeText,
  nameOf,
  remove,
  replace,
  type Document,
  type Element,
} from './xml.ts'

/** Fields that show nothing: marks for an index, sources, places. */
const silent = /^\s*(?:XE|TC|TA|RD|SET|ASK|PRIVATE|ADVANCE|BOOKMARK|NEXT|NEXTIF|SKIPIF|PRINT)\b/iu
/** Fields that show what they lead to, and hold no words of their own where nothing came of them. */
const pending =
  /^\s*(?:HYPERLINK|INCLUDEPICTURE|EMBED|SHAPE|PAGE|NUMPAGES|TOC|FORMTEXT|ADDIN|KEYWORDS|COMMENTS)\b/iu

type Open = { begin: Element; instruction: string; shown: boolean; telling: boolean }

function formOf(begin: Element): Drawn | undefined {
  const form = childOf(begin, 'w:ffData')
  const box = childOf(form, 'w:checkBox')
  if (box) {
    const checked = childOf(box, 'w:checked') ?? childOf(box, 'w:default')
    return { text: isOn(checked) ? '☑' : '☐', exact: true }
  }
  const list = childOf(form, 'w:ddList')
  if (!list) return undefined
  const index =
    attributeOf(childOf(list, 'w:result'), 'w:val') ||
    attributeOf(childOf(list, 'w:default'), 'w:val')
  const entry = childrenOf(list, 'w:listEntry')[Number(index || 0)]
  return { text: attributeOf(entry, 'w:val'), exact: true }
}

/** What a field without a stored result shows; undefined where that cannot be told. */
function shownBy(instruction: string, begin: Element): Drawn | undefined {
  const form = formOf(begin)
  if (form) return form
  if (/^\s*eq\b/iu.test(instruction)) return drawEquation(instruction)
  const symbol = /^\s*SYMBOL\s+(0x[0-9a-f]+|\d+).*?\\f\s+"?([^"\\]+?)"?\s*(?:\\|$)/iu.exec(
    instruction,
  )
  if (symbol) {
    const text = symbolOf(symbol[2] ?? '', Number(symbol[1]).toString(16).toUpperCase())
    return text ? { text, exact: true } : undefined
  }
  const button = /^\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s+(.*)$/iu.exec(instruction)
  if (button) return { text: (button[1] ?? '').trim(), exact: true }
  const quoted = /^\s*QUOTE\s+"([^"]*)"/iu.exec(instruction)
  if (quoted) return { text: quoted[1] ?? '', exact: true }
  if (silent.test(instruction) || pending.test(instruction)) return { text: '', exact: true }
  return undefined
}

/** The words of a field that has stored none. */
function show(instruction: string, begin: Element, left: Left[]): string {
  const shown = shownBy(instruction, begin)
  if (!shown || !shown.exact) {
    const words = shown?.text ?? instruction.trim().split(/\s/u)[0] ?? ''
    const kind = shown ? 'formula' : 'field'
    if (words) left.push({ kind, words, paragraph: paragraphOf(begin), exact: false })
  }
  return shown?.text ?? ''
}

const visible = new Set(['w:t', 'w:drawing', 'w:pict', 'w:object', 'w:sym', 'w:ruby'])

function readRun(run: Element, stack: Open[], left: Left[]): void {
  for (const child of childrenOf(run)) {
    const top = stack.at(-1)
    const name = nameOf(child)
    const telling = stack.find((field) => field.telling)
    if (name === 'w:instrText' && top) top.instruction += child.textContent ?? ''
    else if (visible.has(name) && telling) {
      // Part of an instruction: Word works it out and does not show it.
      telling.instruction += child.textContent ?? ''
      for (const field of stack.slice(stack.indexOf(telling) + 1)) field.shown = true
      remove(child)
    } else if (visible.has(name)) {
      const empty = name === 'w:t' && !child.textContent
      if (!empty) for (const field of stack) field.shown = true
    }
    if (name !== 'w:fldChar') continue
    const type = attributeOf(child, 'w:fldCharType')
    if (type === 'begin') stack.push({ begin: child, instruction: '', shown: false, telling: true })
    else if (type === 'separate' && top) top.telling = false
    else if (type === 'end' && top) {
      stack.pop()
      const text = top.shown ? '' : show(top.instruction, top.begin, left)
      if (!text) continue
      const outer = stack.find((field) => field.telling)
      if (outer) outer.instruction += text
      else {
        for (const field of stack) field.shown = true
        run.insertBefore(makeText(run, text), child.nextSibling)
      }
    }
  }
}

/**
 * Keeps the words that fields show: table numbers, cross references, dates, numbers in a circle,
 * boxes to tick.
 */
export function takeFields(document: Document, left: Left[]): void {
  for (const field of allOf(document, 'w:fldSimple').reverse()) {
    const has = [...visible].some((name) => allOf(field, name).length > 0)
    const text = has ? '' : show(attributeOf(field, 'w:instr'), field, left)
    replace(
      field,
      ...field.childNodes,
      ...(text ? [make(field, 'w:r', makeText(field, text))] : []),
    )
  }
  const stack: Open[] = []
  for (const run of allOf(document, 'w:r')) readRun(run, stack, left)
}
