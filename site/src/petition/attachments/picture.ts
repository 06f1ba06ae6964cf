import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createSlots } from '../slots.ts'
import { pictureFaults } from './picture-limits.ts'
import type { Refusal } from './refusal.ts'

export type Redrawn =
  { ok: true; type: string; extension: string; bytes: Buffer } | { ok: false; refusal: Refusal }

/** Draws a picture anew, without its metadata. @throws Unavailable when too many are waiting */
export type Redraw = (picture: Uint8Array) => Promise<Redrawn>

const script = join(import.meta.dirname, 'picture-process.ts')
const patience = 30_000
/** No way to write files or to start anything, and nothing of this process's environment. */
const confinement = ['--permission', '--allow-addons', '--allow-fs-read=*', '--no-warnings']

/** Pictures are drawn one after another, each in a process that is ended when it takes too long. */
export function createRedraw(): Redraw {
  const slots = createSlots({ running: 1, waiting: 40 })
  return (picture) => slots.run(() => redraw(picture))
}

async function redraw(picture: Uint8Array): Promise<Redrawn> {
  const child = spawn(process.execPath, [...confinement, script], {
    env: { MALLOC_ARENA_MAX: '1' },
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: patience,
    killSignal: 'SIGKILL',
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  // It may end before it has read everything; its exit code says why.
  child.stdin.on('error', () => {})
  child.stdin.end(picture)
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  const code = await ended
  if (code === pictureFaults.pixels) return { ok: false, refusal: 'pixels' }
  const bytes = Buffer.concat(chunks)
  if (code !== 0 || bytes.length === 0) return { ok: false, refusal: 'damaged' }
  const png = bytes[0] === 0x89
  return { ok: true, bytes, type: png ? 'image/png' : 'image/jpeg', extension: png ? 'png' : 'jpg' }
}
