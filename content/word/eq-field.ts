import { encircle } from '../characters/enclosed.ts'
import { raise } from '../characters/raised.ts'

/** What an EQ field draws, as a line of text; `exact` where a reader sees just that. */
export type Drawn = { text: string; exact: boolean }

const circle = /^[○◯〇◎]$/u
const frame = /^[□△◇☆◻▢]$/u

type Call = { name: string; switches: string; values: Drawn[] }

function group({ text }: Drawn): string {
  return /^[\p{L}\p{N}.]*$/u.test(text) ? text : `(${text})`
}

/** Characters upon each other: a ring with a number in it, or words with their reading above. */
function overlaid(values: Drawn[]): Drawn {
  const ring = values.find(({ text }) => circle.test(text) || frame.test(text))
  const inner = values
    .filter((value) => value !== ring)
    .map(({ text }) => text.trim())
    .join('')
  if (!ring) return { text: inner, exact: values.every(({ exact }) => exact) }
  const enclosed = circle.test(ring.text) ? encircle(inner) : undefined
  return enclosed ? { text: enclosed, exact: true } : { text: `（${inner}）`, exact: false }
}

function draw({ name, switches, values }: Call): Drawn {
  const texts = values.map(({ text }) => text)
  const first = values[0] ?? { text: '', exact: true }
  const inexact = (text: string): Drawn => ({ text, exact: false })
  switch (name) {
    case 'o':
      return overlaid(values)
    case 's': {
      const position = /\\do/u.test(switches) ? 'sub' : 'super'
      return { text: raise(first.text, position) + texts.slice(1).join(''), exact: first.exact }
    }
    case 'f':
      return inexact(values.map(group).join('/'))
    case 'r':
      return inexact(
        values.length > 1
          ? `${raise(texts[0] ?? '', 'super')}√${group(values[1] ?? first)}`
          : `√${group(first)}`,
      )
    case 'b': {
      const sides = /\\bc\\?(.)/u.exec(switches)?.[1]
      const open = sides ?? /\\lc\\?(.)/u.exec(switches)?.[1] ?? '('
      const close = sides ?? /\\rc\\?(.)/u.exec(switches)?.[1] ?? ')'
      const pair = ({ '(': ')', '[': ']', '{': '}', '<': '>' } as Record<string, string>)[open]
      return inexact(`${open}${texts.join('')}${sides && pair ? pair : close}`)
    }
    case 'i': {
      const sign = /\\su/u.test(switches) ? '∑' : /\\pr/u.test(switches) ? '∏' : '∫'
      const [from = '', to = '', body = ''] = texts
      return inexact(`${sign}${from && `_(${from})`}${to && `^(${to})`} ${body}`)
    }
    case 'd':
      return inexact('')
    default:
      return inexact(texts.join(name === 'l' ? ',' : ' '))
  }
}

/** Reads an instruction character by character: commands, their switches, their values. */
class Reader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  /** Reads up to the end, or to one of the characters of `ends`. */
  read(ends: string): Drawn {
    let text = ''
    let exact = true
    while (this.#at < this.#text.length && !ends.includes(this.#text.charAt(this.#at))) {
      const one = this.#text.charAt(this.#at)
      const drawn = one === '\\' ? this.#command() : { text: one, exact: true }
      if (one !== '\\') this.#at += 1
      text += drawn.text
      exact &&= drawn.exact
    }
    return { text, exact }
  }

  #command(): Drawn {
    const rest = this.#text.slice(this.#at)
    const escaped = /^\\([^a-z*])/iu.exec(rest)
    if (escaped) {
      this.#at += 2
      return { text: escaped[1] ?? '', exact: true }
    }
    // How the field is set: `\* jc2 \* "Font:宋体" \* hps10`.
    const format = /^\\\*\s*(?:"[^"]*"|[^\s\\]+)\s*/u.exec(rest)
    if (format) {
      this.#at += format[0].length
      return { text: '', exact: true }
    }
    const call = /^\\([a-z])((?:\s*\\[a-z]+\s*(?:\\?[^\s\\(]|\\[({[<])?\d*\s*)*)\(/iu.exec(rest)
    if (!call) {
      this.#at += /^\\[a-z]*/iu.exec(rest)?.[0].length ?? 1
      return { text: '', exact: false }
    }
    this.#at += call[0].length
    const values: Drawn[] = []
    for (;;) {
      values.push(this.read(',;)'))
      const end = this.#text.charAt(this.#at)
      this.#at += 1
      if (end !== ',' && end !== ';') break
    }
    return draw({ name: (call[1] ?? '').toLowerCase(), switches: call[2] ?? '', values })
  }
}

/** Reads the instruction of an EQ field, such as `eq \o\ac(○,21)`. */
export function drawEquation(instruction: string): Drawn {
  const source = instruction.replace(/^\s*eq\s*/iu, '')
  // 拼音指南 of older files draws the reading as a raised part on the word.
  const reading = /\\o\s*\\ad\s*\(\s*\\s\s*\\up\s*\d*\s*\([^()]*\)\s*[,;]([^()]*)\)/giu
  const drawn = new Reader(source.replace(reading, '$1')).read('')
  return { text: drawn.text.trim(), exact: drawn.exact }
}
