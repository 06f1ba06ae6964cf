import type { TestEvent } from 'node:test/reporters'
import type { Tally } from './tally.ts'

/** A reporter that says at the end, as JSON, how many tests there were; what only holds others is none. */
export default async function* counts(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 }
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue
    if (data.details.type === 'suite') continue
    if (type === 'test:fail') tally.failed += 1
    else if (data.skip !== undefined || data.todo !== undefined) tally.skipped += 1
    else tally.passed += 1
  }
  yield JSON.stringify(tally)
}
