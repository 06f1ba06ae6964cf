import type { ReplyFields, ReplyPage, ProposalWords } from '../../contracts/papers/reply-page.ts'
import type { OpinionParts, OpinionStep } from '../../contracts/papers/opinion.ts'

const emptyParts: OpinionParts = {
  request: '',
  facts: '',
  opinion: '',
  basis: '',
  citations: [],
}

/** An opinion that was written in one piece before there were parts stands in the third. */
const inParts = (text: string, parts: OpinionParts | null) =>
  parts ?? { ...emptyParts, opinion: text }

const ofProposal = (proposal: ProposalWords): ReplyFields => {
  const { step, unit, body, reason, text, parts, files } = proposal
  return { step, unit, body, reason, parts: inParts(text, parts), files }
}

/** What stands on the page where nobody has written anything yet: what was given back, or is to be corrected. */
export function firstFields(page: ReplyPage): ReplyFields {
  const { proposal, returned, reply, steps, unit } = page
  if (returned?.own) return ofProposal(returned)
  if (proposal?.own) return ofProposal(proposal)
  const step: OpinionStep = steps[0] ?? 'reply'
  const parts = step === 'correct-reply' && reply ? inParts(reply.text, reply.parts) : emptyParts
  const files = step === 'correct-reply' && reply ? reply.files : []
  return { step, unit, body: '', reason: '', parts, files }
}

/** Whether two pages say the same. */
export const isSame = (one: ReplyFields, other: ReplyFields) =>
  JSON.stringify(one) === JSON.stringify(other)
