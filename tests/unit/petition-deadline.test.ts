import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import {
  addDays,
  daysBetween,
  formatDay,
  formatMoment,
  registrationLastDay,
  shanghaiDay,
} from '../../site/src/petition/deadline.ts'

it('counts days in Shanghai, whatever the machine thinks', () => {
  assert.equal(shanghaiDay(new Date('2026-11-22T15:59:59Z')), '2026-11-22')
  assert.equal(shanghaiDay(new Date('2026-11-22T16:00:00Z')), '2026-11-23')
  assert.equal(formatMoment(new Date('2026-11-22T16:05:00Z')), '2026年11月23日 00:05')
})

it('does not count the starting day of the fifteen (art. 22)', () => {
  assert.equal(registrationLastDay(new Date('2026-11-22T01:00:00Z')), '2026-12-07')
  assert.equal(registrationLastDay(new Date('2027-12-20T01:00:00Z')), '2028-01-04')
  assert.equal(registrationLastDay(new Date('2028-02-20T01:00:00Z')), '2028-03-06')
})

it('adds and measures days consistently over month ends and leap years', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
      fc.integer({ min: -400, max: 400 }),
      (date, count) => {
        const day = date.toISOString().slice(0, 10)
        assert.equal(daysBetween(day, addDays(day, count)), count)
      },
    ),
  )
  assert.equal(formatDay('2026-01-05'), '2026年1月5日')
})
