import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { traceOf } from '../../../cms/src/strapi/error-translation/trace.ts'

describe('what the log says of an error', () => {
  it('is its kind, its code and its places', () => {
    const trace = traceOf(Object.assign(new RangeError('甲某'), { code: 'SQLITE_FULL' }))
    assert.match(trace, /^RangeError SQLITE_FULL\n {4}at .+trace\.test\.ts:\d+:\d+/)
  })

  it('has none of its words, though they look like places', () => {
    for (const words of [
      '甲某 13900009911',
      '甲某\n13900009911\n    at 13900009911',
      "insert into petitioner values ('甲某',\n '13900009911')",
    ]) {
      const error = Object.assign(new Error(words), { code: words })
      assert.doesNotMatch(traceOf(error), /甲某|13900009911/)
      // A database puts its question before the words when the stack is written already.
      const late = new Error('')
      late.stack = `Error: ${words}${(late.stack ?? '').replace('Error', '')}`
      assert.doesNotMatch(traceOf(late), /甲某|13900009911/)
    }
    assert.equal(traceOf('甲某'), 'string')
    assert.equal(traceOf(undefined), 'undefined')
  })
})
