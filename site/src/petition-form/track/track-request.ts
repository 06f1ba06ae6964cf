import type { PostedFields } from '../../petition/fields/fields.ts'
import type { TypedLaterMessage } from '../../petition/later-messages/forms.ts'
import type { LaterMessageOutcome } from '../../petition/later-messages/send.ts'
import { lineEnds } from '@portal/content/characters/typed-text'
import type { Credentials } from '../../petition/access/verify.ts'

/** What the visitor shows to be let in, as posted. */
export function readCredentials(posted: PostedFields | null): Credentials {
  return { number: posted?.get('number') ?? '', code: posted?.get('code') ?? '' }
}

/** A later message's fields as posted. */
export function readLaterMessage(posted: PostedFields | null): TypedLaterMessage {
  const names = [
    'satisfaction',
    'comment',
    'text',
    'reason',
    'grounds',
    'level',
    'key',
    'attachments',
    'remove',
    'confirmed',
  ] as const
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = posted?.get(name)
      return value === undefined ? [] : [[name, lineEnds(value)]]
    }),
  )
}

/** The HTTP status of what came of a later message; `null` where the tracking's own says enough. */
export function outcomeStatus({ kind }: LaterMessageOutcome): number | null {
  const statuses = { faults: 422, 'files-gone': 422, closed: 409, unavailable: 503 }
  return kind in statuses ? statuses[kind as keyof typeof statuses] : null
}
