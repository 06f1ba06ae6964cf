import type { Day } from '@portal/content/calendar/day'

/** How a leading official meets a petitioner. */
export const meetingWays = { visit: '走访', talk: '约谈', reception: '接访' } as const
export type MeetingWay = keyof typeof meetingWays

/** How it ends that an official has a case. */
export const leadingOutcomes = {
  settled: '事项化解',
  persuaded: '已讲清政策，息诉息访',
  continued: '没有化解，转入常规办理',
  'handed-on': '改由别人包案',
} as const
export type LeadingOutcome = keyof typeof leadingOutcomes

/** Characters that the record of a meeting has at most. */
export const longestMeeting = 4000

/** An official who has a case. */
export type Led = {
  official: { id: string; office: string }
  since: string
  dueOn: Day | null
  meetings: number
  lastMetOn: Day | null
}

/** An official as a clerk can choose; `wall` says why not. */
export type OfficialChoice = { id: string; office: string; wall: string | null }

/** What `GET …/leading` tells the bureau. */
export type CaseLeading = {
  led: Led | null
  /** Whose turn it can be; none where the case is over. */
  officials: OfficialChoice[]
  slot: string | null
  seen: { revision: number; steps: number }
}

/** What `POST …/leading` asks for. */
export type LeadingRequest =
  | { kind: 'take-on'; official: string; dueOn: Day | null; note: string }
  | { kind: 'met'; way: MeetingWay; on: Day; record: string; result: string }
  | { kind: 'end'; outcome: LeadingOutcome; record: string }

/** A reception on a day, made of the published timetable. */
export type ReceptionSlot = {
  /** `entry day`, by which it is chosen. */
  id: string
  office: string
  day: Day
  from: string
  to: string
  place: string
  capacity: number | null
  booked: number
}
export type ReceptionSlots = { slots: ReceptionSlot[] }

/** A case on an official's list. */
export type LedCase = {
  documentId: string
  number: string
  title: string
  state: string
  dueOn: Day | null
  /** What is owed next, in words; null where nothing is. */
  next: string | null
  late: boolean
  lastMetOn: Day | null
}

/** What `GET /desk/officials/mine` tells a leading official. `office` is null where the account has no post. */
export type Leading = {
  office: string | null
  cases: LedCase[]
  /** Beside those that the official may not know of. */
  slots: (Omit<ReceptionSlot, 'booked'> & {
    cases: { title: string; documentId: string | null }[]
  })[]
}

/** What `GET /desk/officials/cases/:documentId` tells: the case, without what is the bureau's and the units' own. */
export type LedCasePage = LedCase & {
  category: string
  topic: string
  region: string
  receivedAt: string
  request: string
  facts: string
  reply: string | null
  units: string[]
  attachments: number
  events: { at: string; by: string; text: string; words: string }[]
  seen: { revision: number; steps: number }
}
