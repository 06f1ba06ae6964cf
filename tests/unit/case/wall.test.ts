import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { maySee } from '../../../cms/src/casework/rules/wall.ts'

const unit = fc.constantFrom('a', 'b', 'c')
const wall = fc.record({
  units: fc.subarray(['a', 'b', 'c']),
  accused: fc.subarray(['a', 'b', 'c']),
  settled: fc.boolean(),
})

it('a unit sees what is settled, was assigned to it and does not accuse it, and nothing else', () => {
  fc.assert(
    fc.property(unit, wall, (own, given) => {
      const expected = given.settled && given.units.includes(own) && !given.accused.includes(own)
      assert.equal(maySee({ kind: 'unit', unit: own }, given), expected)
    }),
  )
})

it('an account without a unit sees nothing, not even a case without a unit', () => {
  fc.assert(fc.property(wall, (given) => !maySee({ kind: 'unit', unit: null }, given)))
})

it('the bureau sees every case', () => {
  fc.assert(fc.property(wall, (given) => maySee({ kind: 'bureau' }, given)))
})
