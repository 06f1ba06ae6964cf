import { check } from '@portal/content/attachments/check/check'
import { createDecrypt } from '@portal/content/attachments/check/pdf/decrypt'
import { createRedraw } from '@portal/content/attachments/check/picture'

const queue = { run: <T>(work: () => Promise<T>) => work() }

/** What looks into pictures and locked PDFs. */
export const checkTools = { redraw: createRedraw(queue), decrypt: createDecrypt(queue) }
/** Joins bytes and Latin text. */
export const bytesOf = (...parts: (Buffer | string)[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
  )

/** What a file is taken as, or why it is not. */
export async function verdict(content: Buffer | string): Promise<string> {
  const bytes = bytesOf(content)
  const from = async function* (start: number) {
    yield bytes.subarray(start)
  }
  const checked = await check({ size: bytes.length, from }, checkTools)
  return checked.ok ? checked.type : `refused: ${checked.refusal}`
}
