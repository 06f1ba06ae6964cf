/** A line of a stack that names a place in a program, and nothing else. */
const frame = /^ {4}at [\x20-\x7e]+:\d+:\d+\)?$/

/** What an error says without its words, which may quote what somebody wrote: its kind, its code, its places. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const { code } = error as { code?: unknown }
  const lines = (error.stack ?? '').split('\n')
  // The words stand before the places, and may be of several lines themselves.
  const first = lines.findLastIndex((line) => !/^ {4}at /.test(line)) + 1
  const places = lines.slice(first).filter((line) => frame.test(line))
  const kind = [error.constructor.name, ...(/^[A-Z_]+$/.test(String(code)) ? [code] : [])].join(' ')
  return [kind, ...places].join('\n')
}
