import { composeOpinion, type OpinionStep } from '../../../contracts/papers/opinion.ts'
import type { EventBody } from '../../events/event.ts'

function stepOf(body: EventBody): OpinionStep | null {
  switch (body.kind) {
    case 'replied':
      return 'reply'
    case 'reply-corrected':
      return 'correct-reply'
    case 'reviewed':
      return body.level
    case 'reply-proposed':
      return body.step
    default:
      return null
  }
}

/** Whether the text of an opinion is what its parts make, where it has any: it is what the petitioner reads. */
export function isOfItsParts(body: EventBody): boolean {
  const step = stepOf(body)
  if (step === null || !('parts' in body) || !body.parts) return true
  return 'text' in body && body.text === composeOpinion(step, body.parts)
}
