import type { CaseState } from '@portal/content/schema/state'
import type { Workdays } from '@portal/content/schema/workdays'
import { shanghaiDay } from '@portal/content/calendar/day'
import { runningClocks, type Course } from './running.ts'
import type { Step } from './step.ts'

/** What staff can do with a case. */
export type Action =
  | { kind: 'register' }
  | { kind: 'refer'; unit: string }
  | { kind: 'accept'; unit: string }
  | { kind: 'decline'; unit: string; reason: string }
  | { kind: 'object'; reason: string }
  | { kind: 'extend'; days: number; reason: string }
  | { kind: 'reply'; unit: string; text: string }
  | { kind: 'review'; body: string; text: string }
  | { kind: 'hear'; days: number }
  | { kind: 're-review'; body: string; text: string }
  | { kind: 'close' }
export type ActionKind = Action['kind']

/** A case as its next step depends on it. */
export type Standing = Course & { state: CaseState; unit: string | null }

export type Taken = { ok: true; step: Step } | { ok: false; reason: string }

/** Art. 34: a longer period is at most so many days longer. */
export const longestExtension = 30
/** A hearing of more days than this is a slip of the pen. */
export const longestHearing = 90

/** Where each action leads. */
const routes: Record<CaseState, Partial<Record<ActionKind, CaseState>>> = {
  received: { register: 'registered' },
  registered: { refer: 'referred', accept: 'accepted', decline: 'declined', reply: 'replied' },
  referred: {
    accept: 'accepted',
    decline: 'declined',
    object: 'registered',
    reply: 'replied',
    refer: 'referred',
  },
  accepted: { reply: 'replied', extend: 'accepted' },
  declined: { close: 'closed' },
  replied: { close: 'closed' },
  reviewing: { review: 'reviewed' },
  reviewed: { close: 'closed' },
  're-reviewing': { 're-review': 're-reviewed', hear: 're-reviewing' },
  're-reviewed': { close: 'closed' },
  closed: {},
  withdrawn: {},
}

/** The actions that a handling unit takes itself; the rest are the bureau's. */
export const unitActions: ActionKind[] = ['accept', 'decline', 'object', 'extend', 'reply']

function tell(action: Action, { unit }: Standing): string {
  switch (action.kind) {
    case 'register':
      return '信访部门已登记。'
    case 'refer':
      return `已转送${action.unit}处理。`
    case 'accept':
      return `${action.unit}已受理。`
    case 'decline':
      return `${action.unit}不予受理。理由：${action.reason}`
    case 'object':
      return `${unit ?? '承办单位'}提出异议，认为不属于本单位职责，信访部门将另行确定办理单位。理由：${action.reason}`
    case 'extend':
      return `办理期限延长 ${action.days} 日。理由：${action.reason}`
    case 'reply':
      return `${action.unit}已作出书面答复。`
    case 'review':
      return `${action.body}已作出复查意见。`
    case 'hear':
      return `已举行听证，用时 ${action.days} 日，不计入复核期限。`
    case 're-review':
      return `${action.body}已作出复核意见。`
    case 'close':
      return '信访事项已办结。'
  }
}

/** What an action lacks, as a sentence for staff; null where it is whole. */
function missingIn(action: Action): string | null {
  const blank = (text: string) => text.trim() === ''
  if ('unit' in action && blank(action.unit)) return '请选择承办单位。'
  if ('body' in action && blank(action.body)) return '请写明作出意见的机关、单位。'
  if ('reason' in action && blank(action.reason)) return '请写明理由，信访人会看到。'
  if ('text' in action && blank(action.text)) return '请写明内容，信访人会看到全文。'
  if ('days' in action) {
    const most = action.kind === 'extend' ? longestExtension : longestHearing
    const whole = Number.isInteger(action.days) && action.days >= 1 && action.days <= most
    if (!whole) return `天数须是 1 到 ${most} 的整数。`
  }
  return null
}

/** Why the law does not allow an action of this kind now; null where it does. */
function hindrance(kind: ActionKind, standing: Standing, table: Workdays, now: Date) {
  const clock = (name: string) =>
    runningClocks(standing, table).find((running) => running.clock === name)
  const over = (name: string) => {
    const running = clock(name)
    return running?.certain && shanghaiDay(now) > running.lastDay ? running.lastDay : null
  }
  if (kind === 'object' && over('object')) {
    return '收到之日起已超过 5 个工作日，不能再提出异议（条例第二十三条）。'
  }
  if (kind === 'extend') {
    if (!clock('handle')) return '只有申诉求决类事项有 60 日的办理期限，不需要延期。'
    if (standing.steps.some(({ event }) => event === 'extended')) {
      return '办理期限只能延长一次，已经延长过（条例第三十四条）。'
    }
    if (over('handle')) return '办理期限已过，不能再延期，请尽快答复。'
  }
  return null
}

/** The actions that a case allows now, in the order of the procedure. */
export function allowedActions(standing: Standing, table: Workdays, now: Date): ActionKind[] {
  const kinds = Object.keys(routes[standing.state]) as ActionKind[]
  return kinds.filter((kind) => hindrance(kind, standing, table, now) === null)
}

/**
 * Takes one step. A step that the state does not allow, that comes too late, or that lacks what the
 * law asks for, is refused with a sentence for staff.
 */
export function takeStep(
  standing: Standing,
  action: Action,
  by: string,
  now: Date,
  table: Workdays,
): Taken {
  const next = routes[standing.state][action.kind]
  if (!next) return { ok: false, reason: '办件的状态已经变化，请刷新页面后再办理。' }
  const reason = missingIn(action) ?? hindrance(action.kind, standing, table, now)
  if (reason !== null) return { ok: false, reason }
  if (action.kind === 'refer' && action.unit === standing.unit) {
    return { ok: false, reason: '已经转送给这个单位，请另选单位。' }
  }
  const step: Step = { at: now.toISOString(), state: next, text: tell(action, standing), by }
  if (action.kind === 'extend')
    return { ok: true, step: { ...step, event: 'extended', days: action.days } }
  if (action.kind === 'hear')
    return { ok: true, step: { ...step, event: 'heard', days: action.days } }
  return { ok: true, step }
}
