import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { receptionDays } from '../../../content/calendar/reception-days.ts'
import { nextReception, recurrenceWords } from '../../../site/src/reception/next-receptions.ts'

const workdays = { '2026': { off: ['2026-10-01/2026-10-07', '2026-01-01'], on: [] } }
const firstMonday = { every: 'month', weekday: 1, nth: 1 } as const

describe('the next reception', () => {
  it('is the day itself when it is today', () => {
    assert.equal(nextReception(firstMonday, '2026-12-07', workdays), '2026-12-07')
  })

  it('is in the next month when this month’s is past', () => {
    assert.equal(nextReception(firstMonday, '2026-12-08', workdays), '2027-01-04')
  })

  it('leaves public days off out, and keeps days that the office named', () => {
    const thursday = { every: 'week', weekday: 4 } as const
    assert.equal(nextReception(thursday, '2026-09-28', workdays), '2026-10-08')
    const named = { every: 'dates', dates: ['2026-10-03'] } as const
    assert.equal(
      nextReception({ ...named, dates: [...named.dates] }, '2026-10-01', workdays),
      '2026-10-03',
    )
  })

  it('skips months without a fifth weekday', () => {
    const fifth = { every: 'month', weekday: 5, nth: 5 } as const
    assert.equal(nextReception(fifth, '2026-02-01', workdays), '2026-05-29')
  })

  it('is none when the named days are past', () => {
    assert.equal(
      nextReception({ every: 'dates', dates: ['2026-01-05'] }, '2026-01-06', {}),
      undefined,
    )
  })

  it('crosses the year and the leap day', () => {
    assert.equal(nextReception({ every: 'week', weekday: 2 }, '2028-02-28', {}), '2028-02-29')
    assert.equal(nextReception({ every: 'week', weekday: 5 }, '2026-12-31', {}), '2027-01-01')
  })

  it('always falls on its weekday, in order, within the span', () => {
    const weekday = fc.integer({ min: 1, max: 7 })
    const recurrence = fc.oneof(
      weekday.map((day) => ({ every: 'week' as const, weekday: day })),
      fc
        .tuple(weekday, fc.integer({ min: 1, max: 5 }))
        .map(([day, nth]) => ({ every: 'month' as const, weekday: day, nth })),
    )
    fc.assert(
      fc.property(recurrence, fc.integer({ min: 0, max: 3000 }), (each, offset) => {
        const from = new Date(Date.UTC(2025, 0, 1 + offset)).toISOString().slice(0, 10)
        const to = new Date(Date.UTC(2025, 2, 1 + offset)).toISOString().slice(0, 10)
        const days = receptionDays(each, from, to, {})
        assert.deepEqual(days, [...days].sort())
        for (const day of days) {
          assert.ok(day >= from && day <= to)
          assert.equal(new Date(day).getUTCDay() || 7, each.weekday)
        }
      }),
    )
  })
})

describe('recurrenceWords', () => {
  it('says when in Chinese', () => {
    assert.equal(recurrenceWords(firstMonday), '每月第一个周一')
    assert.equal(recurrenceWords({ every: 'week', weekday: 7 }), '每周日')
  })
})
