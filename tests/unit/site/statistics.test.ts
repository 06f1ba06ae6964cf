import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { smallestCell } from '../../../content/figures/hide-small.ts'
import { table } from '../../../site/src/statistics/count.ts'

function count(counts: number[]) {
  const entries = counts.flatMap((number, key) => Array<string>(number).fill(String(key)))
  return table(
    entries,
    (entry) => entry,
    counts.map((_, key) => [String(key), `第${key}行`]),
  )
}

describe('a public table', () => {
  it('shows counts from five and hides smaller ones, none included', () => {
    const { rows, total } = count([9, 5, 4, 2, 0])
    assert.deepEqual(
      rows.map((row) => row.count),
      [9, 5, null, null, null],
    )
    assert.equal(total, 20)
  })

  it('withholds the smallest other count where the total would give one away', () => {
    const { rows } = count([9, 6, 3])
    assert.deepEqual(
      rows.map((row) => row.count),
      [9, null, null],
    )
  })

  it('withholds the total where that is small itself', () => {
    assert.deepEqual(count([3]), {
      rows: [{ key: '0', name: '第0行', count: null }],
      total: null,
    })
  })

  it('never shows a number below five', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 20 })), (counts) => {
        for (const row of count(counts).rows) {
          assert.ok(row.count === null || row.count >= smallestCell)
        }
      }),
    )
  })
})
