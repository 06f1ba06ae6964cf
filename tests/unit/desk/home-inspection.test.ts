import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayMs } from '../../../content/calendar/day.ts'
import fc from 'fast-check'
import { inspect, type Column } from '../../../cms/src/home/inspection.ts'

const now = new Date('2026-11-22T08:00:00Z')
const ago = (days: number) => new Date(now.getTime() - days * dayMs).toISOString()
const column = (kind: string, days: number | null): Column => ({
  kind,
  name: kind,
  entries: days === null ? 0 : 3,
  last: days === null ? null : ago(days),
})

test('a column that is kept up is not spoken of', () => {
  assert.deepEqual(inspect([column('essays', 1), column('notices', 20)], now), [])
})

test('news warn in the second week and are stale after two, results after six months', () => {
  const kinds = (kind: string, days: number) =>
    inspect([column('videos', 0), column(kind, days)], now).map((finding) => finding.kind)
  assert.deepEqual(kinds('essays', 10), [])
  assert.deepEqual(kinds('essays', 11), ['soon'])
  assert.deepEqual(kinds('essays', 13), ['soon'])
  assert.deepEqual(kinds('essays', 14), ['stale'])
  assert.deepEqual(kinds('notices', 182), ['soon'])
  assert.deepEqual(kinds('notices', 183), ['stale'])
  assert.deepEqual(kinds('guides', 900), [])
})

test('the home page is as old as the newest of its columns', () => {
  const found = inspect([column('guides', 15), column('videos', 40)], now)
  assert.deepEqual(found, [{ kind: 'stale', column: '首页', days: 15, limit: 14 }])
})

test('an empty column is told, whatever its kind', () => {
  assert.deepEqual(inspect([column('essays', 0), column('campaigns', null)], now), [
    { kind: 'empty', column: 'campaigns', days: null, limit: null },
  ])
})

test('a finding never speaks of fewer days than its limit asks for', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }), (a, b) => {
      for (const { kind, days, limit } of inspect(
        [column('essays', a), column('notices', b)],
        now,
      )) {
        assert.ok(days !== null && limit !== null)
        assert.equal(kind === 'stale', days >= limit)
      }
    }),
  )
})
