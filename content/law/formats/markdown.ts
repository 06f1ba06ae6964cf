import { raise } from '../../characters/raised.ts'
import { refuse, tidy, type Line, type Refusal, type Source } from '../source.ts'

/** Written by collections of official texts under the title and the issuing facts. */
const factsEndMark = /<!--\s*INFO END\s*-->/u

const escaped = /\\([\\`*_{}[\]()#+\-.!|<>~])/gu
const strong = /(\*\*|__)(?=\S)(.+?)(?<=\S)\1/gu
const link = /!?\[([^\]]*)\]\([^)\s]*(?:\s+"[^"]*")?\)/gu

const raised = /<(su[pb])>(.*?)<\/\1>/giu

function writeRaised(_: string, name: string, words: string): string {
  return raise(words, name.toLowerCase() === 'sup' ? 'super' : 'sub')
}

function inline(text: string): string {
  return text
    .replace(strong, '$2')
    .replace(link, '$1')
    .replace(escaped, '$1')
    .replace(raised, writeRaised)
    .replace(/&nbsp;|<br\s*\/?>/gu, ' ')
}

function cells(text: string): string[] {
  return text
    .replace(/^\||\|\s*$/gu, '')
    .split(/(?<!\\)\|/u)
    .map((cell) => tidy(inline(cell)))
}

/** Takes comments out, keeping the line breaks inside them so that line numbers stay true. */
function withoutComments(text: string): string {
  let kept = ''
  let at = 0
  for (let from = text.indexOf('<!--'); from >= 0; from = text.indexOf('<!--', at)) {
    const end = text.indexOf('-->', from)
    if (end < 0) break
    kept += text.slice(at, from) + text.slice(from, end).replace(/[^\n]/gu, '')
    at = end + 3
  }
  return kept + text.slice(at)
}

function readLine(raw: string, line: number): Line | null {
  const text = raw.trim()
  if (/^(?:[-*_=]\s*){3,}$/u.test(text) || /^\|?[\s:|-]*-[\s:|-]*\|[\s:|-]*$/u.test(text))
    return null
  if (text.startsWith('|')) {
    const row = cells(text).join(' | ')
    return /[^\s|]/u.test(row) ? { text: row, line, depth: 0, row: true } : null
  }
  const heading = /^(#{1,6})(?:\s+(.*?))?(?:\s+#+)?$/u.exec(text)
  const body = heading ? (heading[2] ?? '') : text.replace(/^(?:>\s*)*(?:[-*+]\s+)?/u, '')
  const words = tidy(inline(body))
  return words ? { text: words, line, depth: heading?.[1]?.length ?? 0, row: false } : null
}

const picture = /!\[[^\]]*\]\(|<img\b/u

/** Words of Markdown without its comments, its marks and the addresses of its links. */
export function markdownLetters(text: string): string {
  return withoutComments(text)
    .replace(/\]\([^)\s]*(?:\s+"[^"]*")?\)/gu, ']')
    .replace(raised, writeRaised)
    .replace(/<\/?br\s*\/?>|&nbsp;/giu, '')
}

/**
 * Reads Markdown: headings, table rows and paragraphs line by line, markers taken off. A picture is
 * refused: its words are not in the file.
 */
export function markdownSource(text: string): { ok: true; source: Source } | Refusal {
  const unified = text.replace(/\r\n?/gu, '\n')
  const mark = unified.split('\n').findIndex((line) => factsEndMark.test(line))
  const lines = withoutComments(unified)
    .split('\n')
    .flatMap((raw, index) => readLine(raw, index + 1) ?? [])
  const drawn = withoutComments(unified)
    .split('\n')
    .findIndex((line) => picture.test(line))
  if (drawn >= 0) {
    const advice = '请录成文字；只作装饰的请删去，再导入'
    return refuse(`这里有图片，里面的内容读不出来：${advice}`, drawn + 1)
  }
  return { ok: true, source: { lines, factsEnd: mark < 0 ? null : mark + 1, page: false } }
}
