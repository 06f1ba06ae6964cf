import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { workdays } from '@portal/content/schema/entries/workdays'
import fc from 'fast-check'
import { alarmText, missingYear } from '../../cms/src/casework/rules/clocks/missing-workdays.ts'
import { addDays, dayMs, shanghaiDay } from '../../content/calendar/day.ts'
import { clocks, deadline } from '../../cms/src/casework/rules/clocks/clock.ts'
import type { ClockName } from '../../cms/src/casework/rules/clocks/clock.ts'
import { statusOf } from '../../cms/src/casework/rules/petitioner/status.ts'
import { registrationLastDay } from '../../site/src/petition/track/clocks.ts'
import { caseAfter } from '../support/case/facts.ts'

const table = workdays.parse(
  JSON.parse(readFileSync(new URL('../../content/workdays.json', import.meta.url), 'utf8')),
)
/** Years with a table of weekends alone, so that any day can be counted. */
const plainYears = Object.fromEntries(
  Array.from({ length: 30 }, (_, index) => [String(2020 + index), { off: [], on: [] }]),
)
const moments = fc.date({
  min: new Date('2020-01-01T00:00:00Z'),
  max: new Date('2047-12-31T00:00:00Z'),
  noInvalidDate: true,
})
const names = Object.keys(clocks) as ClockName[]
const clockAt = (receivedAt: string, article: number) =>
  statusOf(caseAfter([], { receivedAt, steps: [] }), table).clocks.find(
    (clock) => clock.article === article,
  )

describe('odd days (22)', () => {
  it('a minute before midnight in Shanghai and a minute after are a day apart, on both sides', () => {
    for (const [receivedAt, startedOn, lastDay] of [
      ['2026-12-31T15:59:00.000Z', '2026-12-31', '2027-01-15'],
      ['2026-12-31T16:01:00.000Z', '2027-01-01', '2027-01-16'],
      ['2028-02-28T15:59:00.000Z', '2028-02-28', '2028-03-14'],
      ['2028-02-28T16:01:00.000Z', '2028-02-29', '2028-03-15'],
      ['2027-02-28T16:01:00.000Z', '2027-03-01', '2027-03-16'],
    ] as const) {
      const clock = clockAt(receivedAt, 22)
      assert.deepEqual([clock?.startedOn, clock?.lastDay], [startedOn, lastDay])
      assert.equal(registrationLastDay(new Date(receivedAt)), lastDay)
    }
  })

  it('the portal and the desk name the same day for any moment', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        assert.equal(shanghaiDay(moment), shanghaiDay(moment))
        assert.equal(registrationLastDay(moment), clockAt(moment.toISOString(), 22)?.lastDay)
      }),
    )
  })

  it('a clock that is a day off moves every last day by a day at most, and never inside out', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), moments, (name, moment) => {
        const day = shanghaiDay(moment)
        const [early, right, late] = [addDays(day, -1), day, addDays(day, 1)].map(
          (start) => deadline(name, start, plainYears).lastDay,
        )
        assert.ok(early && right && late && early <= right && right <= late)
        const rolls = clocks[name].whose === 'petitioner' || name === 'object'
        // Over a weekend a right may move by the weekend as well.
        assert.ok(late <= addDays(right, rolls ? 3 : 1))
      }),
    )
  })

  it('what is counted from a moment that lies ahead of the clock is counted all the same', () => {
    const ahead = new Date(Date.now() + dayMs).toISOString()
    const clock = clockAt(ahead, 22)
    assert.equal(clock?.lastDay, addDays(shanghaiDay(new Date(ahead)), 15))
  })

  it('a leap day is a day', () => {
    assert.equal(deadline('handle', '2027-12-31', plainYears).lastDay, '2028-02-29')
    assert.equal(deadline('handle', '2028-01-01', plainYears).lastDay, '2028-03-01')
    assert.equal(deadline('inform', '2028-02-14', plainYears).lastDay, '2028-02-29')
  })

  it('without a table of working days there is an alarm that names the year, never silence', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), moments, (name, moment) => {
        const found = deadline(name, shanghaiDay(moment), {})
        const rolls = clocks[name].whose === 'petitioner' || name === 'object'
        assert.equal(found.certain, !rolls)
        const year = missingYear(found, {})
        assert.equal(year === null, !rolls)
        if (year !== null) assert.match(alarmText(year), /^请核对：缺少 \d{4} 年工作日表$/)
        assert.ok(found.lastDay >= addDays(shanghaiDay(moment), clocks[name].days))
      }),
    )
  })
})
