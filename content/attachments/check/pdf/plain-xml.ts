import { decodeAs, encodingByMark } from '../../../files/decode.ts'
import { hasMarkup } from '../polyglot.ts'

/** What makes XML more than data: entities, a stylesheet or a program to open it by, a page of the web. */
const more = /<!DOCTYPE|<!ENTITY|<\?(?!xml\s)|www\.w3\.org\/(?:1999\/xhtml|2000\/svg)/i
const declared = /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]{1,20})["']/
/** Signs that no XML holds. */
const notOfText = /[\0-\x08\x0b\x0c\x0e-\x1f]/
const element = /^<([A-Za-z_\u0080-\uffff][\w.:\u0080-\uffff-]*)[\s/>]/

/** Whether bytes are a text of XML that holds data and nothing that a program acts upon. */
export function isPlainXml(bytes: Buffer): boolean {
  const text = decoded(bytes)
    ?.replace(/^\ufeff/, '')
    .trim()
  if (!text || notOfText.test(text) || more.test(text)) return false
  if (hasMarkup(Buffer.from(text, 'latin1'))) return false
  const root = text.replace(/^<\?xml\s[^>]*\?>\s*/, '').replace(/^(?:<!--[\s\S]*?-->\s*)+/, '')
  const name = element.exec(root)?.[1]
  return name !== undefined && (root.endsWith(`</${name}>`) || /^<[^<>]*\/>$/.test(root))
}

function decoded(bytes: Buffer): string | undefined {
  const said = declared.exec(bytes.subarray(0, 200).toString('latin1'))?.[1]
  return decodeAs(encodingByMark(bytes) ?? said ?? 'utf-8', bytes)
}
