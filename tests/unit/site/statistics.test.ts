import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { smallestCell, table } from '../../../site/src/statistics/count.ts'

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
      [9, 5, 'small', 'small', 'small'],
    )
    assert.equal(total, 20)
  })

  it('withholds the smallest other count where the total would give one away', () => {
    const { rows } = count([9, 6, 3])
    assert.deepEqual(
      rows.map((row) => row.count),
      [9, 'withheld', 'small'],
    )
  })

  it('withholds the total where there is no other count', () => {
    assert.deepEqual(count([3]), {
      rows: [{ key: '0', name: '第0行', count: 'small' }],
      total: null,
    })
  })

  it('never lets a hidden count be worked out, unless all hidden ones are none', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 8 }), (counts) => {
        const { rows, total } = count(counts)
        if (total === null) return
        const shown = rows.reduce(
          (sum, row) => sum + (typeof row.count === 'number' ? row.count : 0),
          0,
        )
        const hidden = rows.flatMap((row, at) => (row.count === 'small' ? [counts[at] ?? 0] : []))
        const withheld = rows.some((row) => row.count === 'withheld')
        const rest = total - shown
        if (hidden.length === 0 || rest === 0) return
        // Some hidden count must be able to be something else than it is.
        const most = hidden.length * (smallestCell - 1)
        assert.ok(withheld || (hidden.length > 1 && rest < most), JSON.stringify(counts))
      }),
      { numRuns: 2000 },
    )
  })

  it('never shows a number below five', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 20 })), (counts) => {
        for (const row of count(counts).rows) {
          assert.ok(typeof row.count === 'string' || row.count >= smallestCell)
        }
      }),
    )
  })
})
