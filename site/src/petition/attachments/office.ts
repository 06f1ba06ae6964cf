import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { packedBytes, zipDirectory } from '@portal/content/law/zip'
import type { ZipEntry } from '@portal/content/law/zip'
import type { Kind } from './identify.ts'
import type { Refusal } from './refusal.ts'

const inflate = promisify(inflateRaw)

const megabyte = 1024 * 1024
/** What a document of 10 MB may unpack to. */
const mostUnpacked = 100 * megabyte
const mostEntries = 2_000

const documents: { part: string; kind: Kind }[] = [
  {
    part: 'word/document.xml',
    kind: {
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      extension: 'docx',
      family: 'office',
    },
  },
  {
    part: 'xl/workbook.xml',
    kind: {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      extension: 'xlsx',
      family: 'office',
    },
  },
]

/**
 * Looks into a zip archive that may be a Word or Excel document (ISO/IEC 29500). Every entry is
 * unpacked against what it claims, so that nobody who opens it later is surprised.
 */
export async function checkOffice(
  bytes: Uint8Array,
): Promise<{ ok: true; kind: Kind } | { ok: false; refusal: Refusal }> {
  const refuse = (refusal: Refusal) => ({ ok: false, refusal }) as const
  const directory = zipDirectory(bytes)
  if (!directory) return refuse('damaged')
  const { entries, end } = directory
  const names = new Set(entries.map(({ name }) => name.toLowerCase()))
  const document = documents.find(({ part }) => names.has(part))
  if (!document || !names.has('[content_types].xml')) {
    return refuse(names.has('ppt/presentation.xml') ? 'office' : 'archive')
  }
  if (entries.some(({ encrypted }) => encrypted)) return refuse('encrypted')
  const whole =
    end + 22 + new DataView(bytes.buffer, bytes.byteOffset + end + 20, 2).getUint16(0, true)
  const first = Math.min(...entries.map(({ at }) => at))
  if (first !== 0 || whole !== bytes.length || names.size !== entries.length) return refuse('mixed')
  const unpacked = entries.reduce((size, entry) => size + entry.unpacked, 0)
  if (unpacked > mostUnpacked || entries.length > mostEntries) return refuse('bomb')
  if ([...names].some((name) => /vbaproject|vbadata|\/macrosheets\//.test(name))) {
    return refuse('macro')
  }
  if ([...names].some((name) => active.test(name))) return refuse('active')
  for (const entry of entries) {
    const refusal = await checkEntry(bytes, entry)
    if (refusal) return refuse(refusal)
  }
  return { ok: true, kind: document.kind }
}

/** Controls, packaged objects, and anything that a desktop would run or unpack. */
const active =
  /\/activex\/|\/embeddings\/.*\.bin$|\.(?:exe|dll|js|vbs|bat|cmd|ps1|scr|com|hta|lnk|jar|msi|html?|svg|zip|rar|7z)$/

async function checkEntry(bytes: Uint8Array, entry: ZipEntry): Promise<Refusal | null> {
  const packed = packedBytes(bytes, entry)
  if (!packed) return 'damaged'
  const { method, unpacked, name } = entry
  if (method !== 0 && method !== 8) return 'damaged'
  let content: Uint8Array = packed
  if (method === 8) {
    try {
      content = await inflate(packed, { maxOutputLength: Math.max(1, unpacked) })
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : ''
      return code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'damaged'
    }
  }
  if (content.length !== unpacked) return 'damaged'
  if (name.toLowerCase() === '[content_types].xml') {
    return /macroEnabled|vbaProject/i.test(textOf(content)) ? 'macro' : null
  }
  return /\.rels$/i.test(name) && reachesOut(textOf(content)) ? 'linked' : null
}

/** Whether opening the document would fetch something; a link that a reader follows does not. */
function reachesOut(relationships: string): boolean {
  return [...relationships.matchAll(/<[^>]*\bTargetMode\s*=\s*["']External["'][^>]*>/gi)].some(
    ([tag]) => !/\bType\s*=\s*["'][^"']*\/hyperlink["']/i.test(tag),
  )
}

/** Markup in UTF-16 is read as well: the zeros between its letters are left out. */
function textOf(content: Uint8Array): string {
  return Buffer.from(content).toString('latin1').replaceAll('\0', '')
}
