/** Appends a number below 2³¹ as a varint: seven bits a byte, the lowest first. */
export function pushVarint(bytes: number[], value: number): void {
  let rest = value
  for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128)
  bytes.push(rest)
}

/** Reads varints, and stretches of bytes between them. Beyond the end there are zeros. */
export function varintReader(bytes: Uint8Array) {
  let at = 0
  return {
    varint(): number {
      let value = 0
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[at++] ?? 0
        value |= (byte & 127) << shift
        if (byte < 128) return value
      }
    },
    take(length: number): Uint8Array {
      at += length
      return bytes.subarray(at - length, at)
    },
  }
}
