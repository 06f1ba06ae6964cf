import { extname } from 'node:path'
import { decode } from './decode.ts'
import { htmlSource } from './html.ts'
import { markdownSource } from './markdown.ts'
import { plainSource } from './plain.ts'
import { longestLine, refuse, type Refusal, type Source } from './source.ts'
import { wordSource } from './word.ts'

/** No official text comes near this; a larger file is a wrong one. */
export const maximumBytes = 20 * 1024 * 1024

const extensions = ['.md', '.txt', '.html', '.htm', '.docx']

/** Reads a file's bytes into lines; `name` tells the format. */
export async function readSource(
  name: string,
  bytes: Uint8Array,
): Promise<{ ok: true; source: Source } | Refusal> {
  const extension = extname(name).toLowerCase()
  if (!extensions.includes(extension)) {
    return refuse(`不支持 ${extension || '没有扩展名'} 的文件：可以导入 .md、.txt、.html、.docx`)
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
  if (extension === '.md') return { ok: true, source: markdownSource(decoded.text) }
  if (extension === '.txt') return { ok: true, source: plainSource(decoded.text) }
  return htmlSource(decoded.text)
}
