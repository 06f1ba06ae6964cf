import type { CaseState } from '@portal/content/schema/petition/state'
import type { Opinion } from '../../../contracts/cases/desk-state.ts'
import type { BodyOf } from '../../events/event.ts'
import type { CaseFile } from '../case/case-file.ts'

/** What is to be recorded, or why it cannot be, in words for staff. */
type Linking = { ok: true; body: BodyOf<'repeat-of'> } | { ok: false; reason: string }

/**
 * Links a case to an earlier one about the same matter, because a clerk says so. Nothing is rejected by it and every
 * clock runs on; whether a unit does not take it up (arts. 19, 36) is decided and told as a step of its own. The
 * petitioner is not told the other number: it may be another person's.
 */
export function linkRepeat(
  { number, repeatOf }: Pick<CaseFile, 'number' | 'repeatOf'>,
  of: string,
  reason: string,
): Linking {
  if (of === number) return { ok: false, reason: '这就是同一件，请选择另一件。' }
  if (repeatOf?.number === of) return { ok: false, reason: '已经登记为这一件的重复信访。' }
  if (reason.trim() === '') return { ok: false, reason: '请写明为什么是同一事项。' }
  return { ok: true, body: { kind: 'repeat-of', told: null, of, reason: reason.trim() } }
}

const decided: CaseState[] = ['declined', 'closed', 'withdrawn']

/** What the Regulations say of a repeat of a case that stands so, for the clerk who decides. */
export function lawOnRepeat(state: CaseState, opinions: readonly Pick<Opinion, 'level'>[]): string {
  if (opinions.some(({ level }) => level === 're-review')) {
    return '那一件已经复核：仍以同一事实和理由提出的，不再受理（条例第三十六条）；有新的事实和理由的，照常办理。'
  }
  if (state === 'replied') return '那一件已经答复：不服的，可以在期限内申请复查（条例第三十五条）。'
  if (state === 'reviewed') {
    return '那一件已经复查：不服的，可以在期限内申请复核（条例第三十六条）。'
  }
  if (decided.includes(state)) return '那一件已经了结：照常登记办理，请承办单位看那一件的结果。'
  return '那一件还在办理：同一事项在规定期限内又向上级提出的，上级不予受理（条例第十九条）；登记以后，期限照常计算。'
}
