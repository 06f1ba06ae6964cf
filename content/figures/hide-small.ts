/** Cells below this could point at a person and are not shown. */
export const smallestCell = 5

/**
 * Hides every count below the smallest cell, and so many of the others, the smallest first, that none of the small
 * ones can be worked out: neither from the total and the counts that are shown, nor by who knows how it is done. What
 * is hidden for either reason is null alike. The total may be shown where it is no small cell itself.
 *
 * Whether more must be hidden hangs on what everybody sees: how many are hidden, and how much they are together. One
 * alone, only zeros, or only fours would give themselves away.
 */
export function hideSmall(counts: readonly number[]): (number | null)[] {
  const hidden = new Set(counts.flatMap((count, at) => (count < smallestCell ? [at] : [])))
  if (hidden.size === 0) return [...counts]
  const others = counts
    .map((count, at) => ({ count, at }))
    .filter(({ at }) => !hidden.has(at))
    .sort((a, b) => a.count - b.count)
  const isSafe = () => {
    const sum = [...hidden].reduce((total, at) => total + (counts[at] ?? 0), 0)
    return hidden.size > 1 && sum >= smallestCell && sum !== hidden.size * (smallestCell - 1)
  }
  while (!isSafe()) {
    const least = others[0]?.count
    if (least === undefined) break
    // One of several that are alike would tell by its place that the others are no smaller.
    while (others[0]?.count === least) hidden.add(others.shift()?.at ?? 0)
  }
  return counts.map((count, at) => (hidden.has(at) ? null : count))
}

/** A share in percent; where that would give a small cell away, only a bound, or nothing. */
export type PublicShare =
  { percent: number } | { over: number } | { under: number } | { percent: null }

/** So large a whole has less than a tenth in a small cell. */
const wholeOfTenth = 50

/** A share as it may be published: neither what is in it nor what is not can be worked out where it is small. */
export function publicShare({ part, whole }: { part: number; whole: number }): PublicShare {
  const rest = whole - part
  if (part >= smallestCell && rest >= smallestCell)
    return { percent: Math.round((part / whole) * 100) }
  if (whole < wholeOfTenth) return { percent: null }
  return rest < smallestCell ? { over: 90 } : { under: 10 }
}
