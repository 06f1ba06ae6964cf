import { TextDecoder } from 'node:util'
import { decodeAs } from '@portal/content/files/decode'

const webvtt = /^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/
const subrip = /^\uFEFF?\s*\d+[ \t]*(?:\r\n?|\n)\s*\d+:\d\d:\d\d[,.]\d{1,3}[ \t]*-->/

/** Encodings that programs for captions write, the surest first. */
const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const

function formOf(text: string): 'webvtt' | 'subrip' | undefined {
  if (webvtt.test(text)) return 'webvtt'
  return subrip.test(text) ? 'subrip' : undefined
}

/** The form of captions that a file begins as, whatever its encoding; undefined where it is none. */
export function looksLikeCaptions(head: Uint8Array): 'webvtt' | 'subrip' | undefined {
  for (const encoding of encodings) {
    const form = formOf(new TextDecoder(encoding, { ignoreBOM: true }).decode(head))
    if (form) return form
  }
  return undefined
}

/**
 * The text of captions. Their form stands in every encoding in other bytes, so that none needs to be
 * guessed but GB18030, which takes almost any bytes for Chinese.
 * @returns undefined where they are in none of the encodings
 */
export function decodeCaptions(bytes: Uint8Array): string | undefined {
  for (const encoding of encodings) {
    const text = decodeAs(encoding, bytes)
    if (text === undefined || !formOf(text) || text.includes('\0')) continue
    if (encoding !== 'gb18030' || isSimplified(bytes)) return text
  }
  return undefined
}

/**
 * Whether characters of two bytes are nearly all of those in everyday use (GB 2312, level 1, and its signs).
 * Text in Big5 or Shift-JIS, taken for GB18030, is mostly of rare ones.
 */
function isSimplified(bytes: Uint8Array): boolean {
  let all = 0
  let common = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    const trail = bytes[at + 1] ?? 0
    all += 1
    const row = (lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3)
    if (row && trail >= 0xa1) common += 1
    at += 1
  }
  return common >= all * 0.8
}
