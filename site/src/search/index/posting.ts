import { bitReader, bitWriter } from './bits.ts'

/*
 * Where a gram stands: numbers of blocks, ascending, and for each block the places modulo 16 as a
 * mask. Grams of one phrase stand at neighbouring places, so masks turned against each other tell a
 * phrase from its scattered parts for four bits a place instead of ten.
 */
export type Posting = { blocks: Uint32Array; masks: Uint16Array }

/** Places are kept modulo this. */
export const placesKept = 16

const allPlaces = 0xffff

/** Golomb–Rice parameter (Rice 1979) for gaps between `count` of `total` numbers. */
function riceParameter(count: number, total: number): number {
  return Math.max(0, Math.floor(Math.log2((total / count) * Math.LN2)))
}

const bits = bitWriter()

/**
 * Packs a posting: gaps by Golomb–Rice, then how many places, then the places. `total` is the number
 * of blocks in the index; without `places` only blocks are kept.
 */
export function packPosting({ blocks, masks }: Posting, total: number, places: boolean) {
  const parameter = riceParameter(blocks.length, total)
  let previous = -1
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index] ?? 0
    const distance = block - previous - 1
    previous = block
    bits.unary(distance >> parameter)
    bits.number(distance, parameter)
    if (!places) continue
    const mask = masks[index] ?? 0
    if ((mask & (mask - 1)) === 0) {
      bits.number(31 - Math.clz32(mask), 5)
      continue
    }
    let others = -1
    for (let rest = mask; rest > 0; rest &= rest - 1) others += 1
    bits.unary(others)
    for (let place = 0; place < placesKept; place += 1) {
      if ((mask >> place) & 1) bits.number(place, 4)
    }
  }
  return bits.take()
}

/** Reads `count` blocks back. Where no places were kept, any place may be meant. */
export function unpackPosting(
  bytes: Uint8Array,
  count: number,
  total: number,
  places: boolean,
): Posting {
  const bits = bitReader(bytes)
  const parameter = riceParameter(count, total)
  const blocks = new Uint32Array(count)
  const masks = new Uint16Array(count).fill(places ? 0 : allPlaces)
  let previous = -1
  for (let index = 0; index < count; index += 1) {
    const high = bits.unary()
    previous += (high << parameter) + bits.number(parameter) + 1
    blocks[index] = previous
    if (!places) continue
    for (let rest = bits.unary() + 1; rest > 0; rest -= 1) {
      masks[index] = (masks[index] ?? 0) | (1 << bits.number(4))
    }
  }
  return { blocks, masks }
}

/** A mask as it would be if every place were `offset` earlier. */
export function earlier(mask: number, offset: number): number {
  const turn = offset % placesKept
  return ((mask >> turn) | (mask << (placesKept - turn))) & allPlaces
}
