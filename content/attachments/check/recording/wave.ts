import type { Arrived } from '../../received-file.ts'
import { patched } from '../apply-patches.ts'
import type { Patch } from '../apply-patches.ts'
import { openCursor } from './cursor.ts'

/** Chunks by which a recording plays (RIFF, EBU Tech 3306); others tell of it. */
const needed = new Set(['fmt ', 'data', 'fact', 'ds64', 'JUNK'])
/** Of a broadcast recording (EBU Tech 3285), when it was made stays: it may be what it is to prove. */
const made = { from: 320, to: 348 }
const header = 8
const unknown = 0xffff_ffff

/**
 * Takes out of a WAV recording what tells of its place, device and author, in the same room. What breaks
 * off, as of a recorder whose battery was empty, is taken as far as it goes.
 */
export async function cleanWave(file: Arrived): Promise<AsyncIterable<Uint8Array>> {
  const patches: Patch[] = []
  const cursor = openCursor(file)
  let sound: number | undefined
  let at = 12
  while (at < file.size) {
    const head = await cursor.peek(at, header + 16)
    const type = head.toString('latin1', 0, 4)
    if (head.length < header || !/^[\x20-\x7e]{4}$/.test(type)) {
      patches.push({ from: at, to: file.size })
      break
    }
    const said = head.readUInt32LE(4)
    if (type === 'ds64' && head.length === header + 16) sound = Number(head.readBigUInt64LE(16))
    const endless = type === 'data' && (said === 0 || said === unknown)
    const length = endless ? (sound ?? file.size) : said
    const body = at + header
    const end = Math.min(body + length, file.size)
    if (type === 'bext') {
      patches.push({ from: body, to: Math.min(body + made.from, end) })
      patches.push({ from: Math.min(body + made.to, end), to: end })
    } else if (!needed.has(type) || type === 'JUNK') {
      patches.push({ from: at, to: at + 4, bytes: Buffer.from('JUNK') }, { from: body, to: end })
    }
    at = end + (length % 2)
  }
  await cursor.close()
  return patched(file.from(0), patches)
}
