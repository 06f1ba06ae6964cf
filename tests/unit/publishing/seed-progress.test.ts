import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { progressWords } from '../../../cms/src/publishing/snapshot/seed-progress.ts'

describe('how far the seeding is', () => {
  it('is said in seconds, in minutes where it is long, and without a rest at the end', () => {
    assert.equal(progressWords(2_500, 10_000, 20_000), '2,500/10,000，大约还要 60 秒')
    assert.equal(progressWords(1_000, 10_000, 20_000), '1,000/10,000，大约还要 3 分钟')
    assert.equal(progressWords(10_000, 10_000, 90_000), '10,000/10,000')
  })
})
