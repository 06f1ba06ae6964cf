import { posix } from 'node:path'
import JSZip from 'jszip'
import { fromBufferPromise } from 'yauzl'
import { childrenOf, parseXml, type Document } from './xml.ts'

/** A Word file as the parts that it is packed of, by path. `main` is the path of the text itself. */
export type WordFile = { parts: Map<string, Buffer>; main: string }

const largestUnpacked = 200 * 1024 * 1024
const mostParts = 20_000
const again = '请在 Word 或 WPS 里打开，另存为 .docx 再导入'
const damaged = `这个文件不是 Word 文件，或者已损坏：${again}`

/** Beginnings of files that are sometimes renamed to .docx, and what is said of each. */
const others: [begin: RegExp, said: string][] = [
  [/^\{\\rtf/u, `这是改了名的 RTF 文件：${again}`],
  [/^%PDF/u, '这是改了名的 PDF 文件：请用 Word 打开，另存为 .docx 再导入'],
  [/^(?:MIME-Version|From:|Date:)/iu, `这是改了名的网页文件：${again}`],
  [/^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)/iu, `这是改了名的网页文件：${again}`],
  [/^\s*<\?xml/u, `这是改了名的 XML 文件：${again}`],
]

const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

function refuseBytes(bytes: Buffer): string | undefined {
  if (bytes.length === 0) return '文件是空的，请检查是否选错了文件'
  if (bytes.subarray(0, 4).equals(compound)) {
    const holds = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'))
    if (holds('EncryptedPackage')) return '这个文件设了密码：请在 Word 里去掉密码，再导入'
    return holds('WordDocument')
      ? `这是旧版的 .doc 或 .wps 文件：${again}`
      : '这个文件设了密码，或者是旧版 .doc：请去掉密码，另存为 .docx 再导入'
  }
  const head = bytes
    .subarray(0, 200)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/u, '')
  return others.find(([begin]) => begin.test(head))?.[1]
}

/** What the parts of an archive show it to be, where that is no Word document. */
function refuseParts(parts: Map<string, Buffer>): string | undefined {
  const names = [...parts.keys()]
  if (parts.get('mimetype')?.toString().includes('opendocument')) {
    return `这是改了名的 ODT 文件：${again}`
  }
  if (names.some((name) => name.startsWith('xl/'))) return '这是 Excel 表格，不是 Word 文档'
  if (names.some((name) => name.startsWith('ppt/'))) return '这是演示文稿，不是 Word 文档'
  if (names.some((name) => /(?:^|\/)vba/iu.test(name))) {
    return '文档里有宏，没有导入：请另存为不带宏的 .docx 再导入'
  }
  return undefined
}

/** Unpacks an archive; a string says why it is not. Nothing that it says of sizes is believed. */
async function unpack(bytes: Buffer, most: number): Promise<Map<string, Buffer> | string> {
  const zip = await fromBufferPromise(bytes)
  const parts = new Map<string, Buffer>()
  let size = 0
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue
    size += entry.uncompressedSize
    if (size > most || parts.size >= mostParts) {
      return `文件解开后超过 ${most / 1024 / 1024} MB，不像是文章，没有导入`
    }
    if (!entry.canDecodeFileData()) return '这个文件设了密码：请去掉密码，再导入'
    const chunks: Buffer[] = []
    // The library ends the stream with an error where more comes than the entry says.
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
    parts.set(entry.fileName, Buffer.concat(chunks))
  }
  return parts
}

/**
 * Opens a .docx.
 * @param most bytes that it may unpack to
 * @returns its parts, or why it is not read: words for a person, without a full stop
 */
export async function openWord(
  bytes: Uint8Array,
  most = largestUnpacked,
): Promise<{ ok: true; word: WordFile } | { ok: false; error: string }> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const refused = refuseBytes(buffer)
  if (refused) return { ok: false, error: refused }
  try {
    const parts = await unpack(buffer, most)
    if (typeof parts === 'string') return { ok: false, error: parts }
    const kind = refuseParts(parts)
    if (kind) return { ok: false, error: kind }
    const main = [...relationsOf(parts, '').values()].find(({ type }) => type === 'officeDocument')
    const word = { parts, main: main?.target ?? 'word/document.xml' }
    return parts.has(word.main) ? { ok: true, word } : { ok: false, error: damaged }
  } catch {
    // Whatever is wrong inside an archive, the advice is the same.
    return { ok: false, error: damaged }
  }
}

/** What a part points to: a path in the file, or an address outside it. */
export type Relation = { type: string; target: string; external: boolean }

/** What a part points to, by id; '' is the file as a whole. */
export function relationsOf(parts: Map<string, Buffer>, part: string): Map<string, Relation> {
  const folder = posix.dirname(part)
  const bytes = parts.get(posix.join(folder, '_rels', `${posix.basename(part)}.rels`))
  if (!bytes) return new Map()
  const relations = childrenOf(parseXml(bytes).documentElement).map((element) => {
    const given = (name: string) => element.getAttribute(name) ?? ''
    const external = given('TargetMode') === 'External'
    const target = given('Target')
    const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
    const type = given('Type').split('/').at(-1) ?? ''
    return [given('Id'), { type, target: external ? target : path, external }] as const
  })
  return new Map(relations)
}

/** The part of a kind (`styles`, `footnotes`) that the text points to, read. */
export function relatedPart(word: WordFile, type: string): Document | undefined {
  const relation = [...relationsOf(word.parts, word.main).values()].find(
    (one) => one.type === type && !one.external,
  )
  const bytes = relation && word.parts.get(relation.target)
  return bytes && parseXml(bytes)
}

/** Packs the parts again, for a reader of .docx. */
export async function packWord({ parts }: WordFile): Promise<Buffer> {
  const zip = new JSZip()
  for (const [name, bytes] of parts) zip.file(name, bytes)
  return zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' })
}
