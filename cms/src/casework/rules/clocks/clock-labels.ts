import type { ClockOwner } from '@portal/content/schema/petition/status'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import { alarmText, missingYear } from './missing-workdays.ts'
import { daysBetween } from '@portal/content/calendar/day'
import { longDay } from '@portal/content/calendar/wording'
import { describe, type RunningClock } from './running-clocks.ts'
import type { CaseClock } from '../../../contracts/cases/desk-state.ts'

const owners: Record<ClockOwner, string> = {
  bureau: '信访部门',
  unit: '承办单位',
  'review-body': '复查、复核机关',
  petitioner: '信访人',
}

/** Says to staff how a clock stands on the day `today` (Asia/Shanghai). */
export function wordsOf(running: RunningClock, today: string, table: Workdays): CaseClock {
  const { name, whose, article } = describe(running)
  const { lastDay, doneOn } = running
  const year = missingYear(running, table)
  const words = {
    name,
    whose: running.unit?.name ?? owners[whose],
    article,
    alarm: year && alarmText(year),
  }
  if (running.lapsed && doneOn !== null) {
    return { ...words, until: `${longDay(doneOn)}随主办单位的决定结束`, state: 'passed' }
  }
  const over = daysBetween(lastDay, doneOn ?? today)
  if (doneOn !== null) {
    const late = over > 0 ? `，超过期限 ${over} 天` : ''
    return { ...words, until: `${longDay(doneOn)}已完成${late}`, state: 'done' }
  }
  if (over <= 0) {
    const left = over === 0 ? '就是今天' : `还有 ${-over} 天`
    return { ...words, until: `最后一天 ${longDay(lastDay)}，${left}`, state: 'running' }
  }
  // A right, or a chance to object, ends without anybody being late.
  if (whose === 'petitioner' || running.clock === 'object') {
    return { ...words, until: `${longDay(lastDay)}已截止`, state: 'passed' }
  }
  return { ...words, until: `期限是 ${longDay(lastDay)}，已经超过 ${over} 天`, state: 'late' }
}
