/** A stretch of a file: bytes from `from` on, before `to`. */
export type Stretch = { from: number; to: number }

/** What stands in place of a stretch of the file: zeros, or other bytes of the same length. */
export type Patch = Stretch & { bytes?: Buffer }

/** The bytes with the patches over them; where these overlap, zeros win. */
export async function* patched(
  bytes: AsyncIterable<Uint8Array>,
  patches: readonly Patch[],
): AsyncIterable<Uint8Array> {
  const sorted = patches.toSorted((a, b) => Number(!a.bytes) - Number(!b.bytes))
  let at = 0
  for await (const chunk of bytes) {
    const end = at + chunk.length
    const touching = sorted.filter(({ from, to }) => from < end && to > at)
    const copy = touching.length > 0 ? Buffer.from(chunk) : chunk
    for (const { from, to, bytes: instead } of touching) {
      const first = Math.max(from, at)
      const last = Math.min(to, end)
      if (instead) copy.set(instead.subarray(first - from, last - from), first - at)
      else copy.fill(0, first - at, last - at)
    }
    at = end
    yield copy
  }
}
