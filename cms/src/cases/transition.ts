import type { CaseState } from '@portal/content/schema/state'

/** What case staff can do with a case. */
export type Action =
  | { kind: 'register' }
  | { kind: 'refer'; unit: string }
  | { kind: 'accept'; unit: string }
  | { kind: 'decline'; unit: string; reason: string }
  | { kind: 'reply'; unit: string; text: string }
  | { kind: 'close' }
export type ActionKind = Action['kind']

/** One step of a case: what happened, when, and who did it (a staff account, or the petitioner). */
export type Step = { at: string; state: CaseState; text: string; by: string }

const routes: Record<CaseState, Partial<Record<ActionKind, CaseState>>> = {
  received: { register: 'registered' },
  registered: { refer: 'referred', accept: 'accepted', decline: 'declined', reply: 'replied' },
  referred: { refer: 'referred', accept: 'accepted', decline: 'declined', reply: 'replied' },
  accepted: { reply: 'replied' },
  declined: { close: 'closed' },
  replied: { close: 'closed' },
  closed: {},
}

/** The actions that a case in this state allows, in the order of the procedure. */
export function allowedActions(state: CaseState): ActionKind[] {
  return Object.keys(routes[state]) as ActionKind[]
}

function tell(action: Action): string {
  switch (action.kind) {
    case 'register':
      return '信访部门已登记。'
    case 'refer':
      return `已转送${action.unit}处理。`
    case 'accept':
      return `${action.unit}已受理。`
    case 'decline':
      return `${action.unit}不予受理。理由：${action.reason}`
    case 'reply':
      return `${action.unit}已作出书面答复。`
    case 'close':
      return '信访事项已办结。'
  }
}

const required: Partial<Record<ActionKind, string>> = {
  refer: '请选择承办单位。',
  accept: '请选择承办单位。',
  decline: '请选择承办单位，并写明不予受理的理由。',
  reply: '请选择承办单位，并写明答复内容。',
}

function complete(action: Action): boolean {
  return Object.values(action).every((value) => value.trim() !== '')
}

/**
 * Takes one step. A step that the state does not allow, or that lacks what the law asks for,
 * is refused with a sentence for staff.
 */
export function takeStep(
  state: CaseState,
  action: Action,
  by: string,
  now: Date,
): { ok: true; step: Step } | { ok: false; reason: string } {
  const next = routes[state][action.kind]
  if (!next) return { ok: false, reason: '办件的状态已经变化，请刷新页面后再办理。' }
  if (!complete(action)) return { ok: false, reason: required[action.kind] ?? '内容不完整。' }
  return { ok: true, step: { at: now.toISOString(), state: next, text: tell(action), by } }
}
