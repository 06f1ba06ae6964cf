import { join } from 'node:path'
import { limitConcurrency } from '../../concurrency-limit.ts'
import { runSandboxed } from './sandbox.ts'
import { pictureFaults } from './limits.ts'
import type { Refusal } from '../refusal.ts'

type Redrawn =
  { ok: true; type: string; extension: string; bytes: Buffer } | { ok: false; refusal: Refusal }

/** Draws a picture anew, without its metadata. @throws Unavailable when too many are waiting */
export type Redraw = (picture: Uint8Array) => Promise<Redrawn>

const script = join(import.meta.dirname, 'picture-process.ts')

/** Pictures are drawn one after another, each in a process that is ended when it takes too long. */
export function createRedraw(): Redraw {
  const concurrency = limitConcurrency({ running: 1, waiting: 40 })
  return (picture) => concurrency.run(() => redraw(picture))
}

async function redraw(picture: Uint8Array): Promise<Redrawn> {
  const { code, bytes } = await runSandboxed(script, picture)
  if (code === pictureFaults.pixels) return { ok: false, refusal: 'pixels' }
  if (code !== 0 || bytes.length === 0) return { ok: false, refusal: 'damaged' }
  const png = bytes[0] === 0x89
  return { ok: true, bytes, type: png ? 'image/png' : 'image/jpeg', extension: png ? 'png' : 'jpg' }
}
