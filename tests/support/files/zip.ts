import { crc32, deflateRawSync } from 'node:zlib'

/** An entry of an archive to be written; what it claims may differ from what it is. */
export type Entry = {
  name: string
  content: Buffer | string
  /** Bytes that it claims to unpack to. */
  claimed?: number
  encrypted?: boolean
}

/** Lengths in the form for large archives (zip64): the short fields say only that it is used. */
function longLengths(plain: number, packed: number): Buffer {
  const extra = Buffer.alloc(20)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(16, 2)
  extra.writeBigUInt64LE(BigInt(plain), 4)
  extra.writeBigUInt64LE(BigInt(packed), 12)
  return extra
}

/** The end record of a large archive and where it is. */
function longEnd(count: number, length: number, at: number): Buffer {
  const end = Buffer.alloc(56)
  end.write('PK\x06\x06', 'latin1')
  end.writeBigUInt64LE(44n, 4)
  end.writeUInt16LE(45, 12)
  end.writeUInt16LE(45, 14)
  for (const [place, value] of [count, count, length, at].entries()) {
    end.writeBigUInt64LE(BigInt(value), 24 + place * 8)
  }
  const locator = Buffer.alloc(20)
  locator.write('PK\x06\x07', 'latin1')
  locator.writeBigUInt64LE(BigInt(at + length), 8)
  locator.writeUInt32LE(1, 16)
  return Buffer.concat([end, locator])
}

/**
 * A zip archive of deflated entries.
 * @param long in the form for large archives, as some programs write small ones too
 */
export function zip(entries: readonly Entry[], { long = false } = {}): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, claimed, encrypted = false } of entries) {
    const plain = Buffer.from(content)
    const packed = deflateRawSync(plain)
    const path = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(encrypted ? 1 : 0, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(plain), 10)
    const extra = long ? longLengths(claimed ?? plain.length, packed.length) : Buffer.alloc(0)
    common.writeUInt32LE(long ? 0xffff_ffff : packed.length, 14)
    common.writeUInt32LE(long ? 0xffff_ffff : (claimed ?? plain.length), 18)
    common.writeUInt16LE(path.length, 22)
    common.writeUInt16LE(extra.length, 24)
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), common, path, extra, packed)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, path, extra)
    at += 30 + path.length + extra.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(long ? 0xffff : entries.length, 8)
  end.writeUInt16LE(long ? 0xffff : entries.length, 10)
  end.writeUInt32LE(long ? 0xffff_ffff : list.length, 12)
  end.writeUInt32LE(long ? 0xffff_ffff : at, 16)
  const before = long ? longEnd(entries.length, list.length, at) : Buffer.alloc(0)
  return Buffer.concat([...parts, list, before, end])
}
