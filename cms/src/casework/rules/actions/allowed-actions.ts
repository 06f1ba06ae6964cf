import type { CaseState } from '@portal/content/schema/petition/state'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import type { CaseActionKind } from '../../../contracts/cases/desk-state.ts'
import { opinionSteps } from '../../../contracts/papers/opinion.ts'
import type { CaseFile } from '../case/case-file.ts'
import { hindrance } from './hindrance.ts'
import { assistingOf } from '../case/referral.ts'
import type { Party } from '../wall.ts'

/** A written opinion may pass by a second reader wherever it may go out. */
const reading: CaseActionKind[] = ['send-reply', 'return-reply', 'propose-reply']

/** While units are at work the bureau may press them by letter. */
const pressing: CaseActionKind[] = ['remind', 'supervise']

/** What a state allows, in the order in which it is offered: the likely first. */
const allowed: Record<CaseState, CaseActionKind[]> = {
  received: ['register', 'correct'],
  registered: ['refer', 'accept', 'decline', 'reply', ...reading, 'correct'],
  referred: [
    'accept',
    'decline',
    'object',
    'advise',
    'reply',
    ...reading,
    'refer',
    ...pressing,
    'add-units',
    'ask-petitioner',
    'recall',
    'correct',
  ],
  accepted: [
    'approve-extension',
    'refuse-extension',
    'reply',
    ...reading,
    'accept',
    'object',
    'advise',
    'extend',
    'ask-extension',
    'ask-petitioner',
    'mediate',
    'hear',
    ...pressing,
    'add-units',
    'recall',
    'correct',
  ],
  declined: ['close', 'correct'],
  replied: ['close', 'correct-reply', ...reading, 'correct'],
  reviewing: ['review', ...reading, 'correct'],
  reviewed: ['close', 'correct'],
  're-reviewing': ['re-review', ...reading, 'hear', 'correct'],
  're-reviewed': ['close', 'correct'],
  closed: ['correct-reply', ...reading, 'reopen'],
  withdrawn: [],
}

/** What the unit in the lead does itself. */
const ofLead: CaseActionKind[] = [
  'accept',
  'decline',
  'object',
  'reply',
  'propose-reply',
  'ask-extension',
  'ask-petitioner',
  'mediate',
  'hear',
  'correct-reply',
  'answer-supervision',
]
/** What a unit beside it does itself. */
const ofAssisting: CaseActionKind[] = ['accept', 'object', 'advise', 'answer-supervision']

/** What a dissatisfied petitioner asks of the office, wherever the case stands. */
const followUps: CaseActionKind[] = ['follow-up', 'assign-follow-up']

/** Where a letter of the bureau's may still be answered: also after the unit has decided. */
const answering: CaseState[] = ['referred', 'accepted', 'declined', 'replied']

function inOrder({ state, dissatisfaction, supervisions }: CaseFile): CaseActionKind[] {
  const waits = dissatisfaction !== null && dissatisfaction.followedUpAt === null
  const isPressed = supervisions.some(({ answeredAt }) => answeredAt === null)
  return [
    ...(waits ? followUps : []),
    ...allowed[state],
    ...(isPressed && answering.includes(state) ? ['answer-supervision' as const] : []),
  ]
}

/** Whether a step is one that a party takes itself, whatever the state. */
export function isTheirs(kind: CaseActionKind, file: CaseFile, party: Party): boolean {
  // The bureau writes down what a unit has said on paper; it extends at once.
  if (party.kind === 'bureau') return kind !== 'ask-extension'
  if (kind === 'follow-up') {
    const owner = file.dissatisfaction?.owner
    return owner?.kind === 'unit' && owner.unit.id === party.unit
  }
  const own = assistingOf(file.referrals, party.unit) ? ofAssisting : ofLead
  return own.includes(kind)
}

const answer: CaseActionKind = 'answer-supervision'

/** The states in which units are at work. */
const working: CaseState[] = ['referred', 'accepted']

/** Whether a state has a place for a step. */
export function isInOrder(kind: CaseActionKind, file: CaseFile): boolean {
  return inOrder(file).includes(kind)
}

/** The steps that a party may take now. */
export function allowedActions(
  file: CaseFile,
  party: Party,
  table: Workdays,
  now: Date,
): CaseActionKind[] {
  const unit = party.kind === 'unit' ? party.unit : null
  const may = inOrder(file).filter(
    (kind) => isTheirs(kind, file, party) && hindrance(kind, unit, file, table, now) === null,
  )
  // A unit is asked for its answer first; the bureau seldom writes one down for it.
  may.sort((a, b) => (unit === null ? 0 : Number(b === answer) - Number(a === answer)))
  // There is something to be read where something may go out.
  const hasOpinion = opinionSteps.some((step) => may.includes(step))
  return hasOpinion ? may : may.filter((kind) => kind !== 'propose-reply')
}

/** Whether units are at work, so that one that is accused is to lose the case at once. */
export function isWithUnits({ state }: Pick<CaseFile, 'state'>): boolean {
  return working.includes(state)
}
