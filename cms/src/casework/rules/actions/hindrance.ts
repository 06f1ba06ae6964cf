import { shanghaiDay } from '@portal/content/calendar/day'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import type { CaseActionKind } from '../../../contracts/cases/desk-state.ts'
import type { CaseFile } from '../case/case-file.ts'
import { assistingOf, presentReferrals } from '../case/referral.ts'
import { runningClocks } from '../clocks/running-clocks.ts'
import { sinceReopening } from '../case/case-steps.ts'

/** Whether the last day of a clock is certain and over. */
function lateFor(
  name: string,
  unit: string | undefined,
  file: CaseFile,
  table: Workdays,
  now: Date,
): boolean {
  const running = runningClocks(file, table).find(
    (one) => one.clock === name && one.unit?.id === unit,
  )
  return running !== undefined && running.certain && shanghaiDay(now) > running.lastDay
}

const units = (file: CaseFile) => presentReferrals(file.referrals)

function extensionHindrance(file: CaseFile, table: Workdays, now: Date): string | null {
  if (file.category !== 'claim') {
    return '只有申诉求决类事项有 60 日的办理期限，不需要延期。'
  }
  if (sinceReopening(file.steps).some(({ event }) => event === 'extended')) {
    return '办理期限只能延长一次，已经延长过（条例第三十四条）。'
  }
  if (file.extension) return '延期已经申请，等信访部门批准。'
  if (lateFor('handle', undefined, file, table, now)) {
    return '办理期限已过，不能再延期，请尽快答复。'
  }
  return null
}

/** Whether a unit, or any of them, has a letter of the bureau's that it has not answered. */
function openLetters({ supervisions, referrals }: CaseFile, unit: string | null): boolean {
  const has = presentReferrals(referrals)
  return supervisions.some(
    (one) =>
      one.answeredAt === null &&
      (unit === null || one.unit.id === unit) &&
      has.some(({ unit: { id } }) => id === one.unit.id),
  )
}

const leadReplies = '由主办单位答复信访人；会办单位请提出会办意见。'

/** Why the law, or how the case is shared, does not allow a step now; null where it does. `unit` is who takes it. */
export function hindrance(
  kind: CaseActionKind,
  unit: string | null,
  file: CaseFile,
  table: Workdays,
  now: Date,
): string | null {
  const assists = assistingOf(file.referrals, unit) !== undefined
  const hasAssisting = units(file).some(({ lead }) => !lead)
  switch (kind) {
    case 'accept':
      if (file.state === 'accepted' && !assists) return '已经受理。'
      return null
    case 'object':
      if (file.state === 'accepted' && !assists) return '已经受理，不能再提出异议。'
      return lateFor('object', assists ? (unit ?? undefined) : undefined, file, table, now)
        ? '收到之日起已超过 5 个工作日，不能再提出异议（条例第二十三条）。'
        : null
    case 'advise':
      return assists || (unit === null && hasAssisting) ? null : '会办意见由会办单位提出。'
    case 'extend':
    case 'ask-extension':
      return extensionHindrance(file, table, now)
    case 'approve-extension':
    case 'refuse-extension':
      return file.extension ? null : '没有待批准的延期申请。'
    case 'recall':
      return units(file).length > 0 ? null : '没有单位在办理，不需要收回。'
    case 'propose-reply':
      return assists ? leadReplies : null
    case 'send-reply':
    case 'return-reply':
      return file.proposal ? null : '没有送审的答复或者意见，请刷新页面看看。'
    case 'correct-reply':
      return file.reply ? null : '还没有答复，不需要更正。'
    case 'answer-supervision':
      return openLetters(file, unit) ? null : '没有要反馈的督办函、提醒函。'
    case 'decline':
    case 'reply':
      return assists ? leadReplies : null
    default:
      return null
  }
}
