import { refusals } from '@portal/content/attachments/refusal'
import type { Faults, TypedFields } from '../../petition/fields/fields.ts'
import { fieldNames } from '../../petition/fields/fields.ts'
import type { Failed } from '../../petition/failures.ts'
import type { Rejection } from '../../petition/submit/proof/submission-guard.ts'
import type { Submission } from '../../petition/submit/submit.ts'
import { lineEnds } from '@portal/content/characters/typed-text'

/** What the petition page answers to a posted form, to a browser without a script as to one with. */
export type SubmissionResponse =
  | {
      kind: 'receipt'
      number: string
      code: string
      receivedAt: string
      title: string
      files: string[]
    }
  | { kind: 'faults'; faults: Faults }
  /** Sent before with other words. `key` is a fresh one, under which it would be a further petition. */
  | { kind: 'conflict'; number: string; key: string }
  | { kind: 'bad-key'; key: string }
  /** Files cannot come along: each with what to do. Where there is none, some are not there any more. */
  | { kind: 'attachments'; refused: { name: string; message: string }[] }
  /** Too much is filed just now, from here or everywhere, or a proof or the trap says no. */
  | Rejection
  | { kind: 'failed' }

/** The response to a submission, with the HTTP status that says the same. */
export function respondToSubmission(
  submission: Submission | Rejection | Failed,
  newKey: () => string,
): { response: SubmissionResponse; status: number } {
  switch (submission.kind) {
    case 'receipt': {
      const { number, code, receivedAt, title, files } = submission
      const response: SubmissionResponse = {
        kind: 'receipt',
        number,
        code,
        receivedAt: receivedAt.toISOString(),
        title,
        files,
      }
      return { response, status: 200 }
    }
    case 'faults':
      return { response: submission, status: 422 }
    case 'bad-key':
      return { response: { kind: 'bad-key', key: newKey() }, status: 422 }
    case 'conflict':
      return { response: { ...submission, key: newKey() }, status: 409 }
    case 'attachments': {
      const refused = submission.refused.map(({ name, refusal }) => ({
        name,
        message: refusals[refusal],
      }))
      return { response: { kind: 'attachments', refused }, status: 422 }
    }
    case 'trapped':
      return { response: submission, status: 422 }
    case 'unproven':
      return { response: submission, status: 400 }
    case 'limited':
      return { response: submission, status: 429 }
    case 'unavailable':
      return { response: submission, status: 503 }
    case 'failed':
      return { response: submission, status: 500 }
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
