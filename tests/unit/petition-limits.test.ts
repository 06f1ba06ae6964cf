import assert from 'node:assert/strict'
import { it } from 'node:test'
import { createAttempts } from '../../site/src/petition/attempts.ts'
import { createSlots } from '../../site/src/petition/slots.ts'
import { Unavailable } from '../../site/src/petition/unavailable.ts'

function clock() {
  let time = Date.parse('2026-11-22T00:00:00Z')
  return { now: () => new Date(time), pass: (seconds: number) => (time += seconds * 1000) }
}

it('lets a burst of tries through, then one a refill, for each number on its own', () => {
  const { now, pass } = clock()
  const attempts = createAttempts({ burst: 3, refillSeconds: 30, capacity: 100, now })
  for (let count = 0; count < 3; count += 1) assert.ok(attempts.allow('a').ok)
  assert.deepEqual(attempts.allow('a'), { ok: false, retryAfter: 30 })
  assert.ok(attempts.allow('b').ok)
  pass(29)
  assert.deepEqual(attempts.allow('a'), { ok: false, retryAfter: 1 })
  pass(1)
  assert.ok(attempts.allow('a').ok)
  assert.ok(!attempts.allow('a').ok)
})

it('is not extended by being refused, so the owner comes in after one refill', () => {
  const { now, pass } = clock()
  const attempts = createAttempts({ burst: 1, refillSeconds: 30, capacity: 100, now })
  assert.ok(attempts.allow('a').ok)
  for (let second = 0; second < 29; second += 1) {
    pass(1)
    assert.ok(!attempts.allow('a').ok)
  }
  pass(1)
  assert.ok(attempts.allow('a').ok)
})

it('does not count tries after a right code', () => {
  const { now } = clock()
  const attempts = createAttempts({ burst: 1, refillSeconds: 30, capacity: 100, now })
  for (let count = 0; count < 50; count += 1) {
    assert.ok(attempts.allow('a').ok)
    attempts.forget('a')
  }
})

it('remembers a bounded number of numbers, the least recent forgotten first', () => {
  const { now } = clock()
  const attempts = createAttempts({ burst: 1, refillSeconds: 30, capacity: 2, now })
  assert.ok(attempts.allow('a').ok)
  assert.ok(attempts.allow('b').ok)
  assert.ok(!attempts.allow('a').ok)
  assert.ok(attempts.allow('c').ok)
  assert.ok(!attempts.allow('a').ok)
  assert.ok(attempts.allow('b').ok)
})

it('runs no more at once than it has slots, in order, and sends the rest away', async () => {
  const slots = createSlots({ running: 2, waiting: 3 })
  let running = 0
  let most = 0
  const order: number[] = []
  const work = (index: number) =>
    slots.run(async () => {
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
  const slots = createSlots({ running: 1, waiting: 0 })
  await assert.rejects(
    slots.run(async () => Promise.reject(new Error('broken'))),
    /broken/,
  )
  assert.equal(await slots.run(async () => 'fine'), 'fine')
})
