import { z } from 'zod'

/** How hard a challenge is; see `challenge.ts` for why. */
export const algorithm = 'PBKDF2/SHA-256'

const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`))

/** A solved challenge of the ALTCHA protocol, version 2, as far as this portal gives any. */
const payload = z.strictObject({
  challenge: z.strictObject({
    parameters: z.strictObject({
      algorithm: z.literal(algorithm),
      cost: z.int().positive(),
      expiresAt: z.int().positive(),
      keyLength: z.literal(32),
      keyPrefix: hex(32),
      keySignature: hex(64),
      nonce: hex(32),
      salt: hex(32),
    }),
    signature: hex(64),
  }),
  solution: z.object({ counter: z.int().nonnegative(), derivedKey: hex(64) }),
})

type Payload = z.infer<typeof payload>

/** What a challenge's signature is over: the parameters as JSON, in the order of their names. */
export function signedParameters(parameters: Payload['challenge']['parameters']): string {
  return JSON.stringify(parameters, Object.keys(parameters).sort())
}

/** A proof is about nine hundred signs long. */
const longest = 2_000

/** What a form brings in its field `proof`: base64 of JSON. `null` where it is none of ours. */
export function parsePayload(typed: string): Payload | null {
  if (typed.length > longest) return null
  try {
    const parsed = payload.safeParse(JSON.parse(Buffer.from(typed, 'base64').toString('utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
