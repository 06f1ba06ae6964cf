import type { Arrived } from '../../received-file.ts'

/** A place in a file that only goes forward, so that one passage over the file is enough. */
export type Cursor = {
  /** At most `length` bytes from `at` on; fewer where the file ends. `at` is never before an earlier one. */
  peek(at: number, length: number): Promise<Buffer>
  close(): Promise<void>
}

/** Opens a file at its beginning. */
export function openCursor(file: Arrived): Cursor {
  const chunks = file.from(0)[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  let start = 0
  let ended = false
  return {
    async peek(at, length) {
      for (;;) {
        if (at > start) {
          const gone = Math.min(at - start, held.length)
          held = held.subarray(gone)
          start += gone
        }
        if (ended || (start === at && held.length >= length)) break
        const { value, done } = await chunks.next()
        ended = done === true
        if (value) held = held.length > 0 ? Buffer.concat([held, value]) : Buffer.from(value)
      }
      return start === at ? held.subarray(0, length) : Buffer.alloc(0)
    },
    async close() {
      await chunks.return?.()
    },
  }
}
