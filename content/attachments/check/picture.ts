import { join } from 'node:path'
import { runSandboxed } from './sandbox.ts'
import { pictureFaults } from './limits.ts'
import type { Queue } from '../received-file.ts'
import type { Refusal } from '../refusal.ts'

type Redrawn =
  { ok: true; type: string; extension: string; bytes: Buffer } | { ok: false; refusal: Refusal }

/** Draws a picture anew, without its metadata. @throws what the queue throws when too many are waiting */
export type Redraw = (picture: Uint8Array) => Promise<Redrawn>

const script = join(import.meta.dirname, 'picture-process.ts')

/** Each picture is drawn in a process that is ended when it takes too long. */
export function createRedraw(queue: Queue): Redraw {
  return (picture) => queue.run(() => redraw(picture))
}

async function redraw(picture: Uint8Array): Promise<Redrawn> {
  const { code, bytes } = await runSandboxed(script, picture)
  if (code === pictureFaults.pixels) return { ok: false, refusal: 'pixels' }
  if (code !== 0 || bytes.length === 0) return { ok: false, refusal: 'damaged' }
  const png = bytes[0] === 0x89
  return { ok: true, bytes, type: png ? 'image/png' : 'image/jpeg', extension: png ? 'png' : 'jpg' }
}
