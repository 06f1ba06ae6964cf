import type { Challenge } from 'altcha-lib/types'
import { address } from '../../layouts/address.ts'

/**
 * A proof of work, or nothing where the portal gives no challenge or this browser cannot hash.
 * @throws where the network fails
 */
export async function makeProof(): Promise<string> {
  // Only pages from https or this same machine have it.
  if (!globalThis.crypto?.subtle) return ''
  const response = await fetch(address('/petition/challenge/'))
  if (!response.ok) return ''
  const challenge = (await response.json()) as Challenge
  const { solve } = await import('./solve.ts')
  return solve(challenge)
}
