import { join } from 'node:path'
import { runSandboxed } from '../sandbox.ts'
import type { Queue } from '../../received-file.ts'
import type { Refusal } from '../../refusal.ts'
import { pdfFaults } from '../limits.ts'

type Decrypted = { ok: true; bytes: Buffer } | { ok: false; refusal: Refusal }

/** A PDF as it reads when it is opened without a password. @throws what the queue throws when too many are waiting */
export type Decrypt = (pdf: Uint8Array) => Promise<Decrypted>

const script = join(import.meta.dirname, 'decrypt-process.ts')

/** Each PDF is decrypted in a process that is ended when it takes too long. */
export function createDecrypt(queue: Queue): Decrypt {
  return (pdf) => queue.run(() => decrypt(pdf))
}

async function decrypt(pdf: Uint8Array): Promise<Decrypted> {
  const { code, bytes } = await runSandboxed(script, pdf)
  if (code === 0 && bytes.length > 0) return { ok: true, bytes }
  if (code === pdfFaults.password) return { ok: false, refusal: 'encrypted' }
  return { ok: false, refusal: code === pdfFaults.bomb ? 'bomb' : 'damaged' }
}
