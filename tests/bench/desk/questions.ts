import { addDays, type Day } from '../../../content/calendar/day.ts'
import { bureauTabs, unitTabs } from '../../../cms/src/contracts/cases/queue.ts'

type Question = Record<string, string>
const asked = (questions: Question[]) => questions

/** What staff ask of the queue without searching. */
export const lists = {
  bureau: asked([
    {},
    ...Object.keys(bureauTabs).map((tab) => ({ tab })),
    { tab: 'all', page: '2' },
    { tab: 'all', page: '200' },
    { tab: 'all', sort: 'newest' },
    { tab: 'all', category: '申诉求决', region: '青禾区 城西街道' },
    { tab: 'late', topic: '交通出行' },
    { tab: 'all', from: '2025-01-01', to: '2025-12-31', sort: 'oldest' },
  ]),
  unit: asked([{}, ...Object.keys(unitTabs).map((tab) => ({ tab }))]),
}

const words = [
  '1000 0000 0000 7919',
  '139 0000 0042',
  '+86 139-0000-0777',
  '王伟',
  '李',
  '路灯',
  '拖欠工资',
  '东苑小区 路灯',
  '现场勘查并拍照留存',
  '维修资金未及时动用',
  '区民政局',
  '城管 停车位',
  '没有这样的话',
  '100%',
  '的情况属实，主要原因是',
  '青禾区',
]

/** What staff search for: numbers, names, telephones, units, words that many cases have and that few have. */
export const searches = words.flatMap((q) =>
  asked([
    { q, tab: 'all' },
    { q, tab: 'late' },
  ]),
)

/** Five weeks of the calendar. */
export const calendarAddress = (today: Day): string =>
  `/desk/cases/calendar?from=${addDays(today, -7)}&to=${addDays(today, 27)}`

/** The figures of this month, the one before and this year. */
export function figureAddresses(today: Day): string[] {
  const month = today.slice(0, 7)
  const before = addDays(`${month}-01` as Day, -1).slice(0, 7)
  return [month, before, today.slice(0, 4)].map((period) => `/desk/cases/figures?period=${period}`)
}
