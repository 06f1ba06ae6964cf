import assert from 'node:assert/strict'
import { it } from 'node:test'
import { limitConcurrency } from '../../../site/src/petition/concurrency-limit.ts'
import { Unavailable } from '../../../site/src/petition/failures.ts'

it('runs no more at once than it has concurrency, in order, and sends the rest away', async () => {
  const concurrency = limitConcurrency({ running: 2, waiting: 3 })
  let running = 0
  let most = 0
  const order: number[] = []
  const work = (index: number) =>
    concurrency.run(async () => {
      running += 1
      most = Math.max(most, running)
      order.push(index)
      await new Promise((resolve) => setTimeout(resolve, 5))
      running -= 1
      return index
    })
  const results = await Promise.allSettled([0, 1, 2, 3, 4, 5].map(work))
  assert.equal(most, 2)
  assert.deepEqual(order, [0, 1, 2, 3, 4])
  const last = results[5]
  assert.ok(last?.status === 'rejected' && last.reason instanceof Unavailable)
})

it('gives the slot back when the work fails', async () => {
  const concurrency = limitConcurrency({ running: 1, waiting: 0 })
  await assert.rejects(
    concurrency.run(async () => Promise.reject(new Error('broken'))),
    /broken/,
  )
  assert.equal(await concurrency.run(async () => 'fine'), 'fine')
})
