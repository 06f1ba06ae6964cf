import { eachGram, type Variants } from '../tokenise.ts'
import { placesKept, type Posting } from './posting.ts'
import { keyOf, type Key } from './shard.ts'
import { createSigns, signLimit } from './signs.ts'

type Line = { text: string; heading: boolean }

const placeLimit = 2 ** 23

/**
 * Collects where every gram stands, block after block. Millions of places are kept as plain numbers
 * (pair, block, place modulo 16) and sorted once: a map with a list for each gram takes four times
 * as long.
 */
export function createCollector(variants: Variants) {
  const signs = createSigns(variants)
  /** The last block, counted from 1, in which each single sign was seen. */
  const seen = new Uint32Array(signLimit)
  const edges = new Map<Key, number[]>()
  let places = new Float64Array(1 << 16)
  let size = 0
  let blocks = 0

  function keep(first: number, second: number, value: number): void {
    if (size === places.length) {
      const larger = new Float64Array(size * 2)
      larger.set(places)
      places = larger
    }
    places[size] = (first * signLimit + second) * placeLimit + value
    size += 1
  }

  /** Adds the next block. @throws RangeError beyond half a million blocks */
  function add(lines: Line[]): void {
    const base = blocks * placesKept
    if (base + placesKept > placeLimit) throw new RangeError('more blocks than one index holds')
    blocks += 1
    let start = 0
    for (const { text, heading } of lines) {
      const { numbers, kinds } = signs.read(text)
      eachGram(kinds, heading, (at, length, edge) => {
        const value = base + ((start + at) & (placesKept - 1))
        const first = numbers[at] ?? 0
        const second = length === 2 ? (numbers[at + 1] ?? 0) : 0
        if (edge !== 'none') {
          const key = keyOf(signs.sign(first) + signs.sign(second), edge)
          const known = edges.get(key)
          if (known) known.push(value)
          else edges.set(key, [value])
        } else if (second > 0) {
          keep(first, second, value)
        } else if (seen[first] !== blocks) {
          seen[first] = blocks
          keep(first, 0, base)
        }
      })
      start += numbers.length + 1
    }
  }

  /** Everything collected, gram by gram. */
  function* postings(): Generator<[Key, Posting]> {
    const all = places.subarray(0, size).sort()
    for (let from = 0; from < size;) {
      const pair = Math.floor((all[from] ?? 0) / placeLimit)
      const least = pair * placeLimit
      let to = from
      while (to < size && (all[to] ?? 0) < least + placeLimit) to += 1
      const text = signs.sign(Math.floor(pair / signLimit)) + signs.sign(pair % signLimit)
      yield [keyOf(text, 'none'), postingOf(all, from, to, least)]
      from = to
    }
    for (const [key, values] of edges) {
      yield [
        key,
        postingOf(
          values.sort((a, b) => a - b),
          0,
          values.length,
          0,
        ),
      ]
    }
  }

  return {
    add,
    postings,
    /** The variants that stand in the texts, two by two. */
    variantsMet: signs.variantsMet,
    blocks: () => blocks,
    size: () => size,
  }
}

/** The posting of a stretch of ascending values, each `base` + block × places kept + a place. */
function postingOf(values: ArrayLike<number>, from: number, to: number, base: number): Posting {
  const blocks = new Uint32Array(to - from)
  const masks = new Uint16Array(to - from)
  let count = 0
  for (let at = from; at < to; at += 1) {
    const value = (values[at] ?? 0) - base
    const block = value >> 4
    const bit = 1 << (value & (placesKept - 1))
    if (count > 0 && blocks[count - 1] === block) masks[count - 1] = (masks[count - 1] ?? 0) | bit
    else {
      blocks[count] = block
      masks[count] = bit
      count += 1
    }
  }
  return { blocks: blocks.subarray(0, count), masks: masks.subarray(0, count) }
}
