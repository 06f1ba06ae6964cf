import type { QueueReading } from '../cases/queue.ts'
import { registerChannels, type RegisterChannel } from '../cases/registration.ts'

/** How a petition came, the online form among it. */
export type Channel = RegisterChannel | 'online'
export const channels: Record<Channel, string> = { online: '网上信访', ...registerChannels }

/** A count of the period, of the one before, and of the same month a year ago (null for years). */
export type FigureRow = {
  key: string
  name: string
  count: number
  before: number
  lastYear: number | null
}

/** The tables whose rows add up to the cases that were received, each case once. */
export const figureTables = {
  categories: '信访类别',
  topics: '问题领域',
  regions: '问题属地',
  channels: '来信来访渠道',
  outcomes: '办理状态',
} as const
export type FigureTable = keyof typeof figureTables

/** A share: `part` of `whole`. */
export type Share = { part: number; whole: number }

/** The five indicators of the bureau, each with its formula as it is shown wherever the number is. */
export const indicators = {
  informed: {
    name: '及时受理率',
    formula: '按期书面告知是否受理的次数 ÷ 期内到期应当告知的次数（条例第二十三条，15 日）',
  },
  'in-time': {
    name: '按期办结率',
    formula: '没有超过办理、复查、复核期限的办结件数 ÷ 期内办结件数（条例第三十四至三十六条）',
  },
  evaluated: {
    name: '群众参评率',
    formula: '已经评价的件数 ÷ 期内告知结果、邀请评价的件数（条例第二十一条）',
  },
  satisfied: {
    name: '群众满意率',
    formula: '（满意 + 基本满意）的件数 ÷ 期内告知结果、已经评价的件数',
  },
  'at-once': {
    name: '一次性化解率',
    formula: '没有申请复查、没有重复信访的办结件数 ÷ 期内办结件数',
  },
} as const
export type IndicatorId = keyof typeof indicators

export type IndicatorRow = {
  id: IndicatorId
  now: Share
  before: Share
  lastYear: Share | null
}

/** What was counted of a period, and of those that it is compared with. */
export type Figures = {
  received: FigureRow
  tables: { id: FigureTable; rows: FigureRow[] }[]
  /** What was done, in times. */
  referral: FigureRow[]
  supervision: FigureRow[]
  /** The units in the lead of what was received, and the units that it accuses; the most first. */
  leads: FigureRow[]
  accused: FigureRow[]
  indicators: IndicatorRow[]
}

export type PeriodName = { id: string; name: string }

/** What `GET /desk/cases/figures?period=` answers. */
export type FiguresAnswer = {
  period: PeriodName & { kind: 'month' | 'year'; over: boolean }
  before: PeriodName
  lastYear: PeriodName | null
  /** The periods that there can be figures of, the latest first. */
  months: PeriodName[]
  years: PeriodName[]
  figures: Figures
  /** What was received in each of the months up to the period's end, the earliest first. */
  trend: (PeriodName & { count: number })[]
  /** Cases that do not open; they are in no figure. */
  unread: number
  /** Of a month that is over: when and by whom its figures were published; null where they were not. */
  released: { at: string; by: string } | null
  /** While the cases are still being read, the figures lack those that were not read yet. */
  reading: QueueReading | null
}
