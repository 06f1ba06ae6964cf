import { partLimits } from '../../petition/attachments/limits.ts'

export type PartSize = {
  /** Bytes of the next part. */
  size(): number
  /** Told how long a step took; `Infinity` where it did not come through. */
  learn(milliseconds: number): void
  /** Seconds to wait before the next try. */
  backOff(): number
}

/** Parts as large as the line carries in a few seconds, and waits that grow while it is gone. */
export function createPartSize(): PartSize {
  const { most, least } = partLimits
  let size = most / 4
  let failures = 0
  return {
    size: () => size,
    learn(milliseconds) {
      failures = milliseconds === Infinity ? failures + 1 : 0
      if (milliseconds < 3_000) size = Math.min(most, size * 2)
      if (milliseconds > 12_000) size = Math.max(least, size / 2)
    },
    backOff: () => Math.min(30, 2 ** Math.min(failures, 5)),
  }
}
