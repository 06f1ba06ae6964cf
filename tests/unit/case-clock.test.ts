import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { workdays } from '@portal/content/schema/workdays'
import fc from 'fast-check'
import { addDays, dayOf, isWorkday } from '../../cms/src/cases/calendar.ts'
import { clocks, deadline, type ClockName } from '../../cms/src/cases/clock.ts'

const table = workdays.parse(
  JSON.parse(readFileSync(new URL('../../content/workdays.json', import.meta.url), 'utf8')),
)
const anyDay = fc
  .date({ min: new Date('2025-01-01'), max: new Date('2026-11-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('days of the office', () => {
  it('end at midnight in Shanghai, whatever the machine thinks', () => {
    assert.equal(dayOf(new Date('2026-11-21T15:59:59Z')), '2026-11-21')
    assert.equal(dayOf(new Date('2026-11-21T16:00:00Z')), '2026-11-22')
  })

  it('cross leap days and year ends', () => {
    assert.equal(addDays('2028-02-28', 1), '2028-02-29')
    assert.equal(addDays('2026-12-20', 15), '2027-01-04')
  })

  it('are worked or not by the yearly table, not by the weekday alone', () => {
    assert.equal(isWorkday('2026-10-10', table), true, 'a Saturday that is worked')
    assert.equal(isWorkday('2026-10-08', table), true)
    assert.equal(isWorkday('2026-10-01', table), false)
    assert.equal(isWorkday('2026-02-20', table), false, 'inside the Spring Festival')
    assert.equal(isWorkday('2026-11-22', table), false, 'an ordinary Sunday')
  })

  it('are unknown in a year without a table', () => {
    assert.equal(isWorkday('2031-03-03', table), null)
  })
})

describe('legal clocks', () => {
  it('do not count the starting day', () => {
    assert.deepEqual(deadline('register', '2026-11-22', table), {
      lastDay: '2026-12-07',
      certain: true,
    })
    assert.equal(deadline('handle', '2026-03-01', table).lastDay, '2026-04-30')
  })

  it('leave a duty on a day off, and roll a right to the next working day', () => {
    assert.equal(deadline('handle', '2026-08-02', table).lastDay, '2026-10-01')
    assert.equal(deadline('review', '2026-09-01', table).lastDay, '2026-10-08')
  })

  it('say when the table for the last day is missing', () => {
    assert.deepEqual(deadline('review', '2026-12-15', table), {
      lastDay: '2027-01-14',
      certain: false,
    })
  })

  it('never end earlier than the law says, and a right ends on a working day', () => {
    const names = fc.constantFrom(...(Object.keys(clocks) as ClockName[]))
    fc.assert(
      fc.property(names, anyDay, (name, start) => {
        const { lastDay, certain } = deadline(name, start, table)
        assert.ok(lastDay >= addDays(start, clocks[name].days))
        if (!clocks[name].rolls) assert.equal(lastDay, addDays(start, clocks[name].days))
        else if (certain) assert.equal(isWorkday(lastDay, table), true)
      }),
    )
  })
})
