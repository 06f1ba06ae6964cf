import { satisfactions } from '@portal/content/schema/evaluation'
import type { OpinionStep } from '../../contracts/opinion.ts'
import type { Happening } from '../../contracts/case-desk.ts'
import { wordOf, type CaseEvent, type EventBody } from '../events/event.ts'
import type { CaseFile } from './case-file.ts'
import { leadOf } from './referral.ts'
import type { Party } from './wall.ts'

const proposalWords: Record<OpinionStep, string> = {
  reply: '答复',
  'correct-reply': '更正后的答复',
  review: '复查意见',
  're-review': '复核意见',
}

/** What staff read of an event that the petitioner is not told of. */
function internalWords(body: EventBody): string {
  switch (body.kind) {
    case 'accepted':
      return `${body.unit.name}参加办理。`
    case 'objected':
      return `${body.unit.name}提出异议，不参加办理。理由：${body.reason}`
    case 'recalled':
      return `已从${body.units.map(({ name }) => name).join('、')}收回。原因：${body.reason}`
    case 'accused-settled': {
      const names = body.accused.map(({ name }) => name).join('、')
      return `填写了被检举控告的单位：${names || '没有指明单位'}。`
    }
    case 'extension-asked':
      return `${body.unit.name}申请延期 ${body.days} 日。理由：${body.reason}`
    case 'extension-answered':
      return `没有批准延期。理由：${body.reason}`
    case 'unit-advised':
      return `${body.unit.name}提出了会办意见。`
    case 'reply-proposed':
      return `${proposalWords[body.step]}已送审，等第二人审阅后发出。`
    case 'reply-returned':
      return `审阅后退回修改。意见：${body.remark}`
    case 'case-taken-over':
      return '办理过程移入办件记录。'
    default:
      return '办件有了变化。'
  }
}

/** The words that were written with an event, beside the sentence that says what happened. */
function writtenWords(body: EventBody): string {
  switch (body.kind) {
    case 'supplemented':
    case 'unit-advised':
    case 'replied':
    case 'reply-corrected':
    case 'reply-proposed':
    case 'reviewed':
      return body.text
    case 'withdrawal-asked':
      return body.reason
    case 'appealed':
      return body.grounds
    case 'evaluated':
      return [satisfactions[body.satisfaction], body.comment].filter(Boolean).join('：')
    case 'mediated':
    case 'heard':
      return body.record
    case 'extension-answered':
      return body.granted ? body.reason : ''
    default:
      return ''
  }
}

/** An event in words for staff. */
export function describeEvent({ at, actor, body }: CaseEvent): Happening {
  const text = body.told ?? internalWords(body)
  return { at, by: wordOf(actor), text, words: writtenWords(body) }
}

/**
 * Whether a party that sees the case may read an event: what the petitioner is told everybody; what is between
 * the bureau and one unit these two, and of units beside the lead, the lead.
 */
export function mayRead({ body }: CaseEvent, { referrals }: CaseFile, party: Party): boolean {
  if (party.kind === 'bureau' || body.told !== null) return true
  const isLead = leadOf(referrals)?.unit.id === party.unit
  if ('unit' in body && body.unit !== null) return isLead || body.unit.id === party.unit
  return isLead && body.kind === 'extension-answered'
}
