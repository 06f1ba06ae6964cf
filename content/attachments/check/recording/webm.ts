import type { Arrived } from '../../received-file.ts'
import { patched } from '../apply-patches.ts'
import type { Patch } from '../apply-patches.ts'
import { openCursor } from './cursor.ts'
import type { Cursor } from './cursor.ts'

/** Elements of a WebM film (RFC 8794, RFC 9559), by their ids. */
const ebml = 0x1a45dfa3
const segment = 0x18538067
const cluster = 0x1f43b675
const info = 0x1549a966
const tracks = 0x1654ae6b
const track = 0xae
const trackType = 0x83
const empty = 0xec
const checksum = 0xbf

/** What a film plays by, beside these: where is what. */
const needed = new Set([0x114d9b74, 0x1c53bb6b])
/** What stands in a cluster; of one that does not say how long it is, others are what follows it. */
const clustered = new Set([0xe7, 0xa3, 0xa0, 0xa7, 0xab, 0x5854, 0xaf, checksum, empty])
/** Scale, length, when it was made (it may be what the film is to prove), and a number of its own. */
const telling = new Set([0x2ad7b1, 0x4489, 0x4461, 0x73a4])
/** Programs that wrote it: they must stand there, and may be empty. */
const programs = new Set([0x4d80, 0x5741])
/** Of a track: its name, the name of its codec, what hangs on it. */
const names = new Set([0x536e, 0x258688, 0x7446])
const largestHead = 16 * 1024 * 1024

type Element = { id: number; at: number; body: number; end: number; endless: boolean }

/** A number of one to eight bytes that says itself how long it is; `null` where there is none. */
function readNumber(bytes: Buffer, at: number, marked: boolean) {
  const first = bytes[at] ?? 0
  const length = Math.clz32(first) - 23
  if (length > 8 || at + length > bytes.length) return null
  let value = marked ? first : first & (0xff >> length)
  let full = (first & (0xff >> length)) === 0xff >> length
  for (const byte of bytes.subarray(at + 1, at + length)) {
    value = value * 256 + byte
    full &&= byte === 0xff
  }
  return { value, length, full }
}

function elementAt(head: Buffer, at: number, limit: number): Element | null {
  const id = readNumber(head, 0, true)
  const size = id && id.length <= 4 ? readNumber(head, id.length, false) : null
  if (!id || !size) return null
  const body = at + id.length + size.length
  const end = size.full ? limit : Math.min(body + size.value, limit)
  return { id: id.value, at, body, end, endless: size.full }
}

/** Leaves nothing but the room. */
function emptied({ at, end }: Element): Patch[] {
  const length = end - at
  if (length < 2) return [{ from: at, to: end }]
  const bytes = Buffer.alloc(length < 9 ? 2 : 9)
  bytes[0] = empty
  if (length < 9) bytes[1] = 0x80 | (length - 2)
  else {
    bytes.writeBigUInt64BE(BigInt(length - 9), 1)
    bytes[1] = 0x01
  }
  return [
    { from: at, to: at + bytes.length, bytes },
    { from: at + bytes.length, to: end },
  ]
}

function* childrenOf(bytes: Buffer, from: number, to: number): Iterable<Element> {
  for (let at = from; at < to;) {
    const element = elementAt(bytes.subarray(at, Math.min(to, at + 12)), at, to)
    if (!element) return
    yield element
    at = element.end
  }
}

/** What of the film's own account is to go; `null` where a track is neither seen nor heard. */
function patchesOf(element: Element, bytes: Buffer): Patch[] | null {
  const patches: Patch[] = []
  const shift = (inner: Element): Element => ({
    ...inner,
    at: inner.at + element.body,
    body: inner.body + element.body,
    end: inner.end + element.body,
  })
  for (const inner of childrenOf(bytes, 0, bytes.length)) {
    if (element.id === info) {
      if (programs.has(inner.id)) patches.push({ from: shift(inner).body, to: shift(inner).end })
      else if (!telling.has(inner.id)) patches.push(...emptied(shift(inner)))
    } else if (inner.id === track) {
      for (const part of childrenOf(bytes, inner.body, inner.end)) {
        if (part.id === trackType && ![1, 2].includes(bytes[part.end - 1] ?? 0)) return null
        if (names.has(part.id)) patches.push(...emptied(shift(part)))
      }
    } else patches.push(...emptied(shift(inner)))
  }
  return patches
}

/** Where a cluster ends that does not say so: at the first element that cannot stand in one. */
async function endOfCluster(cursor: Cursor, from: number, limit: number): Promise<number> {
  let at = from
  while (at < limit) {
    const inner = elementAt(await cursor.peek(at, 12), at, limit)
    if (!inner || !clustered.has(inner.id)) return at
    at = inner.end
  }
  return limit
}

/**
 * Takes out of a WebM film what tells of its place, device and author, in the same room. Everything that is
 * seen and heard stays as it is.
 * @returns undefined where it has tracks that are neither, or cannot be followed
 */
export async function cleanWebm(file: Arrived): Promise<AsyncIterable<Uint8Array> | undefined> {
  const patches: Patch[] = []
  const cursor = openCursor(file)
  try {
    let at = 0
    while (at < file.size) {
      const element = elementAt(await cursor.peek(at, 12), at, file.size)
      if (!element) return undefined
      at = element.end
      if (element.id === ebml) continue
      if (element.id === segment) at = element.body
      else if (element.id === cluster) {
        if (element.endless) at = await endOfCluster(cursor, element.body, file.size)
      } else if (element.id === info || element.id === tracks) {
        if (element.endless || element.end - element.body > largestHead) return undefined
        const bytes = await cursor.peek(element.body, element.end - element.body)
        const inner = patchesOf(element, bytes)
        if (!inner) return undefined
        patches.push(...inner)
      } else if (!needed.has(element.id)) patches.push(...emptied(element))
    }
  } finally {
    await cursor.close()
  }
  return patched(file.from(0), patches)
}
