/** A stream of a PDF: where its bytes are, its dictionary, and the number of its object, NaN where unsure. */
export type Stream = { from: number; to: number; dictionary: string; number: number }

/** All streams of a PDF, as they stand one behind the other. */
export function streamsOf(text: string): Stream[] {
  const streams: Stream[] = []
  const opening = />>\s*stream\r?\n/g
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const from = opening.lastIndex
    const found = text.indexOf('endstream', from)
    const to = found === -1 ? text.length : found
    const start = Math.max(text.lastIndexOf(' obj', match.index), match.index - 4096)
    const head = text.slice(Math.max(0, start - 24), Math.max(0, start))
    const number = Number(/(?:^|\D)(\d+)\s+\d+$/.exec(head)?.[1])
    streams.push({ from, to, dictionary: text.slice(Math.max(0, start), match.index), number })
    opening.lastIndex = to
  }
  return streams
}

/** What stands outside the streams, their dictionaries among it. */
export function outsideOf(text: string, streams: Stream[]): string {
  const parts: string[] = []
  let at = 0
  for (const { from, to } of streams) {
    parts.push(text.slice(at, from))
    at = to
  }
  return [...parts, text.slice(at)].join('\n')
}
