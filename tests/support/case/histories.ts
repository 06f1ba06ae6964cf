import { evaluation } from '@portal/content/schema/petition/evaluation'
import fc from 'fast-check'
import type { Actor, CaseEvent, EventBody } from '../../../cms/src/casework/events/event.ts'
import type { UnitRef } from '../../../cms/src/casework/events/event-fields.ts'
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
import type { CaseActionKind, KeptAttachment } from '../../../cms/src/contracts/cases/desk-state.ts'
import type { Party } from '../../../cms/src/casework/rules/wall.ts'
import { filed } from './facts.ts'
import {
  units,
  number,
  table,
  start,
  pause,
  unit,
  reason,
  asked,
  type Asked,
  actionOf,
} from './random-actions.ts'

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
