/** A text in which something was read as something else, and where each of its characters stood before. */
export type Reading = {
  text: string
  /** What was read anew: from where to where in `text`. */
  anew: readonly { from: number; to: number }[]
  /** Where a span of `text` stood before. */
  span(from: number, to: number): { from: number; to: number }
}

/**
 * Reads what a pattern finds as something else.
 * @param pattern global
 * @returns nothing where there is nothing to read anew
 */
export function reread(
  text: string,
  pattern: RegExp,
  read: (found: string) => string | undefined,
): Reading | undefined {
  const starts: number[] = []
  const ends: number[] = []
  const anew: { from: number; to: number }[] = []
  let kept = ''
  let last = 0
  const keep = (until: number) => {
    for (let at = last; at < until; at += 1) {
      starts.push(at)
      ends.push(at + 1)
    }
    kept += text.slice(last, until)
  }
  for (const { 0: found, index } of text.matchAll(pattern)) {
    const said = read(found)
    if (said === undefined || found === '') continue
    keep(index)
    last = index + found.length
    anew.push({ from: kept.length, to: kept.length + said.length })
    for (let unit = 0; unit < said.length; unit += 1) {
      starts.push(index)
      ends.push(last)
    }
    kept += said
  }
  if (anew.length === 0) return undefined
  keep(text.length)
  return {
    text: kept,
    anew,
    span: (from, to) => ({ from: starts[from] ?? text.length, to: ends[to - 1] ?? text.length }),
  }
}
