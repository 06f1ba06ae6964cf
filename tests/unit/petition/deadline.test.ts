import assert from 'node:assert/strict'
import { it } from 'node:test'
import { registrationLastDay } from '../../../site/src/petition/track/clocks.ts'

it('does not count the starting day of the fifteen (art. 22)', () => {
  assert.equal(registrationLastDay(new Date('2026-11-22T01:00:00Z')), '2026-12-07')
  assert.equal(registrationLastDay(new Date('2027-12-20T01:00:00Z')), '2028-01-04')
  assert.equal(registrationLastDay(new Date('2028-02-20T01:00:00Z')), '2028-03-06')
})
