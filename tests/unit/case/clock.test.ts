import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { workdays } from '@portal/content/schema/entries/workdays'
import fc from 'fast-check'
import { alarmText, missingYear } from '../../../cms/src/casework/rules/clocks/missing-workdays.ts'
import { addWorkdays, isWorkday } from '../../../content/calendar/workdays.ts'
import { addDays, daysBetween, shanghaiDay } from '../../../content/calendar/day.ts'
import { clocks, deadline, type ClockName } from '../../../cms/src/casework/rules/clocks/clock.ts'

const table = workdays.parse(
  JSON.parse(readFileSync(new URL('../../../content/workdays.json', import.meta.url), 'utf8')),
)
const anyDay = fc
  .date({ min: new Date('2025-01-01'), max: new Date('2026-11-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const anyClock = fc.constantFrom(...(Object.keys(clocks) as ClockName[]))

describe('days of the office', () => {
  it('end at midnight in Shanghai, whatever the machine thinks', () => {
    assert.equal(shanghaiDay(new Date('2026-11-21T15:59:59Z')), '2026-11-21')
    assert.equal(shanghaiDay(new Date('2026-11-21T16:00:00Z')), '2026-11-22')
  })

  it('cross leap days and year ends', () => {
    assert.equal(addDays('2028-02-28', 1), '2028-02-29')
    assert.equal(addDays('2027-02-28', 1), '2027-03-01')
    assert.equal(addDays('2026-12-20', 15), '2027-01-04')
    assert.equal(daysBetween('2027-12-31', '2028-03-01'), 61)
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
    assert.equal(addWorkdays('2026-12-30', 5, table), null)
  })
})

describe('legal clocks', () => {
  it('do not count the starting day', () => {
    assert.deepEqual(deadline('register', '2026-11-22', table), {
      lastDay: '2026-12-07',
      certain: true,
    })
    assert.equal(deadline('handle', '2026-03-01', table).lastDay, '2026-04-30')
    assert.equal(deadline('handle', '2027-12-31', table).lastDay, '2028-02-29')
  })

  it('leave a duty on a day off, and roll a right to the next working day', () => {
    assert.equal(deadline('handle', '2026-08-02', table).lastDay, '2026-10-01')
    assert.equal(deadline('review-opinion', '2026-09-01', table).lastDay, '2026-10-01')
    assert.equal(deadline('review', '2026-09-01', table).lastDay, '2026-10-08')
    assert.equal(deadline('re-review', '2026-01-20', table).lastDay, '2026-02-24')
  })

  it('count working days where the law says so', () => {
    assert.equal(deadline('object', '2026-11-20', table).lastDay, '2026-11-27')
    // The National Day holiday lies between, and a Saturday that is worked after it.
    assert.equal(deadline('object', '2026-09-30', table).lastDay, '2026-10-13')
  })

  it('are longer by an extension', () => {
    assert.equal(deadline('handle', '2026-03-01', table, 30).lastDay, '2026-05-30')
  })

  it('say when the table for the last day is missing, and which', () => {
    const right = deadline('review', '2026-12-15', table)
    assert.deepEqual(right, { lastDay: '2027-01-14', certain: false })
    assert.equal(missingYear(right, table), '2027')
    assert.equal(alarmText('2027'), '请核对：缺少 2027 年工作日表')
    // The last day itself is in a year with a table, the next working day is not.
    const { off, on } = table['2026'] ?? { off: [], on: [] }
    const closed = { '2026': { off: [...off, '2026-12-31'], on } }
    const newYear = deadline('review', '2026-12-01', closed)
    assert.deepEqual(newYear, { lastDay: '2026-12-31', certain: false })
    assert.equal(missingYear(newYear, closed), '2027')
    const objection = deadline('object', '2026-12-29', table)
    assert.deepEqual([objection.certain, missingYear(objection, table)], [false, '2027'])
    assert.equal(missingYear(deadline('register', '2026-12-29', table), table), null)
  })

  it('never end earlier than the law says, and a right ends on a working day', () => {
    fc.assert(
      fc.property(anyClock, anyDay, (name, start) => {
        const { lastDay, certain } = deadline(name, start, table)
        assert.ok(lastDay >= addDays(start, clocks[name].days))
        const exact = clocks[name].whose !== 'petitioner' && name !== 'object'
        if (exact) assert.equal(lastDay, addDays(start, clocks[name].days))
        else if (certain) assert.equal(isWorkday(lastDay, table), true)
      }),
    )
  })

  it('have exactly five working days for an objection, from any day', () => {
    fc.assert(
      fc.property(anyDay, (start) => {
        const { lastDay, certain } = deadline('object', start, table)
        fc.pre(certain)
        const days = Array.from({ length: daysBetween(start, lastDay) }, (_, at) =>
          addDays(start, at + 1),
        )
        assert.equal(days.filter((day) => isWorkday(day, table)).length, 5)
      }),
    )
  })

  it('count the same on a machine in any time zone', () => {
    const module = (name: string) =>
      JSON.stringify(new URL(`../../../${name}.ts`, import.meta.url).href)
    const script = `
      import { shanghaiDay } from ${module('content/calendar/day')}
      import { clocks, deadline } from ${module('cms/src/casework/rules/clocks/clock')}
      const table = JSON.parse(process.argv[1])
      const moments = Array.from({ length: 400 }, (_, day) => Date.UTC(2025, 10, 1 + day, (day * 7) % 24, 30))
      console.log(JSON.stringify(moments.map((moment) => {
        const start = shanghaiDay(new Date(moment))
        return Object.keys(clocks).map((name) => deadline(name, start, table).lastDay)
      })))`
    const answers = ['America/New_York', 'Asia/Shanghai', 'Pacific/Kiritimati'].map((zone) =>
      execFileSync(process.execPath, ['--input-type=module', '-e', script, JSON.stringify(table)], {
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      }),
    )
    assert.equal(new Set(answers).size, 1)
    assert.equal((JSON.parse(answers[0] ?? '[]') as unknown[]).length, 400)
  })
})
