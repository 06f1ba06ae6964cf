/** A part of a text, in UTF-16 units. */
export type Span = { from: number; to: number }

/**
 * The place of the first of some spans that ends behind `at`; their number where none does. By halving: a
 * text of a whole book holds tens of thousands.
 * @param spans in order, of which none overlaps another
 */
export function firstBehind(spans: readonly Span[], at: number): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.to ?? 0) > at) high = middle
    else low = middle + 1
  }
  return low
}

/** Those of some spans that overlap another. @param spans in order, of which none overlaps another */
export function overlapping<S extends Span>(spans: readonly S[], { from, to }: Span): S[] {
  const met: S[] = []
  for (let place = firstBehind(spans, from); place < spans.length; place += 1) {
    const span = spans[place]
    if (!span || span.from >= to) break
    met.push(span)
  }
  return met
}
