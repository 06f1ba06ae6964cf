import { refusals } from '../petition/attachments/refusal.ts'
import type { Faults, TypedFields } from '../petition/fields.ts'
import { fieldNames } from '../petition/fields.ts'
import type { Failed } from '../server/endpoints/petitions.ts'
import type { Rejection } from '../petition/proof/submission-guard.ts'
import type { Submission } from '../petition/submit.ts'
import { lineEnds } from '../petition/text.ts'

/** What the petition page answers to a posted form, to a browser without a script as to one with. */
export type Answer =
  | { kind: 'receipt'; number: string; code: string; receivedAt: string }
  | { kind: 'faults'; faults: Faults }
  /** Sent before with other words. `key` is a fresh one, under which it would be a further petition. */
  | { kind: 'conflict'; number: string; key: string }
  | { kind: 'bad-key'; key: string }
  /** Files cannot come along: each with what to do. Where there is none, some are not there any more. */
  | { kind: 'attachments'; refused: { name: string; message: string }[] }
  /** Too much is filed just now, from here or everywhere, or a proof or the trap says no. */
  | Rejection
  | { kind: 'failed' }

/** The answer to a submission, with the HTTP status that says the same. */
export function answerOf(
  submission: Submission | Rejection | Failed,
  newKey: () => string,
): { answer: Answer; status: number } {
  switch (submission.kind) {
    case 'receipt': {
      const { number, code, receivedAt } = submission
      const answer: Answer = { kind: 'receipt', number, code, receivedAt: receivedAt.toISOString() }
      return { answer, status: 200 }
    }
    case 'faults':
      return { answer: submission, status: 422 }
    case 'bad-key':
      return { answer: { kind: 'bad-key', key: newKey() }, status: 422 }
    case 'conflict':
      return { answer: { ...submission, key: newKey() }, status: 409 }
    case 'attachments': {
      const refused = submission.refused.map(({ name, refusal }) => ({
        name,
        message: refusals[refusal],
      }))
      return { answer: { kind: 'attachments', refused }, status: 422 }
    }
    case 'trapped':
      return { answer: submission, status: 422 }
    case 'unproven':
      return { answer: submission, status: 400 }
    case 'limited':
      return { answer: submission, status: 429 }
    case 'unavailable':
      return { answer: submission, status: 503 }
    case 'failed':
      return { answer: submission, status: 500 }
  }
}

/** The fields of the form among those that were posted. */
export function typedFields(posted: Pick<ReadonlyMap<string, string>, 'get'>): TypedFields {
  const typed: TypedFields = {}
  for (const name of fieldNames) {
    const value = posted.get(name)
    if (value !== undefined) typed[name] = lineEnds(value)
  }
  return typed
}
