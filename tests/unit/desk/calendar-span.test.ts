import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays, dayOfWeek, daysBetween } from '../../../content/calendar/day.ts'
import { dayByKey, monthOf, otherMonth, weekOf } from '../../../cms/src/admin/calendar/day-spans.ts'

const day = fc.integer({ min: 0, max: 3000 }).map((count) => addDays('2024-01-01', count))

describe('the days that the calendar shows', () => {
  it('are whole weeks from Monday on that have the whole month', () => {
    fc.assert(
      fc.property(day, (one) => {
        const week = weekOf(one)
        assert.deepEqual([dayOfWeek(week.from), daysBetween(week.from, week.to)], [1, 6])
        assert.ok(week.from <= one && one <= week.to)
        const { from, to } = monthOf(one)
        assert.deepEqual([dayOfWeek(from), daysBetween(from, to)], [1, 41])
        const first = `${one.slice(0, 7)}-01`
        const last = addDays(otherMonth(one, 1), -1)
        assert.ok(from <= first && last <= to)
      }),
    )
  })

  it('are gone through by keys, also over the end of a month and a year', () => {
    assert.equal(dayByKey('ArrowRight', '2026-12-31'), '2027-01-01')
    assert.equal(dayByKey('ArrowUp', '2026-03-03'), '2026-02-24')
    assert.equal(dayByKey('PageDown', '2026-12-15'), '2027-01-01')
    assert.equal(dayByKey('PageUp', '2026-01-31'), '2025-12-01')
    assert.equal(dayByKey('Home', '2026-11-29'), '2026-11-23')
    assert.equal(dayByKey('End', '2026-11-23'), '2026-11-29')
    assert.equal(dayByKey('Enter', '2026-11-23'), null)
  })
})
