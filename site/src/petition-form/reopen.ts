import type { TypedFields } from '../petition/fields.ts'
import type { Petitions } from '../server/endpoints/petitions.ts'
import { typedFields } from './submission-response.ts'
import type { Notice } from './notice.ts'
import { resumeNotice } from './resume-notice.ts'
import { saveAnswerOf, wipeAnswerOf, wiped } from './saved-answer.ts'
import type { Opening, SaveAnswer, WipeAnswer } from './saved-answer.ts'

type Posted = NonNullable<Petitions['posted']>
type Form = { key: string; typed: TypedFields; opening: Opening }

/** What the resume page answers with: a form, the question for the code, or that all is wiped. */
export type Reopening = {
  status: number
  retryAfter?: number
  /** The same for a script, where that may ask. */
  data?: SaveAnswer | WipeAnswer
} & (
  | { show: 'form'; form: Form }
  | { show: 'question'; notice: Notice | null; typed: string }
  | { show: 'wiped' }
)

/** Does what was posted to the resume page: saves a form, opens one again, or wipes one. */
export async function reopen(petitions: Petitions): Promise<Reopening> {
  const { posted } = petitions
  if (!posted) return { status: 200, show: 'question', notice: null, typed: '' }
  const intent = posted.get('intent')
  if (intent === 'save') return save(petitions, posted)
  if (intent === 'wipe') return wipe(petitions, posted)
  return resume(petitions, posted.get('resumeCode') ?? '')
}

async function save(petitions: Petitions, posted: Posted): Promise<Reopening> {
  const typed = typedFields(posted)
  const typedKey = posted.get('key') ?? ''
  const { answer, status } = saveAnswerOf(await petitions.saveDraft(typed, typedKey))
  const form: Form =
    answer.kind === 'saved'
      ? { key: answer.key, typed, opening: answer }
      : { key: typedKey || petitions.newKey(), typed, opening: told(answer.notice) }
  return { status, ...waiting(answer), data: answer, show: 'form', form }
}

async function wipe(petitions: Petitions, posted: Posted): Promise<Reopening> {
  const code = posted.get('resumeCode') ?? ''
  const wiping = await petitions.wipeDraft(code)
  // Only a form that is still there comes with its key; what stands in it must not get lost.
  const key = posted.get('key')
  if (key === undefined && wiping.kind === 'not-found') return question(wiping.kind, code, wiping)
  const { answer, status } = wipeAnswerOf(wiping)
  const common = { status, ...waiting(answer), data: answer }
  const notice = answer.kind === 'wiped' ? wiped : answer.notice
  if (key !== undefined) {
    return {
      ...common,
      show: 'form',
      form: { key, typed: typedFields(posted), opening: told(notice) },
    }
  }
  return answer.kind === 'wiped'
    ? { ...common, show: 'wiped' }
    : { ...common, show: 'question', notice, typed: code }
}

async function resume(petitions: Petitions, typedCode: string): Promise<Reopening> {
  const resuming = await petitions.resumeDraft(typedCode)
  if (resuming.kind !== 'resumed') return question(resuming.kind, typedCode, resuming)
  const { code, key, typed } = resuming
  const savedAt = resuming.savedAt.toISOString()
  const until = resuming.until.toISOString()
  return {
    status: 200,
    show: 'form',
    form: { key, typed, opening: { kind: 'resumed', code, savedAt, until } },
  }
}

function question(
  kind: Parameters<typeof resumeNotice>[0],
  typed: string,
  answer: object,
): Reopening {
  const { status, ...notice } = resumeNotice(kind)
  return { status, ...waiting(answer), show: 'question', notice, typed }
}

function told(notice: Notice): Opening {
  return { kind: 'told', notice }
}

function waiting(answer: object): { retryAfter?: number } {
  const retryAfter = 'retryAfter' in answer ? answer.retryAfter : undefined
  return typeof retryAfter === 'number' ? { retryAfter } : {}
}
