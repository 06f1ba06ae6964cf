import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { addDays, daysBetween, shanghaiDay } from '../../../content/calendar/day.ts'
import { longDay, longMoment, shortMoment, weekday } from '../../../content/calendar/wording.ts'

const moments = fc.date({
  min: new Date('2000-01-01'),
  max: new Date('2099-12-31'),
  noInvalidDate: true,
})

it('counts days in Shanghai, whatever the machine thinks', () => {
  assert.equal(shanghaiDay(new Date('2026-11-22T15:59:59Z')), '2026-11-22')
  assert.equal(shanghaiDay('2026-11-22T16:00:00Z'), '2026-11-23')
  const reference = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' })
  fc.assert(
    fc.property(moments, (moment) => assert.equal(shanghaiDay(moment), reference.format(moment))),
  )
})

it('adds and measures days consistently over month ends and leap years', () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: -400, max: 400 }), (moment, count) => {
      const day = shanghaiDay(moment)
      assert.equal(daysBetween(day, addDays(day, count)), count)
    }),
  )
})

it('writes days and moments as the office does', () => {
  assert.equal(longDay('2026-01-05'), '2026年1月5日')
  assert.equal(longMoment(new Date('2026-11-22T16:05:00Z')), '2026年11月23日 00:05')
  assert.equal(shortMoment('2026-11-22T01:05:00Z'), '11月22日 09:05')
  assert.equal(weekday('2026-11-22'), '周日')
})
