import { Buffer } from 'node:buffer'
import { keyLines } from './key-lines.ts'

/** A file of the desk's keys that holds none, or something else; the message shows no part of a key. */
export class DeskKeyError extends Error {
  override name = 'DeskKeyError'
}

/**
 * The keys under which the desk keeps cases: 32 bytes in base64url a line, the newest first; `#`
 * starts a comment.
 * @throws DeskKeyError where there is none, or a line is none
 */
export function parseDeskKeys(text: string): Buffer[] {
  const lines = keyLines(text)
  if (lines.length === 0) throw new DeskKeyError('没有密钥')
  return lines.map((line) => {
    const secret = Buffer.from(line, 'base64url')
    if (secret.length === 32 && secret.toString('base64url') === line) return secret
    throw new DeskKeyError('有一行不是密钥')
  })
}
