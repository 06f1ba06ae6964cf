import assert from 'node:assert/strict'
import { it } from 'node:test'
import { findDoubtful, findPersonal } from '../../../content/privacy/find.ts'
import { firstBehind, overlapping, type Span } from '../../../content/privacy/spans.ts'

/** Numbers that look random, the same in every run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (state * 48_271) % 2_147_483_647
    yield state
  }
}

/** Spans in order that do not overlap; some touch, some are empty. */
function spansOf(seed: number): Span[] {
  const spans: Span[] = []
  let at = 0
  for (const number of numbers(seed)) {
    if (spans.length >= number % 40) return spans
    const from = at + (number % 4)
    at = from + (number % 5)
    spans.push({ from, to: at })
  }
  return spans
}

it('finds the spans that overlap another as looking at each of them does', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const spans = spansOf(seed).filter(({ from, to }) => to > from)
    for (let from = 0; from < 60; from += 1) {
      for (const length of [1, 2, 7, 30]) {
        const to = from + length
        const met = spans.filter((span) => span.from < to && from < span.to)
        assert.deepEqual(overlapping(spans, { from, to }), met)
        const behind = spans.findIndex((span) => span.to > from)
        assert.equal(firstBehind(spans, from), behind === -1 ? spans.length : behind)
      }
    }
  }
})

it('reads a text as long as a book, full of numbers, to its end, and tells hits in their order', () => {
  const rows = Array.from({ length: 18_000 }, (_, row) =>
    row % 3 === 0
      ? `1380000${1000 + (row % 8999)}，`
      : `13${8000 + (row % 1999)}\n${1000 + (row % 8999)}\n`,
  )
  const text = `${rows.join('')}身份证号\n110101199003070572`.slice(-200_000)
  for (const find of [findPersonal, findDoubtful]) {
    const places = find(text).map(({ at }) => at)
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    )
  }
  assert.ok(findPersonal(text).length > 5_000)
})
