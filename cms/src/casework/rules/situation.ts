import { appealLevels } from '@portal/content/schema/petition/appeal'
import { daysBetween } from '@portal/content/calendar/day'
import { longDay } from '@portal/content/calendar/wording'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import type { Situation } from '../../contracts/cases/page.ts'
import type { CaseFile } from './case/case-file.ts'
import { wordsOf } from './clocks/clock-labels.ts'
import { nextDuty } from './clocks/next-duty.ts'
import { openAppeal } from './petitioner/petitioner-rights.ts'
import { leadOf, presentReferrals } from './case/referral.ts'
import type { Party } from './wall.ts'

const said = (text: string): Situation => ({ text, late: false })

function stateWords(file: CaseFile): string {
  const lead = leadOf(file.referrals)?.unit.name ?? '承办单位'
  const beside = presentReferrals(file.referrals).filter((one) => !one.lead)
  const names = beside.map(({ unit }) => unit.name).join('、')
  const together = names ? `，${names}会办` : ''
  switch (file.state) {
    case 'received':
      return '已收到，还没有登记。'
    case 'registered':
      return file.referrals.some(({ endedAt }) => endedAt !== null)
        ? '已退回信访部门，要重新确定承办单位。'
        : '已登记，还没有转送。'
    case 'referred':
      return `已转送${lead}${together}。`
    case 'accepted':
      return `${lead}已受理，正在办理${together}。`
    case 'declined':
      return `${lead}不予受理。`
    case 'replied':
      return `${lead}已答复。`
    case 'reviewing':
      return '信访人申请了复查。'
    case 'reviewed':
      return '已作出复查意见。'
    case 're-reviewing':
      return '信访人申请了复核。'
    case 're-reviewed':
      return '已作出复核意见。'
    case 'closed':
      return '已办结。'
    case 'withdrawn':
      return '信访人已撤回。'
  }
}

function dutyWords(
  file: CaseFile,
  party: Party,
  table: Workdays,
  today: string,
): Situation | undefined {
  const duty = nextDuty(file, table, party)
  if (!duty) return undefined
  const { name, whose, alarm } = wordsOf(duty, today, table)
  // Of a unit that is in the lead the clock itself does not say which one it is.
  const who = whose === '承办单位' ? (leadOf(file.referrals)?.unit.name ?? whose) : whose
  const day = longDay(duty.lastDay)
  const left = daysBetween(today, duty.lastDay)
  const check = alarm ? `（${alarm}）` : ''
  if (left < 0) {
    const text = `${who}应当在${day}以前${name}，已经超过 ${-left} 天${check}。`
    return { text, late: true }
  }
  const rest = left === 0 ? '今天是最后一天' : `还有 ${left} 天`
  return said(`${who}要在${day}以前${name}，${rest}${check}。`)
}

/**
 * Says where a case stands, who owes what, and by when: what stands in the way first.
 * @param today in Shanghai
 * @param isWalled whether somebody has to say first whom the case accuses
 */
export function situationOf(
  file: CaseFile,
  party: Party,
  table: Workdays,
  today: string,
  isWalled: boolean,
): Situation[] {
  const { dissatisfaction } = file
  const waits = dissatisfaction !== null && dissatisfaction.followedUpAt === null
  const duty = dutyWords(file, party, table, today)
  const right = openAppeal({ ...file, evaluated: file.evaluation !== null }, table)
  const isOpen = right !== null && (!right.certain || right.lastDay >= today)
  return [
    said(stateWords(file)),
    ...(isWalled ? [said('要先确认被检举控告的单位，才能转送。')] : []),
    ...(waits ? [said('信访人不满意，还没有回访。')] : []),
    ...(file.extension
      ? [said(`承办单位申请延期 ${file.extension.days} 日，等信访部门批准。`)]
      : []),
    ...(duty ? [duty] : []),
    ...(isOpen && right
      ? [said(`信访人可以申请${appealLevels[right.level]}，最后一天是${longDay(right.lastDay)}。`)]
      : []),
  ]
}
