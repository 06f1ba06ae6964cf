import { join } from 'node:path'
import { limitConcurrency } from '../../../concurrency-limit.ts'
import { runSandboxed } from '../sandbox.ts'
import type { Refusal } from '../../refusal.ts'
import { pdfFaults } from '../limits.ts'

type Decrypted = { ok: true; bytes: Buffer } | { ok: false; refusal: Refusal }

/** A PDF as it reads when it is opened without a password. @throws Unavailable when too many are waiting */
export type Decrypt = (pdf: Uint8Array) => Promise<Decrypted>

const script = join(import.meta.dirname, 'decrypt-process.ts')

/** PDFs are decrypted one after another, each in a process that is ended when it takes too long. */
export function createDecrypt(): Decrypt {
  const concurrency = limitConcurrency({ running: 1, waiting: 40 })
  return (pdf) => concurrency.run(() => decrypt(pdf))
}

async function decrypt(pdf: Uint8Array): Promise<Decrypted> {
  const { code, bytes } = await runSandboxed(script, pdf)
  if (code === 0 && bytes.length > 0) return { ok: true, bytes }
  if (code === pdfFaults.password) return { ok: false, refusal: 'encrypted' }
  return { ok: false, refusal: code === pdfFaults.bomb ? 'bomb' : 'damaged' }
}
