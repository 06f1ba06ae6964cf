import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ClockName } from '../../../cms/src/casework/rules/clocks/clock.ts'
import { runningClocks } from '../../../cms/src/casework/rules/clocks/running-clocks.ts'
import { received, shanghai, table, type Move } from '../../support/case/calendar.ts'
import { caseOf } from '../../support/case/facts.ts'

type Example = {
  what: string
  moves: Move[]
  clock: ClockName
  lastDay: string
  /** The working days of the last day's year are not known. */
  uncertain?: true
}

/** Each can be counted by hand on a calendar: the day on which it begins is not counted. */
const lastDays: Example[] = [
  // 第二十二条: 收到之日起 15 日内, natural days; a duty does not move off a day that is not worked.
  {
    what: '月末收到，15 日跨月，最后一天在春节假期里：不顺延',
    moves: [['2026-01-31 10:00', 'received']],
    clock: 'register',
    lastDay: '2026-02-15',
  },
  {
    what: '午夜前一秒收到，算前一天',
    moves: [['2026-11-21 23:59:59', 'received']],
    clock: 'register',
    lastDay: '2026-12-06',
  },
  {
    what: '零点收到，算后一天',
    moves: [['2026-11-22 00:00:00', 'received']],
    clock: 'register',
    lastDay: '2026-12-07',
  },
  {
    what: '年末收到，跨年',
    moves: [['2026-12-20 16:00', 'received']],
    clock: 'register',
    lastDay: '2027-01-04',
  },
  {
    what: '来信 30 日收到，八天长假后才录入：从收到之日起算，不从录入之日起算',
    moves: [
      ['2026-09-30 16:00', 'received'],
      ['2026-10-08 09:00', 'registered'],
    ],
    clock: 'register',
    lastDay: '2026-10-15',
  },
  {
    what: '闰年二月，29 日是一天',
    moves: [['2028-02-15 09:00', 'received']],
    clock: 'register',
    lastDay: '2028-03-01',
  },
  {
    what: '平年二月，没有 29 日',
    moves: [['2026-02-15 09:00', 'received']],
    clock: 'register',
    lastDay: '2026-03-02',
  },
  // 第二十三条: 收到之日起 15 日内书面告知; 5 个工作日内提出异议.
  {
    what: '单位春节前收到，15 日照样算',
    moves: [received, ['2026-02-12 11:00', 'referred']],
    clock: 'inform',
    lastDay: '2026-02-27',
  },
  {
    what: '春节：13 日、14 日（调休上班的周六）、24 日、25 日、26 日是五个工作日',
    moves: [received, ['2026-02-12 11:00', 'referred']],
    clock: 'object',
    lastDay: '2026-02-26',
  },
  {
    what: '中秋国庆：20 日周日上班，25 日至 27 日放假',
    moves: [received, ['2026-09-18 11:00', 'referred']],
    clock: 'object',
    lastDay: '2026-09-24',
  },
  {
    what: '国庆后：10 日周六上班，11 日周日不上班',
    moves: [received, ['2026-10-09 08:30', 'referred']],
    clock: 'object',
    lastDay: '2026-10-15',
  },
  {
    what: '普通一周：周一收到，下周一为止',
    moves: [received, ['2026-03-09 17:30', 'referred']],
    clock: 'object',
    lastDay: '2026-03-16',
  },
  {
    what: '没有次年工作日表，先给最早的日子，并提示核对',
    moves: [received, ['2026-12-29 09:00', 'referred']],
    clock: 'object',
    lastDay: '2027-01-03',
    uncertain: true,
  },
  {
    what: '转给另一个单位，从它收到之日重新算',
    moves: [received, ['2026-03-02 09:00', 'referred'], ['2026-03-20 09:00', 'referred']],
    clock: 'inform',
    lastDay: '2026-04-04',
  },
  // 第三十四条: 自受理之日起 60 日内办结.
  {
    what: '1 月 31 日受理，60 日到 4 月 1 日',
    moves: [received, ['2026-01-31 09:00', 'accepted']],
    clock: 'handle',
    lastDay: '2026-04-01',
  },
  {
    what: '去年最后一天受理，闰年 2 月 29 日到期',
    moves: [received, ['2027-12-31 09:00', 'accepted']],
    clock: 'handle',
    lastDay: '2028-02-29',
  },
  {
    what: '最后一天是国庆假期：办理期限不顺延',
    moves: [received, ['2026-08-04 09:00', 'accepted']],
    clock: 'handle',
    lastDay: '2026-10-03',
  },
  // 第三十五条: 收到书面答复之日起 30 日内申请复查; the petitioner's right moves on to a working day.
  {
    what: '第 30 日是春节初一前后：顺延到 2 月 24 日',
    moves: [received, ['2026-01-16 09:00', 'replied']],
    clock: 'review',
    lastDay: '2026-02-24',
  },
  {
    what: '第 30 日是 10 月 1 日：顺延到 8 日',
    moves: [received, ['2026-09-01 09:00', 'replied']],
    clock: 'review',
    lastDay: '2026-10-08',
  },
  {
    what: '第 30 日是调休上班的周六：不顺延',
    moves: [received, ['2026-09-10 09:00', 'replied']],
    clock: 'review',
    lastDay: '2026-10-10',
  },
  {
    what: '第 30 日是周六：顺延到下周一，跨月',
    moves: [received, ['2026-04-30 09:00', 'replied']],
    clock: 'review',
    lastDay: '2026-06-01',
  },
  {
    what: '午夜前一秒答复，第 30 日是周日，顺延到周一',
    moves: [received, ['2026-05-15 23:59:59', 'replied']],
    clock: 'review',
    lastDay: '2026-06-15',
  },
  {
    what: '零点答复，第 30 日是周一',
    moves: [received, ['2026-05-16 00:00:00', 'replied']],
    clock: 'review',
    lastDay: '2026-06-15',
  },
  {
    what: '闰年二月：1 月 30 日答复，第 30 日是 2 月 29 日周二',
    moves: [received, ['2028-01-30 09:00', 'replied']],
    clock: 'review',
    lastDay: '2028-02-29',
  },
  {
    what: '没有次年工作日表：先给第 30 日，并提示核对',
    moves: [received, ['2026-12-10 09:00', 'replied']],
    clock: 'review',
    lastDay: '2027-01-09',
    uncertain: true,
  },
  {
    what: '复查机关 30 日内作出意见，周六也不顺延',
    moves: [received, ['2026-02-01 09:00', 'replied'], ['2026-02-26 09:00', 'reviewing']],
    clock: 'review-opinion',
    lastDay: '2026-03-28',
  },
  // 第三十六条.
  {
    what: '复查意见送达后第 30 日是清明假期：顺延到 4 月 7 日',
    moves: [
      received,
      ['2026-02-01 09:00', 'replied'],
      ['2026-02-10 09:00', 'reviewing'],
      ['2026-03-05 09:00', 'reviewed'],
    ],
    clock: 're-review',
    lastDay: '2026-04-07',
  },
  {
    what: '复核机关 30 日内作出意见',
    moves: [
      received,
      ['2026-02-01 09:00', 'replied'],
      ['2026-02-10 09:00', 'reviewing'],
      ['2026-03-05 09:00', 'reviewed'],
      ['2026-03-31 23:59', 're-reviewing'],
    ],
    clock: 're-review-opinion',
    lastDay: '2026-04-30',
  },
]

describe('the last days that can be counted by hand', () => {
  for (const { what, moves, clock, lastDay, uncertain } of lastDays) {
    it(`${lastDay} ${clock}: ${what}`, () => {
      const file = caseOf(moves.map(([at, state]) => [shanghai(at).toISOString(), state]))
      const running = runningClocks(file, table).find((one) => one.clock === clock)
      assert.deepEqual([running?.lastDay, running?.certain], [lastDay, !uncertain])
    })
  }
})
