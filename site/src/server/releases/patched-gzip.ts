import { constants, crc32, deflateRawSync } from 'node:zlib'

// RFC 1952: deflate, no flags, no time, unknown system.
const header = Buffer.from([0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0, 0xff])

/**
 * Compresses fixed parts once, and gives a gzip file of them with `patch` between each two as often
 * as asked: deflate (RFC 1951) is a row of blocks, and a patch of less than 64 KiB is a stored one.
 */
export function patchedGzip(parts: readonly Buffer[]): (patch: Buffer) => Buffer {
  const segments = parts.map((part, index) =>
    deflateRawSync(part, {
      level: constants.Z_BEST_COMPRESSION,
      // All but the last end at a whole byte and leave the row open.
      finishFlush: index === parts.length - 1 ? constants.Z_FINISH : constants.Z_FULL_FLUSH,
    }),
  )
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  return (patch) => {
    const block = Buffer.alloc(5)
    block.writeUInt16LE(patch.length, 1)
    block.writeUInt16LE(~patch.length & 0xffff, 3)
    const blocks = segments.flatMap((segment, index) =>
      index === 0 ? [segment] : [block, patch, segment],
    )
    const trailer = Buffer.alloc(8)
    const sum = parts.reduce(
      (value, part, index) => crc32(part, index === 0 ? value : crc32(patch, value)),
      0,
    )
    trailer.writeUInt32LE(sum, 0)
    trailer.writeUInt32LE(length + patch.length * (parts.length - 1), 4)
    return Buffer.concat([header, ...blocks, trailer])
  }
}
