/** How many tests passed, failed and were skipped. */
export type Tally = { passed: number; failed: number; skipped: number }

/** The sum of two tallies. */
export function add(a: Tally, b: Tally): Tally {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  }
}
