import { createHmac } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

/**
 * One byte that a number's right code has and 255 of 256 wrong ones have not, by HMAC-SHA-256 (RFC
 * 2104) under a secret of the portals and the desk. It tells the holder from a flood of guesses without the slow hash.
 * Whoever guesses cannot compute it, and learns nothing of other codes from it; whoever steals mailbox
 * and secret has eight of the code's 55.7 bits for it, and the slow hash for the rest.
 */
export function codeMark(pepper: KeyObject, number: string, code: string): number {
  const digest = createHmac('sha256', pepper).update(`mark v1 ${number} ${code}`).digest()
  return digest[0] ?? 0
}
