import type { Stream } from './streams.ts'
import { nameOf } from './names.ts'
import { isPlainXml } from './plain-xml.ts'

const gap = String.raw`(?:\s|%[^\r\n]*[\r\n])+`
const files = new RegExp(nameOf('EF'), 'g')
/** `/EF << /F 7 0 R /UF 7 0 R >>`, and nothing less plain. */
const filesAt = new RegExp(
  `${nameOf('EF')}\\s*<<((?:\\s*/[A-Za-z]+\\s+\\d+\\s+\\d+\\s+R)+)\\s*>>`,
  'g',
)
const fileName = new RegExp(
  `(?:${nameOf('UF')}|${nameOf('F')})\\s*(?:(\\((?:\\\\[\\s\\S]|[^\\\\()])*\\))|(<[0-9A-Fa-f\\s]*>)|(\\S{0,20}(?:\\s+\\d+\\s+R)?))`,
  'g',
)
const flags = /^\d+$/
const isEmbeddedFile = new RegExp(nameOf('EmbeddedFile'))

/**
 * Whether a PDF holds no file but plain XML that is called so. Electronic invoices (数电票, ZUGFeRD, any
 * PDF/A-3) bring their figures along as XML, and their holders cannot take it out: it is data that no
 * program runs. Every other file in a PDF is refused, since whoever opens it would get more than a
 * document; the name counts, for by it the reader's machine chooses the program. What is written in any
 * way but the plainest, so that programs may read it differently, is refused as well.
 * @param objects what stands outside streams, and in packed objects
 */
export function holdsOnlyXml(
  objects: string,
  streams: readonly (Stream & { content: Buffer | null })[],
): boolean {
  const held = [...objects.matchAll(filesAt)]
  if (held.length !== [...objects.matchAll(files)].length) return false
  const elsewhere = objects.replace(filesAt, ' ')
  if (!areNamedXml(elsewhere)) return false
  const wanted = held.flatMap(([, refs = '']) =>
    Array.from(refs.matchAll(/(\d+)\s+\d+\s+R/g), ([, number = '']) => Number(number)),
  )
  const contents = streams.filter(
    ({ number, dictionary }) => wanted.includes(number) || isEmbeddedFile.test(dictionary),
  )
  const found = contents.map(({ number }) => number)
  for (const number of wanted) {
    const defined = new RegExp(`(?<!\\d)0*${number}${gap}\\d+${gap}obj(?![a-z])`, 'g')
    const times = [...objects.matchAll(defined)].length
    if (times === 0 || times !== found.filter((one) => one === number).length) return false
  }
  return (
    contents.length > 0 && contents.every(({ content }) => content !== null && isPlainXml(content))
  )
}

/** Whether all file names are ones of XML, at least one among them. */
function areNamedXml(objects: string): boolean {
  let some = false
  for (const [, literal, hex, other = ''] of objects.matchAll(fileName)) {
    if (literal === undefined && hex === undefined) {
      // `/F 4` is of another meaning: the flags of a note.
      if (flags.test(other.trim()) || /^\d+(?:[/>]|$)/.test(other)) continue
      return false
    }
    const name = literal === undefined ? fromHex(hex ?? '') : fromLiteral(literal)
    if (!/\.xml$/i.test(name)) return false
    some = true
  }
  return some
}

function fromHex(hex: string): string {
  return textOf(Buffer.from(hex.replace(/[<>\s]/g, '').replace(/^(.(?:..)*)$/, '$10'), 'hex'))
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** A string in round brackets (ISO 32000-1, 7.3.4.2). */
function fromLiteral(literal: string): string {
  const plain = literal.slice(1, -1).replace(/\\([0-7]{1,3}|\r\n|[\s\S])/g, (_, sign: string) => {
    if (/^[0-7]/.test(sign)) return String.fromCharCode(parseInt(sign, 8) & 0xff)
    return /^[\r\n]/.test(sign) ? '' : (escapes[sign] ?? sign)
  })
  return textOf(Buffer.from(plain, 'latin1'))
}

/** UTF-16 where it begins with its mark, else bytes. */
function textOf(bytes: Buffer): string {
  const isWide = bytes[0] === 0xfe && bytes[1] === 0xff
  return isWide ? new TextDecoder('utf-16be').decode(bytes) : bytes.toString('latin1')
}
