/** The parts of the queue, in the order in which they are offered; a unit's are others than the bureau's. */
export const bureauTabs = {
  received: '待登记',
  registered: '待转办',
  objected: '退回（异议）',
  soon: '快到期',
  late: '已超期',
  supplement: '有新补充',
  appeal: '复查复核',
  unhappy: '不满意',
  proposed: '待审阅',
  all: '全部',
} as const
export const unitTabs = {
  waiting: '待受理',
  working: '办理中',
  soon: '快到期',
  late: '已超期',
  supplement: '有新补充',
  appeal: '复查复核',
  unhappy: '不满意',
  done: '已答复办结',
  all: '全部',
} as const
export type QueueTab = keyof typeof bureauTabs | keyof typeof unitTabs

/** Natural days to the last day within which a case counts as due soon, the last day itself included. */
export const soonDays = 7

/** So many cases are on a page; `found` of an answer says how many there are in all. */
export const queuePageSize = 50

/** A question is so many characters long at most. */
export const longestQuestion = 100

export const queueSorts = {
  due: '先到期的在前',
  newest: '新收到的在前',
  oldest: '早收到的在前',
} as const
export type QueueSort = keyof typeof queueSorts

/** What can be asked of the queue; all of it may be left out. */
export type QueueQuestion = {
  tab: QueueTab
  /** Words, a number, a name, a telephone or a unit. */
  q: string
  category: string
  topic: string
  /** A place with all that is in it, as cases write it: 青禾区 城西街道. */
  region: string
  /** A unit by its identifier; for the bureau only. */
  unit: string
  state: string
  /** A leading official who has taken it on, by their entry; for the bureau only. */
  official: string
  /** Days of the office on which a case was received, both included. */
  from: string
  to: string
  /** Only cases of which nobody has said yet whether they accuse the units that they name; for the bureau only. */
  unsettled: boolean
  /** Only cases that are not over. */
  open: boolean
  sort: QueueSort
  page: number
}

/** What is owed next in a case, and by whom. `left` is negative where the last day is over. */
export type QueueDuty = {
  name: string
  whose: string
  article: number
  lastDay: string
  left: number
  /** What to check, where the last day is not certain. */
  alarm: string | null
}

export type QueueRow = {
  documentId: string
  number: string
  title: string
  petitioner: string
  category: string
  topic: string
  region: string
  /** A day of the office. */
  receivedOn: string
  state: string
  /** The unit in the lead first. */
  units: string[]
  duty: QueueDuty | null
  /** What is to be noticed, in words: 有新补充. */
  marks: string[]
}

/** How far the cases have been read since the desk was started; how many there are is for the bureau only. */
export type QueueReading = { percent: number; cases: { done: number; total: number } | null }

/** What `GET /desk/cases/reading` answers, which is no view of a case. */
export type QueueProgress = { reading: QueueReading | null }

/** A tab with how many cases it has that fit everything else that was asked. */
export type QueueCount = { tab: QueueTab; name: string; count: number }

/**
 * What `POST /desk/cases/queue` answers. Counts and cases are exact: each case has the words that were asked for, whole.
 * While `reading` is not null, those that were not read yet are missing from both.
 */
export type QueueAnswer = {
  tabs: QueueCount[]
  tab: QueueTab
  found: number
  page: number
  pages: number
  rows: QueueRow[]
  reading: QueueReading | null
}

/** What `GET /desk/cases/choices` answers: what the queue can be narrowed to. No units for a unit's account. */
export type QueueChoices = {
  categories: string[]
  topics: string[]
  regions: string[]
  states: string[]
  units: { id: string; name: string }[]
  officials: { id: string; name: string }[]
}
