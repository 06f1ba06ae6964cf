/** Writes single bits, the first of each byte highest. */
export function bitWriter() {
  let bytes = new Uint8Array(64)
  let length = 0
  let current = 0
  let free = 8

  const flush = () => {
    if (length === bytes.length) {
      const larger = new Uint8Array(length * 2)
      larger.set(bytes)
      bytes = larger
    }
    bytes[length] = current
    length += 1
    current = 0
    free = 8
  }
  const put = (value: number, count: number) => {
    let rest = count
    while (rest > 0) {
      const taken = rest < free ? rest : free
      current |= ((value >> (rest - taken)) & ((1 << taken) - 1)) << (free - taken)
      free -= taken
      rest -= taken
      if (free === 0) flush()
    }
  }
  return {
    /** `count` low bits of a number, highest first; at most 31. */
    number: put,
    /** So many ones, and a zero. */
    unary(value: number) {
      let rest = value
      for (; rest > 15; rest -= 15) put(0x7fff, 15)
      put((1 << (rest + 1)) - 2, rest + 1)
    },
    /** What was written, in whole bytes; the writer is empty again. */
    take(): Uint8Array {
      if (free < 8) flush()
      const written = bytes.slice(0, length)
      length = 0
      return written
    },
  }
}

/** Reads what `bitWriter` wrote. Beyond the end there are zeros. */
export function bitReader(bytes: Uint8Array) {
  let at = 0
  const next = () => {
    const bit = ((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1
    at += 1
    return bit
  }
  return {
    number(count: number): number {
      let value = 0
      for (let rest = count; rest > 0; rest -= 1) value = (value << 1) | next()
      return value
    },
    unary(): number {
      let value = 0
      while (next() === 1) value += 1
      return value
    },
  }
}
