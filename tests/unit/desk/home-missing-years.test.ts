import assert from 'node:assert/strict'
import { it } from 'node:test'
import { missingYears } from '../../../cms/src/home/missing-years.ts'

const table = { 2026: { off: [], on: [] } }

it('a year without a table of working days is named: this one always, the next from 1 December on', () => {
  assert.deepEqual(missingYears(table, '2026-11-30'), [])
  assert.deepEqual(missingYears(table, '2026-12-01'), ['2027'])
  assert.deepEqual(missingYears(table, '2027-01-01'), ['2027'])
  assert.deepEqual(missingYears({ ...table, 2027: { off: [], on: [] } }, '2026-12-31'), [])
})
