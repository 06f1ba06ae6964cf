import { check } from '../../../site/src/petition/attachments/check/check.ts'
import { createDecrypt } from '../../../site/src/petition/attachments/check/pdf/decrypt.ts'
import { createRedraw } from '../../../site/src/petition/attachments/check/picture.ts'

/** What looks into pictures and locked PDFs. */
export const checkTools = { redraw: createRedraw(), decrypt: createDecrypt() }
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
