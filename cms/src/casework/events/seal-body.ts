import { randomBytes } from 'node:crypto'
import { readDeskKeys } from '../vault/desk-keys.ts'
import { openText, sealText } from '../vault/seal.ts'
import { eventBody, type EventBody } from './event.ts'

type Place = { number: string; sequence: number; kind: string }

const placeOf = ({ number, sequence, kind }: Place) => ({
  type: 'case-event',
  row: `${number} ${sequence}`,
  field: kind,
})

/**
 * Seals what an event says under a key of its own. The vault keeps that key sealed under the desk's,
 * which may change; what is sealed here never does, so that the hash over it holds.
 */
export function sealBody(place: Place, body: EventBody): { body: string; key: string } {
  const key = randomBytes(32).toString('base64url')
  return { key, body: sealText(readDeskKeys(key), placeOf(place), JSON.stringify(body)) }
}

/** What an event says; null where it does not open, or is not of its kind. */
export function openBody(place: Place, sealed: string, key: string): EventBody | null {
  try {
    const text = openText(readDeskKeys(key), placeOf(place), sealed)
    const body = text === null ? null : eventBody.parse(JSON.parse(text))
    return body?.kind === place.kind ? body : null
  } catch {
    return null
  }
}
