import { evaluation } from '@portal/content/schema/petition/evaluation'
import fc from 'fast-check'
import type { Actor, CaseEvent, EventBody } from '../../../cms/src/casework/events/event.ts'
import type { UnitRef } from '../../../cms/src/casework/events/parts.ts'
import type { Action, OpinionAction } from '../../../cms/src/casework/rules/actions/action.ts'
import type { CaseFile } from '../../../cms/src/casework/rules/case/case-file.ts'
import { allowedActions } from '../../../cms/src/casework/rules/actions/allowed-actions.ts'
import { followUpAfter } from '../../../cms/src/casework/rules/petitioner/open-follow-up.ts'
import { takeNote } from '../../../cms/src/casework/rules/actions/note.ts'
import { decide } from '../../../cms/src/casework/rules/actions/decide.ts'
import {
  takeAppeal,
  takeSupplement,
  takeWithdrawal,
} from '../../../cms/src/casework/rules/petitioner/later-messages.ts'
import { linkRepeat } from '../../../cms/src/casework/rules/repeats/link-repeat.ts'
import { settleOnSpot } from '../../../cms/src/casework/rules/actions/settle-on-spot.ts'
import { applyEvent, projectCase } from '../../../cms/src/casework/rules/case/project-case.ts'
import type { CaseActionKind, KeptAttachment } from '../../../cms/src/contracts/case-desk.ts'
import {
  composeOpinion,
  opinionSteps,
  type OpinionParts,
  type OpinionStep,
} from '../../../cms/src/contracts/opinion.ts'
import type { Party } from '../../../cms/src/casework/rules/wall.ts'
import { civil, filed, housing, lighting } from './facts.ts'

export const units = [lighting, civil, housing]
const number = '1234567890123456'

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
const start = fc.oneof(
  fc.constantFrom(...odd),
  fc.date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true }),
)

const minute = 60_000
const day = 1_440 * minute
/** How long nothing happens; a message that lay in the mailbox comes a little before what is there. */
const pause = fc.oneof(
  fc.constantFrom(0, minute, day, 15 * day, 30 * day, 60 * day, -minute),
  fc.integer({ min: 0, max: 70 * day }),
)

const unit = fc.constantFrom(...units)
const reason = fc.constantFrom('情况复杂', '转错了', '写错了一个字')
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
const asked = fc.record({
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
type Asked = typeof asked extends fc.Arbitrary<infer A> ? A : never

/** The text of an opinion, made of its parts where it has them. */
function opinionOf(step: OpinionStep, { reason, days, parts: written }: Asked) {
  return written
    ? { text: composeOpinion(step, written), parts: written }
    : { text: `${reason} ${days}` }
}

function actionOf(kind: CaseActionKind, given: Asked, file: CaseFile): Action {
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

const party: fc.Arbitrary<Party> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ kind: 'bureau' as const }) },
  { weight: 1, arbitrary: unit.map(({ id }) => ({ kind: 'unit' as const, unit: id })) },
)
const names = fc.subarray(units).map((chosen) => chosen.map(({ id }) => id))
const sent = fc.record({ text: reason, files: fc.constant<KeptAttachment[]>([]), names })

/** What happens next, if it may. */
type Happening =
  /** `choice` is among the steps that are offered then, or among all. */
  | { by: 'staff'; choice: number; any: boolean; asked: Asked; party: Party }
  | { by: 'accused'; accused: UnitRef[] }
  /** At registration: settled on the spot, or a repeat of an earlier case. */
  | { by: 'registrar'; text: string; of: string | null }
  | { by: 'note'; party: Party; text: string; names: string[] }
  | { by: 'petitioner'; write: (file: CaseFile, at: string) => EventBody }

const written = fc.oneof(
  sent.map((one) => (file: CaseFile) => takeSupplement({ ...file, evaluated: false }, one)),
  fc.tuple(fc.constantFrom('review' as const, 're-review' as const), sent).map(
    ([level, one]) =>
      (file: CaseFile, at: string) =>
        takeAppeal({ ...file, evaluated: false }, level, one, at, table),
  ),
  fc
    .tuple(fc.constantFrom(...evaluation.shape.satisfaction.options), names)
    .map(([given, named]) => () => ({
      kind: 'evaluated' as const,
      told: '信访人评价。',
      satisfaction: given,
      comment: '',
      names: named,
    })),
)

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      by: fc.constant('staff' as const),
      choice: fc.nat(),
      any: fc.integer({ min: 0, max: 4 }).map((one) => one === 0),
      asked,
      party,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      by: fc.constant('registrar' as const),
      text: reason,
      of: fc.option(fc.constantFrom('1111222233334444', '1234567890123456')),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ by: fc.constant('accused' as const), accused: fc.subarray(units) }),
  },
  {
    weight: 1,
    arbitrary: sent.map((one) => ({
      by: 'petitioner' as const,
      write: (file: CaseFile) => takeWithdrawal({ ...file, evaluated: false }, one),
    })),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      by: fc.constant('note' as const),
      party,
      text: reason,
      names: fc.subarray(units).map((chosen) => chosen.map(({ name }) => name)),
    }),
  },
  {
    weight: 6,
    arbitrary: written.map((write) => ({ by: 'petitioner' as const, write })),
  },
)

const kinds: CaseActionKind[] = [
  'register',
  'refer',
  'accept',
  'decline',
  'object',
  'reply',
  'extend',
  'advise',
  'recall',
  'correct',
  'review',
  're-review',
  'close',
  'reopen',
  'follow-up',
  'assign-follow-up',
]
const clerk: Actor = { kind: 'staff', id: 1, name: '张' }
const petitioner: Actor = { kind: 'petitioner' }

function bodiesOf(
  what: Happening,
  file: CaseFile,
  at: Date,
): { actor: Actor; bodies: EventBody[] } {
  if (what.by === 'petitioner') {
    const body = what.write(file, at.toISOString())
    const then =
      body.kind === 'evaluated' ? followUpAfter(file, body.satisfaction, at.toISOString(), 15) : []
    return { actor: petitioner, bodies: [body, ...then] }
  }
  if (what.by === 'note') {
    const note = takeNote(file, what.party, what.text, what.names)
    return { actor: clerk, bodies: note.ok ? [note.body] : [] }
  }
  if (what.by === 'registrar') {
    const { of, text } = what
    const taken = of === null ? settleOnSpot(file, text) : linkRepeat(file, of, text)
    return { actor: clerk, bodies: taken.ok ? [taken.body] : [] }
  }
  if (what.by === 'accused') {
    const settled = units.map(({ id }) => id)
    const { accused } = what
    return { actor: clerk, bodies: [{ kind: 'accused-settled', told: null, accused, settled }] }
  }
  const { choice, any, asked: given, party } = what
  // The last in the order is chosen as often as the first, so that cases come far.
  const offered = any ? kinds : allowedActions(file, party, table, at)
  const kind = offered[choice % offered.length]
  if (!kind) return { actor: clerk, bodies: [] }
  const own = party.kind === 'unit' ? units.find(({ id }) => id === party.unit) : undefined
  const action = actionOf(kind, { ...given, unit: own ?? given.unit }, file)
  // Another reads what the clerk has written.
  const reading = { by: kind === 'send-reply' ? 2 : 1, secondReader: given.secondReader }
  const decision = decide(file, action, party, at, table, reading)
  return { actor: clerk, bodies: decision.ok ? decision.events : [] }
}

/** How it came; by the online form for most. */
const channel = fc.option(fc.constantFrom('visit', 'letter', 'call', 'grid'), {
  nil: undefined,
  freq: 2,
})

/** A case's events, as they came about by the desk's own rules at moments of every kind. */
export const history: fc.Arbitrary<CaseEvent[]> = fc
  .tuple(
    start,
    channel,
    fc.array(fc.tuple(pause, happening), { minLength: 5, maxLength: 40, size: 'max' }),
  )
  .map(([begin, came, steps]) => {
    let at = begin
    const events: CaseEvent[] = [
      {
        number,
        sequence: 1,
        at: begin.toISOString(),
        actor: came ? clerk : petitioner,
        body: filed(came && { channel: came }),
      },
    ]
    let file = projectCase(events)
    for (const [wait, what] of steps) {
      at = new Date(at.getTime() + wait)
      const { actor, bodies } = bodiesOf(what, file, at)
      for (const body of bodies) {
        const sequence = events.length + 1
        const event = { number, sequence, at: at.toISOString(), actor, body }
        events.push(event)
        file = applyEvent(file, event)
      }
    }
    return events
  })
