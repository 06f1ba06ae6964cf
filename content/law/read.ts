import { extname } from 'node:path'
import { decode } from './formats/decode.ts'
import { htmlSource } from './formats/html.ts'
import { markdownLetters, markdownSource } from './formats/markdown.ts'
import { foldRadicals, radicalsIn } from '../characters/radicals.ts'
import { plainSource } from './formats/plain.ts'
import { provesRead, type Seen } from './formats/completeness.ts'
import { longestLine, refuse, type Refusal, type Source } from './source.ts'
import { wordSource } from './formats/word.ts'

/** No official text comes near this; a larger file is a wrong one. */
export const maximumBytes = 20 * 1024 * 1024

const extensions = ['.md', '.txt', '.html', '.htm', '.docx']

const resave = '请用 WPS 或 Word 打开，另存为 .docx 再导入'
const remedies: Record<string, string> = {
  '.pdf': `${resave}；扫描件请先识别成文字，对照原文改好`,
  '.doc': resave,
  '.wps': resave,
  '.rtf': resave,
  '.odt': resave,
  '.ofd': '请用 OFD 阅读软件转成 .docx，对照原文改好再导入',
}

type Read = { ok: true; source: Source } | Refusal

/** Radicals out of a PDF become the characters that they look like, and it is said. */
function withoutRadicals(read: Read): Read {
  if (!read.ok) return read
  const { source } = read
  const radicals = radicalsIn(source.lines.map(({ text }) => text).join(''))
  if (radicals.length === 0) return read
  const lines = source.lines.map((line) => ({ ...line, text: foldRadicals(line.text) }))
  const shown = radicals.slice(0, 5).map((one) => `${one}→${foldRadicals(one)}`)
  const note = `有 ${radicals.length} 种部首字符（多半来自 PDF）已换成常用字：${shown.join('、')}`
  return { ok: true, source: { ...source, lines, notes: [...(source.notes ?? []), note] } }
}

/** The lines of a text file as they stand in it. */
function seenLines(text: string): Seen[] {
  return text.split('\n').map((line, index) => ({ text: line, line: index + 1 }))
}

/**
 * Reads a file's bytes into lines; `name` tells the format. Every letter and figure that a reader
 * of the file sees is in the lines: that is proven with each file.
 */
export async function readSource(name: string, bytes: Uint8Array): Promise<Read> {
  return withoutRadicals(await readFormat(name, bytes))
}

async function readFormat(name: string, bytes: Uint8Array): Promise<Read> {
  const extension = extname(name).toLowerCase()
  if (!extensions.includes(extension)) {
    return refuse(
      `不支持 ${extension || '没有扩展名'} 的文件：${remedies[extension] ?? '可以导入 .md、.txt、.html、.docx'}`,
    )
  }
  if (bytes.length > maximumBytes) return refuse('文件超过 20 MB，不像是法规文本，请检查')
  if (extension === '.docx') {
    return bytes.length > 0 ? wordSource(bytes) : refuse('文件是空的，请检查是否选错了文件')
  }
  const decoded = decode(bytes)
  if (!decoded.ok) return decoded
  if (extension === '.md' || extension === '.txt') {
    const long = decoded.text.split('\n').findIndex((line) => line.length > longestLine)
    if (long >= 0) return refuse('一行超过两万字，不像是法规文本，请检查', long + 1)
  }
  if (extension !== '.md' && extension !== '.txt') return htmlSource(decoded.text)
  const plain = extension === '.txt'
  const read = plain
    ? { ok: true as const, source: plainSource(decoded.text) }
    : markdownSource(decoded.text)
  if (!read.ok) return read
  const seen = seenLines(plain ? decoded.text : markdownLetters(decoded.text))
  return provesRead(seen, read.source.lines) ?? read
}
