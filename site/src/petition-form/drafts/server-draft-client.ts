import { address } from '../../layouts/address.ts'
import type { TypedFields } from '../../petition/fields/fields.ts'
import { postFields } from '../timed-request.ts'
import type { FormMessage } from '../submit/form-message.ts'
import type { SaveAnswer, WipeAnswer } from './server-draft-answer.ts'

/** Saves what stands in a form, under its key. */
export async function saveServerDraft(
  typed: TypedFields,
  { key, step }: { key: string; step: string },
): Promise<SaveAnswer> {
  const answer = await post<SaveAnswer>({ ...typed, key, step, intent: 'save' })
  return answer.kind === 'missed' ? { kind: 'unsaved', notice: answer.notice } : answer
}

/** Wipes what is saved under a code. */
export async function wipeServerDraft(resumeCode: string): Promise<WipeAnswer> {
  const answer = await post<WipeAnswer>({ resumeCode, intent: 'wipe' })
  return answer.kind === 'missed' ? { kind: 'unwiped', notice: answer.notice } : answer
}

const offline = { title: '没有连上网站', text: '请检查网络，再按一次。您写的内容都还在这一页。' }

type Missed = { kind: 'missed'; notice: FormMessage }

async function post<T>(fields: Record<string, string>): Promise<T | Missed> {
  const url = address('/petition/resume/')
  // It arrives also where the page is left meanwhile.
  const init = { keepalive: true }
  type Answer = T | { kind: 'refused'; message: string }
  const answer = await postFields<Answer>(url, new URLSearchParams(fields), init)
  if (!answer) return { kind: 'missed', notice: offline }
  if (typeof answer === 'object' && 'message' in answer) {
    return { kind: 'missed', notice: { title: '没有办成', text: answer.message } }
  }
  return answer as T
}
