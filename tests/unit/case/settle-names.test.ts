import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import {
  addNames,
  openNames,
  type Naming,
} from '../../../cms/src/casework/rules/units/unsettled-units.ts'

const id = fc.constantFrom('a', 'b', 'c', 'd')
const named = fc.uniqueArray(fc.record({ id, words: fc.array(fc.string(), { maxLength: 2 }) }), {
  selector: (one) => one.id,
})
const naming: fc.Arbitrary<Naming> = fc.record({
  named,
  settled: fc.subarray(['a', 'b', 'c', 'd']),
})

it('whatever a later text names is open, but for what is accused already', () => {
  fc.assert(
    fc.property(naming, named, fc.subarray(['a', 'b', 'c', 'd']), (before, later, accused) => {
      const settled = [...new Set([...before.settled, ...accused])]
      const after = addNames({ ...before, settled }, later, accused)
      const open = openNames(after).map((one) => one.id)
      for (const { id } of later) assert.equal(open.includes(id), !accused.includes(id))
      for (const { id } of openNames({ ...before, settled })) assert.ok(open.includes(id))
    }),
  )
})

it('forgets no unit and no word', () => {
  fc.assert(
    fc.property(naming, named, (before, later) => {
      const after = new Map(addNames(before, later, []).named.map((one) => [one.id, one.words]))
      for (const { id, words } of [...before.named, ...later]) {
        for (const word of words) assert.ok(after.get(id)?.includes(word))
      }
    }),
  )
})
