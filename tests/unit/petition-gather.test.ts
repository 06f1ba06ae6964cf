import assert from 'node:assert/strict'
import { it } from 'node:test'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { gather } from '../../site/src/petition/mailbox/gather.ts'
import { Unavailable } from '../../site/src/petition/unavailable.ts'

it('does together those who come at once, and those who come meanwhile', async () => {
  const lots: number[][] = []
  const double = gather(async (items: number[]) => {
    lots.push(items)
    await sleep(5)
    return items.map((item) => item * 2)
  }, 3)
  const first = [1, 2].map(double)
  await nextTurn()
  await nextTurn()
  const results = await Promise.all([...first, ...[3, 4, 5, 6].map(double)])
  assert.deepEqual(results, [2, 4, 6, 8, 10, 12])
  assert.deepEqual(lots, [[1, 2], [3, 4, 5], [6]])
  assert.equal(await double(7), 14)
})

it('lets a bad item fail alone, whatever lots it falls into', async () => {
  const items = fc.array(fc.record({ bad: fc.boolean(), wait: fc.nat(3) }), { maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(items, fc.integer({ min: 1, max: 6 }), async (given, most) => {
      const done: number[] = []
      const work = gather(async (lot: { bad: boolean; index: number }[]) => {
        await sleep(0)
        if (lot.some(({ bad }) => bad)) throw new Error('bad')
        done.push(...lot.map(({ index }) => index))
        return lot.map(({ index }) => index)
      }, most)
      const results = await Promise.allSettled(
        given.map(async ({ bad, wait }, index) => {
          await sleep(wait)
          return work({ bad, index })
        }),
      )
      for (const [index, { bad }] of given.entries()) {
        const result = results[index]
        assert.equal(result?.status, bad ? 'rejected' : 'fulfilled')
        if (result?.status === 'fulfilled') assert.equal(result.value, index)
      }
      assert.equal(new Set(done).size, done.length)
    }),
    { numRuns: 60 },
  )
})

it('does not try item by item what is unavailable to all, and goes on afterwards', async () => {
  let calls = 0
  let away = true
  const work = gather(async (items: number[]) => {
    calls += 1
    await sleep(1)
    if (away) throw new Unavailable('locked', 10)
    return items
  }, 10)
  const results = await Promise.allSettled([1, 2, 3, 4].map(work))
  assert.ok(results.every(({ status }) => status === 'rejected'))
  assert.equal(calls, 1)
  away = false
  assert.equal(await work(5), 5)
})
