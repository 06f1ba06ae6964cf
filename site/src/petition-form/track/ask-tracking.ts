import { postFields, textFields } from '../timed-request.ts'
import type { MessageAnswer } from './later-messages/message-notice.ts'

/** Posts a form of the tracking page as the browser would, and asks for the answer as data. */
export async function askTracking(form: HTMLFormElement): Promise<MessageAnswer> {
  type Answer = MessageAnswer | { kind: 'refused' }
  const answer = await postFields<Answer>(form.action, textFields(form))
  if (!answer) return { kind: 'offline' }
  return answer.kind === 'refused' ? { kind: 'failed' } : answer
}
