import { appealLevels, type AppealLevel } from '@portal/content/schema/petition/appeal'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import { shanghaiDay } from '@portal/content/calendar/day'
import { maySupplement, mayWithdraw, openAppeal, type Matter } from './petitioner-rights.ts'
import type { KeptAttachment } from '../../../contracts/cases/desk-state.ts'
import type { BodyOf } from '../../events/event.ts'

function write(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** What the petitioner has sent: words, files, and the units that both name. */
export type Sent = { text: string; files: KeptAttachment[]; names: string[] }

/** The petitioner adds to the case. What comes too late is kept too, and said so. */
export function takeSupplement(matter: Matter, sent: Sent): BodyOf<'supplemented'> {
  const { text, files: attachments, names } = sent
  const { length } = attachments
  const what = `信访人补充了情况${length > 0 ? `，附件 ${length} 个` : ''}。`
  const then = maySupplement(matter) ? '' : '事项已经结束，补充的内容存入办件，不再重新办理。'
  return { kind: 'supplemented', told: what + then, text, attachments, names }
}

/** The petitioner withdraws: the case ends, unless it is decided already. */
export function takeWithdrawal(matter: Matter, sent: Sent): BodyOf<'withdrawal-asked'> {
  const { text: reason, names } = sent
  const granted = mayWithdraw(matter)
  const why = maySupplement(matter) ? '事项已经作出决定' : '事项已经结束'
  const told = granted
    ? '信访人撤回了信访事项，不再办理。'
    : `信访人申请撤回。${why}，不能撤回，按程序办理。`
  return { kind: 'withdrawal-asked', told, reason, granted, names }
}

function refusal(matter: Matter, level: AppealLevel, lateSince: string | null): string {
  const name = appealLevels[level]
  if (lateSince !== null) {
    return `申请${name}的最后一天是${write(lateSince)}，已经过了，不能启动${name}。有新的事实和理由，可以重新提出信访事项。`
  }
  switch (matter.state) {
    case 'reviewing':
    case 're-reviewing':
      return `已经在办理您的申请，不必再次提出。`
    case 're-reviewed':
      return '复核意见是最后的意见，不再受理以同一事实和理由提出的请求（条例第三十六条）。'
    case 'withdrawn':
      return `事项已经撤回，不能申请${name}。需要办理的，请重新提出信访事项。`
    default:
      return `现在还不能申请${name}：须先有${level === 'review' ? '书面答复' : '复查意见'}，并且没有申请过${name}。`
  }
}

/**
 * The petitioner appeals (arts. 35, 36). What is due and in time starts the review; anything else is
 * written down with the reason, and the petitioner is told. Where the table of working days is
 * missing nobody can be held to be late.
 * @param at when the appeal reached the mailbox
 */
export function takeAppeal(
  matter: Matter,
  level: AppealLevel,
  sent: Sent,
  at: string,
  table: Workdays,
): BodyOf<'appealed'> {
  const { text: grounds, files: attachments, names } = sent
  const what = `信访人申请${appealLevels[level]}，已收到。`
  const open = openAppeal(matter, table)
  const right = open?.level === level ? open : null
  const late = right !== null && right.certain && shanghaiDay(new Date(at)) > right.lastDay
  const started = right !== null && !late
  const told = started ? what : what + refusal(matter, level, late ? right.lastDay : null)
  return { kind: 'appealed', told, level, grounds, attachments, started, names }
}
