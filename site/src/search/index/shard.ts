import type { Edge } from '../tokenise.ts'
import { packPosting, unpackPosting, type Posting } from './posting.ts'
import { pushVarint, varintReader } from './varint.ts'

/** A gram's key: its pair, and a sign for the edge it stands at. */
export type Key = string

const edgeSigns: Record<Edge, string> = {
  none: '',
  'heading-start': '\u0001',
  'heading-end': '\u0002',
  'word-start': '\u0003',
  'word-end': '\u0004',
}

export function keyOf(pair: string, edge: Edge): Key {
  return pair + edgeSigns[edge]
}

/** Single signs stand nearly everywhere: their places are not worth keeping. */
function keepsPlaces(key: Key): boolean {
  return Array.from(key).length > 1
}

/**
 * The shard of a key, so that a pair and its edges are found together (FNV-1a, 32 bits, over UTF-16
 * units).
 */
export function shardOf(key: Key, shards: number): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at += 1) {
    const unit = key.charCodeAt(at)
    if (unit > 0 && unit < 5) break
    hash = Math.imul(hash ^ unit, 0x01000193)
  }
  return (hash >>> 0) % shards
}

/**
 * One shard as bytes: the keys in order, each ended by U+0000, then for each its count and the
 * length of its posting, then the postings.
 */
export function packShard(postings: [Key, Posting][], total: number): Uint8Array {
  const sorted = [...postings].sort(([a], [b]) => (a < b ? -1 : 1))
  const keys = new TextEncoder().encode(sorted.map(([key]) => `${key}\0`).join(''))
  const packed = sorted.map(([key, posting]) => packPosting(posting, total, keepsPlaces(key)))
  const head: number[] = []
  pushVarint(head, keys.length)
  const table: number[] = []
  sorted.forEach(([, { blocks }], index) => {
    pushVarint(table, blocks.length)
    pushVarint(table, packed[index]?.length ?? 0)
  })
  const parts = [Uint8Array.from(head), keys, Uint8Array.from(table), ...packed]
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** Opens a shard; postings are unpacked when they are asked for. */
export function openShard(bytes: Uint8Array, total: number): (key: Key) => Posting | undefined {
  const { varint, take } = varintReader(bytes)
  const keyLength = varint()
  const keys = new TextDecoder().decode(take(keyLength)).split('\0').slice(0, -1)
  const sizes = keys.map(() => ({ count: varint(), length: varint() }))
  const entries = new Map<Key, { count: number; bytes: Uint8Array }>()
  keys.forEach((key, index) => {
    const { count, length } = sizes[index] ?? { count: 0, length: 0 }
    entries.set(key, { count, bytes: take(length) })
  })
  const unpacked = new Map<Key, Posting>()
  return (key) => {
    const entry = entries.get(key)
    if (!entry) return undefined
    let posting = unpacked.get(key)
    if (!posting) {
      posting = unpackPosting(entry.bytes, entry.count, total, keepsPlaces(key))
      unpacked.set(key, posting)
    }
    return posting
  }
}
