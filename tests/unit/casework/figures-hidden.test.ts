import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { hideSmall, publicShare, smallestCell } from '../../../content/figures/hide-small.ts'

/** Every way to write `sum` as so many counts, none below zero. */
function* splits(sum: number, parts: number): Generator<number[]> {
  if (parts === 1) return yield [sum]
  for (let first = 0; first <= sum; first += 1) {
    for (const rest of splits(sum - first, parts - 1)) yield [first, ...rest]
  }
}

/** What each hidden count can be, to whoever knows the total, what is shown, and how counts are hidden. */
function possible(shown: readonly (number | null)[], total: number): Map<number, Set<number>> {
  const places = shown.flatMap((count, at) => (count === null ? [at] : []))
  const rest = total - shown.reduce((sum: number, count) => sum + (count ?? 0), 0)
  const found = new Map(places.map((at) => [at, new Set<number>()]))
  for (const values of splits(rest, places.length)) {
    const guess = shown.map((count, at) => count ?? values[places.indexOf(at)] ?? 0)
    if (JSON.stringify(hideSmall(guess)) !== JSON.stringify(shown)) continue
    for (const at of places) found.get(at)?.add(guess[at] ?? 0)
  }
  return found
}

function check(counts: number[]): void {
  const shown = hideSmall(counts)
  const total = counts.reduce((sum, count) => sum + count, 0)
  for (const [at, count] of shown.entries()) {
    const real = counts[at] ?? assert.fail()
    if (count !== null) assert.ok(count === real && count >= smallestCell)
    if (real < smallestCell) assert.equal(count, null)
  }
  if (total < smallestCell || !shown.includes(null)) return
  for (const [at, values] of possible(shown, total)) {
    if ((counts[at] ?? 0) >= smallestCell) continue
    assert.ok(
      values.size > 1,
      `${counts.join()} shown ${shown.join()}: ${at} is ${[...values].join()}`,
    )
  }
}

describe('small cells of public figures', () => {
  it('are hidden, and others with them where they would give them away', () => {
    assert.deepEqual(hideSmall([9, 5, 4, 2, 0]), [9, 5, null, null, null])
    assert.deepEqual(hideSmall([9, 6, 3]), [9, null, null])
    assert.deepEqual(hideSmall([20, 0, 0, 7]), [20, null, null, null])
    assert.deepEqual(hideSmall([9, 8]), [9, 8])
    assert.deepEqual(hideSmall([4, 4, 20]), [null, null, null])
    assert.deepEqual(hideSmall([]), [])
  })

  it('cannot be worked out in any table of few small counts', () => {
    // Which counts are hidden does not hang on their order.
    const each = (counts: number[], width: number) => {
      if (counts.length > 0) check(counts)
      if (width === 0) return
      for (let next = counts.at(-1) ?? 0; next < 10; next += 1) each([...counts, next], width - 1)
    }
    each([], 4)
  })

  it('cannot be worked out in wider tables', () => {
    const count = fc.oneof(
      { weight: 4, arbitrary: fc.nat({ max: 6 }) },
      { weight: 2, arbitrary: fc.integer({ min: 7, max: 14 }) },
    )
    fc.assert(fc.property(fc.array(count, { minLength: 4, maxLength: 6 }), check), { numRuns: 300 })
  })

  it('cannot be worked out of a share', () => {
    assert.deepEqual(publicShare({ part: 40, whole: 50 }), { percent: 80 })
    assert.deepEqual(publicShare({ part: 49, whole: 50 }), { over: 90 })
    assert.deepEqual(publicShare({ part: 50, whole: 50 }), { over: 90 })
    assert.deepEqual(publicShare({ part: 2, whole: 50 }), { under: 10 })
    assert.deepEqual(publicShare({ part: 19, whole: 20 }), { percent: null })
    assert.deepEqual(publicShare({ part: 0, whole: 0 }), { percent: null })
    fc.assert(
      fc.property(fc.nat({ max: 300 }), fc.nat({ max: 300 }), (part, rest) => {
        const share = publicShare({ part, whole: part + rest })
        const isExact = 'percent' in share && share.percent !== null
        assert.equal(isExact, part >= smallestCell && rest >= smallestCell)
        const ratio = part / (part + rest)
        if ('over' in share) assert.ok(ratio >= 0.9)
        if ('under' in share) assert.ok(ratio <= 0.1)
      }),
    )
  })
})
