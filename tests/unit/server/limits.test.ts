import assert from 'node:assert/strict'
import { it, mock } from 'node:test'
import type { TestContext } from 'node:test'
import { limitTable } from '../../../site/src/server/limits/limit-table.ts'
import type { Limit, LimitTable } from '../../../site/src/server/limits/limit-table.ts'
import { createLimits } from '../../../site/src/server/limits/limits.ts'

/** Limits of which only tracking is used, and a clock that is moved by hand. */
function start(context: TestContext, tracking: Limit, most?: number) {
  mock.timers.enable({ apis: ['Date', 'setTimeout'], now: Date.parse('2026-11-22T00:00:00Z') })
  context.after(() => mock.timers.reset())
  const table: LimitTable = { ...limitTable, tracking }
  const limits = createLimits(table, most)
  return {
    limits,
    pass: (seconds: number) => mock.timers.tick(seconds * 1000),
    ask: (address: string, receipt?: string) =>
      limits.allow('tracking', { address, ...(receipt !== undefined && { receipt }) }),
  }
}
const wide = { steady: [1_000_000, 1], burst: [1, 1] } as const
const narrow = { steady: [1, 30], burst: [2, 600] } as const

it('lets a burst through, then one a period, for each address on its own', async (context) => {
  const { ask, pass } = start(context, { perAddress: narrow, global: wide })
  for (let count = 0; count < 3; count += 1) assert.ok((await ask('a')).ok)
  assert.deepEqual(await ask('a'), { ok: false, retryAfter: 30 })
  assert.ok((await ask('b')).ok)
  pass(29)
  assert.deepEqual(await ask('a'), { ok: false, retryAfter: 1 })
  pass(1)
  assert.ok((await ask('a')).ok)
  assert.ok(!(await ask('a')).ok)
})

it('counts a number from wherever it is tried, and lets its holder in after one period', async (context) => {
  const { ask, pass } = start(context, { perAddress: wide, perReceipt: narrow, global: wide })
  for (let count = 0; count < 3; count += 1) assert.ok((await ask(`a${count}`, 'n')).ok)
  for (let second = 0; second < 29; second += 1) {
    assert.ok(!(await ask(`b${second}`, 'n')).ok)
    pass(1)
  }
  assert.ok((await ask('c', 'other')).ok)
  pass(1)
  assert.ok((await ask('owner', 'n')).ok)
})

it('forgets what was tried at a number after the right code', async (context) => {
  const { ask, limits } = start(context, { perReceipt: narrow, global: wide })
  for (let count = 0; count < 50; count += 1) {
    assert.ok((await ask('a', 'n')).ok)
    await limits.forgive('tracking', 'n')
  }
})

it('holds all addresses together', async (context) => {
  const { ask, pass } = start(context, { perAddress: wide, global: narrow })
  for (let count = 0; count < 3; count += 1) assert.ok((await ask(`a${count}`)).ok)
  assert.ok(!(await ask('b')).ok)
  pass(30)
  assert.ok((await ask('b')).ok)
})

it('takes nothing from a number or from everybody for a try that the address may not make', async (context) => {
  const together = { steady: [1, 30], burst: [5, 600] } as const
  const { ask } = start(context, { perAddress: narrow, perReceipt: narrow, global: together })
  for (let count = 0; count < 3; count += 1) assert.ok((await ask('a', 'x')).ok)
  for (let count = 0; count < 20; count += 1) assert.ok(!(await ask('a', 'y')).ok)
  for (let count = 0; count < 3; count += 1) assert.ok((await ask('b', 'y')).ok)
  for (const address of ['c', 'd']) assert.ok(!(await ask(address, 'z')).ok)
})

it('gives back what did not count, and never more than was taken', async (context) => {
  const { ask, pass } = start(context, { perAddress: narrow, global: wide })
  for (let count = 0; count < 20; count += 1) {
    const allowed = await ask('a')
    assert.ok(allowed.ok)
    await allowed.giveBack()
    await allowed.giveBack()
  }
  const late = await ask('a')
  assert.ok(late.ok)
  pass(601)
  await late.giveBack()
  for (let count = 0; count < 3; count += 1) assert.ok((await ask('a')).ok)
  assert.ok(!(await ask('a')).ok)
})

it('remembers a bounded number of addresses, and forgets the one that asked longest ago', async (context) => {
  const { ask } = start(context, { perAddress: narrow, global: wide }, 2)
  const exhaust = async (address: string) => {
    while ((await ask(address)).ok);
  }
  await exhaust('a')
  await exhaust('b')
  assert.ok(!(await ask('a')).ok)
  assert.ok((await ask('c')).ok)
  assert.ok(!(await ask('a')).ok)
  assert.ok((await ask('b')).ok)
})

it('gives the next period nothing for what was refused at the end of the last', async (context) => {
  const { ask, pass } = start(context, { global: { steady: [2, 1], burst: [1, 600] } })
  for (let count = 0; count < 3; count += 1) assert.ok((await ask('a')).ok)
  const refused = ask('a')
  pass(1)
  assert.ok(!(await refused).ok)
  assert.deepEqual(
    [(await ask('a')).ok, (await ask('a')).ok, (await ask('a')).ok],
    [true, true, false],
  )
})
