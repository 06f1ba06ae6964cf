import { dayOfWeek } from '@portal/content/calendar/day'
import type { CalendarDay } from '../../contracts/cases/calendar.ts'

const weekdays = ['日', '一', '二', '三', '四', '五', '六']

/** 周一 to 周日. */
export const weekdayOf = (day: string) => `周${weekdays[dayOfWeek(day)]}`

/** 11月28日 周六. */
export function dayName(day: string): string {
  const [, month, date] = day.split('-').map(Number)
  return `${month}月${date}日 ${weekdayOf(day)}`
}

/** What is special about a day, as it stands beside it; none for plain ones. */
export const kindMarks: Record<CalendarDay['kind'], string> = {
  workday: '',
  weekend: '休',
  holiday: '休',
  moved: '班',
  unknown: '',
}

/** The same for whoever hears it. */
export const kindWords: Record<CalendarDay['kind'], string> = {
  workday: '',
  weekend: '周末',
  holiday: '放假',
  moved: '调休上班',
  unknown: '',
}
