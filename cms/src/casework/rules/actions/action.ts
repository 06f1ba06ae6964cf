import type { Attachment } from '@portal/content/schema/petition/attachment'
import type { CaseActionKind } from '../../../contracts/cases/desk-state.ts'
import type { DeclineGroundCode } from '../../../contracts/cases/decline-grounds.ts'
import type { BodyOf } from '../../events/event.ts'
import type { OpinionParts } from '../../../contracts/papers/opinion.ts'
import type { Assignment, TaskOwner, UnitRef } from '../../events/event-fields.ts'

type Given<K extends CaseActionKind, T extends object = object> = { kind: K } & T

/** What staff do with a case, with what the step asks for. Days of a hearing count in a re-review only. */
export type Action =
  | Given<'register' | 'close'>
  | Given<'refer' | 'add-units', { units: Assignment[] }>
  | Given<'accept', { unit: UnitRef }>
  | Given<'decline', { unit: UnitRef; ground: DeclineGroundCode; reason: string }>
  | Given<'object', { unit: UnitRef; reason: string }>
  | Given<'recall', { units: UnitRef[]; reason: string }>
  | Given<'extend' | 'ask-extension', { days: number; reason: string }>
  | Given<'approve-extension' | 'refuse-extension', { reason: string }>
  | Given<'ask-petitioner', { question: string }>
  | Given<'mediate', { on: string; agreed: boolean; record: string }>
  | Given<'hear', { days: number; on: string | null; record: string }>
  | Given<'advise', { unit: UnitRef; text: string }>
  | OpinionAction
  | Given<'propose-reply', { proposed: OpinionAction }>
  | Given<'send-reply', { proposed: OpinionAction }>
  | Given<'return-reply', { remark: string }>
  | Given<'correct', { change: BodyOf<'corrected'>['change']; reason: string }>
  | Given<'reopen', { reason: string }>
  | Given<'follow-up', { record: string }>
  | Given<'remind' | 'supervise', { unit: UnitRef; reason: string; dueOn: string }>
  | Given<'answer-supervision', { unit: UnitRef; text: string }>
  | Given<'assign-follow-up', { owner: TaskOwner }>

type Written = { text: string; parts?: OpinionParts; files?: Attachment[] }

/** A written opinion that goes out; `parts` where it was written in the parts of art. 32, `files` that go with it. */
export type OpinionAction =
  | Given<'reply', { unit: UnitRef } & Written>
  | Given<'review' | 're-review', { body: string } & Written>
  | Given<'correct-reply', { reason: string } & Written>

type Matching<A, K> = A extends { kind: infer Kinds } ? (K extends Kinds ? A : never) : never
/** What a step of one kind asks for. */
export type ActionOf<K extends CaseActionKind> = Matching<Action, K>
