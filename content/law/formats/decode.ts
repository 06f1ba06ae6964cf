import { decodeAs, encodingByMark } from '../../files/decode.ts'
import { refuse, type Refusal } from '../source.ts'

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
  const marked = encodingByMark(bytes)
  const guesses = marked ? [marked] : (['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const)
  for (const encoding of guesses) {
    const text = decodeAs(encoding, bytes)
    if (text === undefined || control.test(text)) continue
    if (encoding === 'utf-8' || marked || isChinese(text)) return { ok: true, text }
  }
  return refuse('不是文字文件，或者编码认不出：请另存为 UTF-8 编码的文字文件再导入')
}
