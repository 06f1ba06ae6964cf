import { fileTypeFromBuffer } from 'file-type'

/** What a file is by its bytes: the extension under which it is known, and its media type. */
type FileKind = { extension: string; type: string }

/** Bytes at a file's beginning by which its kind is told. */
export const headLength = 64 * 1024

/** What may stand in front of a PDF: what programs and copying leave behind, and nothing else. */
export const beforePdf = /^(?:\xef\xbb\xbf)?[\s\0]{0,1000}(?=%PDF-)/

/** Kinds that the library does not know, knows by their first byte only, or would unpack to see what is inside. */
const signs: [RegExp, FileKind][] = [
  [/^PK\x03\x04/, { extension: 'zip', type: 'application/zip' }],
  [beforePdf, { extension: 'pdf', type: 'application/pdf' }],
  [/^\xd0\xcf\x11\xe0/, { extension: 'cfb', type: 'application/x-cfb' }],
  [/^#!AMR/, { extension: 'amr', type: 'audio/amr' }],
  [/^\x02?#!SILK/, { extension: 'silk', type: 'audio/silk' }],
  [/^caff\0/, { extension: 'caf', type: 'audio/x-caf' }],
  [/^\.snd\0/, { extension: 'au', type: 'audio/basic' }],
  [/^(?:\x02dss|\x03ds2)/, { extension: 'dss', type: 'audio/x-dss' }],
]

const latin1 = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')

/** The kind of a file that its first bytes say without looking further; undefined for the others. */
export function kindBySign(head: Uint8Array): FileKind | undefined {
  const text = latin1(head)
  return signs.find(([sign]) => sign.test(text))?.[1]
}

/**
 * Tells the kind of a file; its name and the sender's word do not count.
 * @param head its first bytes, all of them where it is shorter than `headLength`
 * @returns undefined where it cannot be told, as of plain text
 */
export async function kindOf(head: Uint8Array): Promise<FileKind | undefined> {
  const signed = kindBySign(head)
  if (signed) return signed
  const found = await fileTypeFromBuffer(head)
  return found && (kindByBrand(head) ?? { extension: found.ext, type: found.mime })
}

/** Pictures and sound that the library takes for another kind by the brand of their boxes (ISO/IEC 14496-12, 4.3). */
function kindByBrand(head: Uint8Array): FileKind | undefined {
  const text = latin1(head.subarray(0, 64))
  const brand = /^[^]{4}ftyp([^]{4})/.exec(text)?.[1]
  if (brand === undefined) return undefined
  if (brand === 'mif1' && text.slice(16).includes('avif'))
    return { extension: 'avif', type: 'image/avif' }
  if (/^he[iv][ms]$/.test(brand)) return { extension: 'heic', type: 'image/heic' }
  if (/^(?:jxl |jp[2xm] |mjp2)$/.test(brand)) return { extension: 'jpx', type: 'image/jpx' }
  return brand === 'aax ' ? { extension: 'aax', type: 'audio/vnd.audible.aax' } : undefined
}
