import { longestExtension, longestHearing } from '../../../contracts/cases/desk-state.ts'
import { longestOpinion, partName, partOrder } from '../../../contracts/papers/opinion.ts'
import type { Action, ActionOf } from './action.ts'
import type { TaskOwner } from '../../events/event-fields.ts'
import type { CaseFile } from '../case/case-file.ts'
import { presentReferrals } from '../case/referral.ts'

const blank = (text: string) => text.trim() === ''

/** Why so many days cannot be; null where they can. */
function faultOfDays({ days }: { days: number }, most: number): string | null {
  const whole = Number.isInteger(days) && days >= 1 && days <= most
  return whole ? null : `天数须是 1 到 ${most} 的整数。`
}

function faultOfUnits(
  { kind, units }: Extract<Action, { kind: 'refer' | 'add-units' }>,
  file: CaseFile,
  today: string,
): string | null {
  if (units.length === 0 || units.some(({ unit }) => blank(unit.name))) return '请选择承办单位。'
  if (units.some(({ dueOn }) => dueOn !== null && dueOn < today)) {
    return '反馈的期限已经过去，请改成今天或者以后的日子。'
  }
  const ids = units.map(({ unit }) => unit.id)
  if (new Set(ids).size < ids.length) return '同一个单位选了两次，请去掉一个。'
  const has = presentReferrals(file.referrals)
  if (kind === 'add-units') {
    if (units.some(({ lead }) => lead)) return '主办单位只有一个，这里请只选会办单位。'
    return has.some(({ unit }) => ids.includes(unit.id)) ? '有的单位已经在办理，请另选单位。' : null
  }
  if (units.filter(({ lead }) => lead).length !== 1) return '请指定一个主办单位。'
  const same = (id: string, lead: boolean) =>
    has.some((one) => one.unit.id === id && one.lead === lead)
  const unchanged =
    has.length === units.length && units.every(({ unit, lead }) => same(unit.id, lead))
  return unchanged ? '已经转送给这个单位，请另选单位。' : null
}

function faultOfOwner(owner: TaskOwner, { referrals, dissatisfaction }: CaseFile): string | null {
  const had = dissatisfaction?.owner ?? null
  if (owner.kind === 'clerk') {
    return had?.kind === 'clerk' && had.id === owner.id ? '回访已经由您负责。' : null
  }
  const has = presentReferrals(referrals).some(({ unit }) => unit.id === owner.unit.id)
  if (!has) return '只能请办理这一件的单位回访，请重新选择。'
  return had?.kind === 'unit' && had.unit.id === owner.unit.id ? '回访已经由这个单位负责。' : null
}

function faultOfLetter(
  { unit, dueOn }: Extract<Action, { kind: 'remind' | 'supervise' }>,
  { referrals }: CaseFile,
  today: string,
): string | null {
  const has = presentReferrals(referrals).some((one) => one.unit.id === unit.id)
  if (!has) return '只能发给正在办理这一件的单位，请重新选择。'
  return dueOn < today ? '反馈的期限已经过去，请改成今天或者以后的日子。' : null
}

/** Whether a correction says what the reply says already, with the same files. */
function isUnchanged(
  { text, files = [] }: ActionOf<'correct-reply'>,
  { reply }: CaseFile,
): boolean {
  const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id).join(' ')
  return text === reply?.text && ids(files) === ids(reply.files ?? [])
}

/**
 * What an action lacks, as a sentence for staff; null where it is whole.
 * @param today in Shanghai
 */
export function faultOfAction(action: Action, file: CaseFile, today: string): string | null {
  if (action.kind === 'refer' || action.kind === 'add-units')
    return faultOfUnits(action, file, today)
  if (action.kind === 'recall' && action.units.length === 0) return '请选择要收回的单位。'
  if ('unit' in action && blank(action.unit.name)) return '请选择承办单位。'
  if ('body' in action && blank(action.body)) return '请写明作出意见的机关、单位。'
  if ('reason' in action && blank(action.reason)) return '请写明理由。'
  if ('question' in action && blank(action.question)) return '请写明要信访人补充什么。'
  if ('remark' in action && blank(action.remark)) return '请写明退回的意见。'
  if ('parts' in action && action.parts) {
    const { kind, parts } = action
    const missing = partOrder.find((part) => blank(parts[part]))
    if (missing) return `请写“${partName(kind, missing)}”（条例第三十二条）。`
  }
  if ('text' in action && action.text.length > longestOpinion) {
    return `全文太长：请缩短到 ${longestOpinion} 字以内，或者把细节放进附件。`
  }
  if (action.kind === 'remind' || action.kind === 'supervise')
    return faultOfLetter(action, file, today)
  if (action.kind === 'answer-supervision' && blank(action.text)) return '请写明办理情况。'
  if ('text' in action && blank(action.text)) return '请写明内容，信访人会看到全文。'
  if (action.kind === 'follow-up' && blank(action.record)) return '请写明和信访人说了什么。'
  if (action.kind === 'assign-follow-up') return faultOfOwner(action.owner, file)
  if (action.kind === 'extend' || action.kind === 'ask-extension') {
    return faultOfDays(action, longestExtension)
  }
  if (action.kind === 'hear' && file.state === 're-reviewing') {
    return faultOfDays(action, longestHearing)
  }
  if (action.kind === 'correct-reply' && isUnchanged(action, file)) {
    return '内容没有变化，不需要更正。'
  }
  if (action.kind !== 'correct') return null
  const { field, to } = action.change
  return file[field] === to ? '和现在的一样，不需要更正。' : null
}
