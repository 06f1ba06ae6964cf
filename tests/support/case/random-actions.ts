import fc from 'fast-check'
import type { Action, OpinionAction } from '../../../cms/src/casework/rules/actions/action.ts'
import type { CaseFile } from '../../../cms/src/casework/rules/case/case-file.ts'
import type { CaseActionKind } from '../../../cms/src/contracts/cases/desk-state.ts'
import {
  composeOpinion,
  opinionSteps,
  type OpinionParts,
  type OpinionStep,
} from '../../../cms/src/contracts/papers/opinion.ts'
import { civil, housing, lighting } from './facts.ts'

export const units = [lighting, civil, housing]
export const number = '1234567890123456'

/** Years as the law's tables have them: a festival, a Saturday that is worked, and a year without a table. */
export const table = {
  '2026': {
    off: ['2026-02-15/2026-02-23', '2026-05-01/2026-05-05', '2026-10-01/2026-10-07'],
    on: ['2026-02-14', '2026-02-28', '2026-09-20', '2026-10-10'],
  },
  '2027': { off: ['2027-01-01'], on: [] },
  '2028': { off: [], on: [] },
}

/** Moments at which counting goes wrong: midnight in Shanghai, month ends, leap days, days before a festival. */
const odd = [
  '2026-01-31T15:59:59.999Z',
  '2026-01-31T16:00:00.000Z',
  '2026-02-13T02:00:00.000Z',
  '2026-02-28T15:59:00.000Z',
  '2026-09-30T15:59:59.000Z',
  '2026-12-31T16:00:00.000Z',
  '2028-02-28T15:59:59.000Z',
  '2028-02-28T16:00:00.000Z',
  '2028-12-30T01:00:00.000Z',
].map((text) => new Date(text))
export const start = fc.oneof(
  fc.constantFrom(...odd),
  fc.date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true }),
)

const minute = 60_000
const day = 1_440 * minute
/** How long nothing happens; a message that lay in the mailbox comes a little before what is there. */
export const pause = fc.oneof(
  fc.constantFrom(0, minute, day, 15 * day, 30 * day, 60 * day, -minute),
  fc.integer({ min: 0, max: 70 * day }),
)

export const unit = fc.constantFrom(...units)
export const reason = fc.constantFrom('情况复杂', '转错了', '写错了一个字')
const assignments = fc
  .tuple(fc.shuffledSubarray(units, { minLength: 1 }), fc.boolean())
  .map(([chosen, due]) =>
    chosen.map((one, index) => ({
      unit: one,
      lead: index === 0,
      note: '',
      dueOn: due ? '2028-06-30' : null,
    })),
  )
const part = fc.constantFrom(
  '路灯不亮',
  '三号楼前\n已经查看',
  '予以修复',
  '《信访工作条例》第三十二条第一款',
)
const parts: fc.Arbitrary<OpinionParts> = fc
  .tuple(part, part, part, part)
  .map(([request, facts, opinion, basis]) => ({ request, facts, opinion, basis, citations: [] }))
/** All that any step may ask for. */
export const asked = fc.record({
  unit,
  units: assignments,
  recalled: fc.subarray(units, { minLength: 1 }),
  days: fc.integer({ min: 1, max: 31 }),
  reason,
  agreed: fc.boolean(),
  ground: fc.constantFrom('litigation' as const, 'final' as const),
  step: fc.constantFrom(...opinionSteps),
  /** Null where the text was written in one piece. */
  parts: fc.option(parts),
  secondReader: fc.boolean(),
  change: fc.constantFrom(
    { field: 'category' as const, to: 'claim' as const },
    { field: 'category' as const, to: 'accusation' as const },
    { field: 'topic' as const, to: '城乡建设' },
  ),
})
export type Asked = typeof asked extends fc.Arbitrary<infer A> ? A : never

/** The text of an opinion, made of its parts where it has them. */
function opinionOf(step: OpinionStep, { reason, days, parts: written }: Asked) {
  return written
    ? { text: composeOpinion(step, written), parts: written }
    : { text: `${reason} ${days}` }
}

export function actionOf(kind: CaseActionKind, given: Asked, file: CaseFile): Action {
  const { unit, units: assigned, recalled, days, reason, agreed, ground, change } = given
  const text = `${reason} ${days}`
  switch (kind) {
    case 'register':
    case 'close':
      return { kind }
    case 'refer':
      return { kind, units: assigned }
    case 'add-units':
      return { kind, units: assigned.map((one) => ({ ...one, lead: false })) }
    case 'accept':
      return { kind, unit }
    case 'decline':
      return { kind, unit, ground, reason }
    case 'object':
      return { kind, unit, reason }
    case 'recall':
      return { kind, units: recalled, reason }
    case 'extend':
    case 'ask-extension':
      return { kind, days, reason }
    case 'approve-extension':
    case 'refuse-extension':
    case 'reopen':
      return { kind, reason }
    case 'ask-petitioner':
      return { kind, question: reason }
    case 'mediate':
      return { kind, on: '2026-03-01', agreed, record: reason }
    case 'hear':
      return { kind, days, on: null, record: reason }
    case 'advise':
      return { kind, unit, text }
    case 'reply':
      return { kind, unit, ...opinionOf(kind, given) }
    case 'correct-reply':
      return { kind, reason, ...opinionOf(kind, given) }
    case 'propose-reply':
      return { kind, proposed: actionOf(given.step, given, file) as OpinionAction }
    case 'send-reply': {
      const proposed = actionOf(file.proposal?.step ?? given.step, given, file) as OpinionAction
      return { kind, proposed }
    }
    case 'return-reply':
      return { kind, remark: reason }
    case 'correct':
      return { kind, change, reason }
    case 'review':
    case 're-review':
      return { kind, body: reason, ...opinionOf(kind, given) }
    case 'remind':
    case 'supervise':
      return { kind, unit, reason, dueOn: '2028-06-30' }
    case 'answer-supervision':
      return { kind, unit, text }
    case 'follow-up':
      return { kind, record: reason }
    case 'assign-follow-up':
      return {
        kind,
        owner: agreed ? { kind: 'unit', unit } : { kind: 'clerk', id: days, name: '张' },
      }
  }
}
