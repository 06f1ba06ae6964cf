import assert from 'node:assert/strict'
import type { Action, OpinionAction } from '../../../cms/src/casework/rules/actions/action.ts'
import { allowedActions } from '../../../cms/src/casework/rules/actions/allowed-actions.ts'
import type { CaseFile } from '../../../cms/src/casework/rules/case/case-file.ts'
import { decide } from '../../../cms/src/casework/rules/actions/decide.ts'
import type { Party } from '../../../cms/src/casework/rules/wall.ts'
import type { CaseActionKind } from '../../../cms/src/contracts/cases/desk-state.ts'
import { opinionSteps } from '../../../cms/src/contracts/papers/opinion.ts'
import { after, caseAfter, civil, housing, lighting } from './facts.ts'

/** Years without days off. */
export const table = { '2026': { off: [], on: [] }, '2027': { off: [], on: [] } }
/** The moment at which steps are taken. */
export const now = new Date('2026-11-27T02:00:00Z')
export const body = '区人民政府'
/** An office where whoever writes a reply sends it. */
export const alone = { by: 1, secondReader: false }
/** Who takes them. */
export const bureau = { kind: 'bureau' } as const
/** A unit as a party. */
export const of = ({ id }: { id: string }) => ({ kind: 'unit', unit: id }) as const
/** A unit as a case is given to it. */
export const assign = (unit: typeof civil, lead = true, dueOn: string | null = null) => ({
  unit,
  lead,
  note: '',
  dueOn,
})
/** A step of each kind, whole. */
export const actions: Record<CaseActionKind, Action> = {
  register: { kind: 'register' },
  refer: { kind: 'refer', units: [assign(civil)] },
  'add-units': { kind: 'add-units', units: [assign(housing, false)] },
  accept: { kind: 'accept', unit: lighting },
  decline: { kind: 'decline', unit: lighting, ground: 'litigation', reason: '已经起诉' },
  object: { kind: 'object', unit: lighting, reason: '路灯由区城市管理部门管护' },
  recall: { kind: 'recall', units: [lighting], reason: '转错了' },
  extend: { kind: 'extend', days: 30, reason: '需要鉴定' },
  'ask-extension': { kind: 'ask-extension', days: 30, reason: '需要鉴定' },
  'approve-extension': { kind: 'approve-extension', reason: '情况属实' },
  'refuse-extension': { kind: 'refuse-extension', reason: '不复杂' },
  'ask-petitioner': { kind: 'ask-petitioner', question: '请拍一张照片。' },
  mediate: { kind: 'mediate', on: '2026-11-26', agreed: true, record: '双方到场。' },
  reply: { kind: 'reply', unit: lighting, text: '经核实……' },
  'propose-reply': {
    kind: 'propose-reply',
    proposed: { kind: 'reply', unit: lighting, text: '经核实……' },
  },
  'send-reply': {
    kind: 'send-reply',
    proposed: { kind: 'reply', unit: lighting, text: '经核实……' },
  },
  'return-reply': { kind: 'return-reply', remark: '依据没有写全' },
  advise: { kind: 'advise', unit: civil, text: '同意。' },
  'correct-reply': { kind: 'correct-reply', text: '经核实，……', reason: '漏了一个逗号' },
  correct: { kind: 'correct', change: { field: 'topic', to: '城市管理' }, reason: '选错了' },
  review: { kind: 'review', body, text: '维持原处理意见。' },
  hear: { kind: 'hear', days: 7, on: null, record: '' },
  're-review': { kind: 're-review', body: '市人民政府', text: '维持复查意见。' },
  remind: { kind: 'remind', unit: lighting, reason: '快到期了', dueOn: '2026-12-01' },
  supervise: { kind: 'supervise', unit: lighting, reason: '没有按期告知', dueOn: '2026-12-01' },
  'answer-supervision': { kind: 'answer-supervision', unit: lighting, text: '明天答复。' },
  close: { kind: 'close' },
  reopen: { kind: 'reopen', reason: '路灯又坏了' },
  'follow-up': { kind: 'follow-up', record: '已经解释清楚。' },
  'assign-follow-up': {
    kind: 'assign-follow-up',
    owner: { kind: 'clerk', id: 1, name: '张' },
  },
}

/** What becomes of a step. */
export const take = (file: CaseFile, action: Action, at = now, party: Party = bureau) =>
  decide(file, action, party, at, table, alone)
/** A case after a step that is allowed. */
export const taken = (file: CaseFile, action: Action, at = now, party: Party = bureau) => {
  const decision = take(file, action, at, party)
  assert.ok(decision.ok, decision.ok ? '' : decision.reason)
  return after(file, at.toISOString(), ...decision.events)
}
/** The opinion that a case asks for now, laid before a second reader. */
export const proposal = (file: CaseFile): Action => {
  const offered = allowedActions(file, bureau, table, now)
  const step = opinionSteps.find((kind) => offered.includes(kind)) ?? 'reply'
  return { kind: 'propose-reply', proposed: actions[step] as OpinionAction }
}
/** Why a step is refused. */
export const whyNot = (file: CaseFile, action: Action, at = now, party: Party = bureau) => {
  const decision = take(file, action, at, party)
  assert.ok(!decision.ok, 'the step was taken')
  return decision.reason
}
/** The last step of a case. */
export const lastOf = ({ steps }: CaseFile) => steps.at(-1) ?? assert.fail('there is no step')
/** A case that its unit has accepted. */
export const accepted = caseAfter(['registered', 'referred', 'accepted'])
