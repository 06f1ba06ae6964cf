import { inflateRawSync } from 'node:zlib'
import { unpackedSize } from '@portal/content/law/zip'

/** Staff write articles, not books; a larger file is a scan or a wrong one. */
export const largestFile = 30 * 1024 * 1024
const largestUnpacked = 200 * 1024 * 1024
const compound = [0xd0, 0xcf, 0x11, 0xe0]
const damaged = '这个文件不是 Word 文档，或者已经损坏：请在 Word 里打开，另存为 .docx 再导入。'

type Part = { name: string; method: number; packed: number; unpacked: number; at: number }

function partsOf(bytes: Uint8Array): Part[] {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (data.getUint32(end, true) !== 0x06054b50) end -= 1
  const parts: Part[] = []
  let at = data.getUint32(end + 16, true)
  while (at + 46 <= end && data.getUint32(at, true) === 0x02014b50) {
    const [name, extra, comment] = [28, 30, 32].map((field) => data.getUint16(at + field, true))
    parts.push({
      name: Buffer.from(bytes.subarray(at + 46, at + 46 + (name ?? 0))).toString(),
      method: data.getUint16(at + 10, true),
      packed: data.getUint32(at + 20, true),
      unpacked: data.getUint32(at + 24, true),
      at: data.getUint32(at + 42, true),
    })
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return parts
}

/** Whether a part unpacks to the size that the directory tells, and no byte more. */
function isHonest(bytes: Uint8Array, { method, packed, unpacked, at }: Part): boolean {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = at + 30 + data.getUint16(at + 26, true) + data.getUint16(at + 28, true)
  const body = bytes.subarray(start, start + packed)
  if (method === 0) return packed === unpacked
  if (method !== 8) return false
  return inflateRawSync(body, { maxOutputLength: unpacked + 1 }).length === unpacked
}

/**
 * Looks at a .docx before anything reads it.
 * @returns why it is not read, as a sentence for staff; undefined where it may be
 */
export function refuseArchive(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return '文件是空的，请检查是否选错了文件。'
  if (bytes.length > largestFile) return '文件超过 30 MB：请把里面的图片压缩后再导入。'
  if (compound.every((byte, index) => bytes[index] === byte)) {
    return '这个文件设了密码，或者是旧版 .doc：请去掉密码，另存为 .docx 再导入。'
  }
  try {
    const size = unpackedSize(bytes)
    if (size === null) return damaged
    if (size > largestUnpacked) return '文件解开后超过 200 MB，不像是文章，没有导入。'
    const parts = partsOf(bytes)
    if (parts.some(({ name }) => /(?:^|\/)vba/i.test(name))) {
      return '文档里有宏，没有导入：请另存为不带宏的 .docx 再导入。'
    }
    return parts.every((part) => isHonest(bytes, part)) ? undefined : damaged
  } catch {
    // Whatever is wrong inside an archive of staff, the advice is the same.
    return damaged
  }
}
