import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  createQueue,
  type Outbox,
  type Outcome,
} from '../../../cms/src/publishing/builds/build-queue.ts'

/** An outbox in memory: the rules of the queue are tried here, its database in the CMS tests. */
function memoryOutbox() {
  const rows: { id: number; state: string }[] = []
  const outbox: Outbox = {
    take: () => {
      const waiting = rows.filter((row) => row.state === 'waiting')
      for (const row of waiting) row.state = 'building'
      return Promise.resolve({ ids: waiting.map(({ id }) => id), changes: [] })
    },
    restore: () => {
      for (const row of rows) if (row.state === 'building') row.state = 'waiting'
      return Promise.resolve()
    },
    finish: (ids, outcome) => {
      for (const row of rows) if (ids.includes(row.id)) row.state = outcome.ok ? 'live' : 'failed'
      return Promise.resolve()
    },
  }
  const request = (state = 'waiting') => rows.push({ id: rows.length + 1, state })
  return { rows, outbox, request }
}

const live: Outcome = { ok: true, release: 'r1', held: [] }

describe('the build queue', () => {
  it('builds one at a time and folds later requests into the next build', async () => {
    const { rows, outbox, request } = memoryOutbox()
    let running = 0
    let builds = 0
    const queue = createQueue(outbox, async () => {
      running += 1
      builds += 1
      assert.equal(running, 1)
      if (builds === 1) {
        for (let i = 0; i < 5; i += 1) {
          request()
          queue.wake()
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 5))
      running -= 1
      return live
    })
    request()
    queue.wake()
    await queue.idle()
    assert.equal(builds, 2)
    assert.ok(rows.every(({ state }) => state === 'live'))
  })

  it('takes up what a killed process was building', async () => {
    const { rows, outbox, request } = memoryOutbox()
    request('building')
    const queue = createQueue(outbox, () => Promise.resolve(live))
    queue.wake()
    await queue.idle()
    assert.equal(rows[0]?.state, 'live')
  })

  it('tries a fault of the machine again, and a faulty entry not', async () => {
    for (const [again, expected] of [
      [true, 3],
      [false, 1],
    ] as const) {
      const { rows, outbox, request } = memoryOutbox()
      let builds = 0
      const queue = createQueue(outbox, () => {
        builds += 1
        return Promise.resolve({
          ok: false,
          faults: [{ text: 'x', uid: null, documentId: null }],
          again,
        })
      })
      request()
      queue.wake()
      await queue.idle()
      assert.equal(builds, expected)
      assert.equal(rows[0]?.state, 'failed')
    }
  })

  it('does not call a build broken off by a stop a failure', async () => {
    const { rows, outbox, request } = memoryOutbox()
    let breakOff: (outcome: Outcome) => void = () => undefined
    const queue = createQueue(outbox, () => new Promise((resolve) => (breakOff = resolve)))
    request()
    queue.wake()
    await new Promise((resolve) => setImmediate(resolve))
    const stopped = queue.stop()
    breakOff({ ok: false, faults: [{ text: 'aborted', uid: null, documentId: null }], again: true })
    await stopped
    assert.equal(rows[0]?.state, 'building')
  })
})
