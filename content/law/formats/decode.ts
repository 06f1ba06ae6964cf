import { refuse, type Refusal } from '../source.ts'

const marks: [string, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

function attempt(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const control = /[\u0000-\u0008\u000e-\u001f\u007f\ufffd\uffff]/u
const common = /[的一是在有不和第条章规定应当为、，。：；]/gu

/** GB18030 and UTF-16 accept almost any bytes: only text with everyday Chinese in it is believed. */
function isChinese(text: string): boolean {
  return (text.match(common)?.length ?? 0) / text.length > 0.05
}

/**
 * Reads bytes as text: by byte order mark, else UTF-8, GB18030 or UTF-16 without a mark.
 * Refuses what is not text in any of them.
 */
export function decode(bytes: Uint8Array): { ok: true; text: string } | Refusal {
  if (bytes.length === 0) return refuse('文件是空的，请检查是否选错了文件')
  const marked = marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))
  const guesses = marked ? [marked[0]] : ['utf-8', 'gb18030', 'utf-16le', 'utf-16be']
  for (const encoding of guesses) {
    const text = attempt(encoding, bytes)
    if (text === null || control.test(text)) continue
    if (encoding === 'utf-8' || marked || isChinese(text)) return { ok: true, text }
  }
  return refuse('不是文字文件，或者编码认不出：请另存为 UTF-8 编码的文字文件再导入')
}
