import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  deliver,
  pauseAfter,
  type Outbox,
  type Task,
} from '../../../cms/src/casework/notify/deliver.ts'
import type { Senders, SendOutcome, Send } from '../../../cms/src/casework/notify/port.ts'
import { memoryOutbox } from '../../support/case/memory-outbox.ts'

const message = {
  id: '',
  subject: '',
  text: '',
  sms: '',
  parameters: { number: '', step: '', day: '' },
}
const start = Date.parse('2026-11-22T00:00:00Z')
const hour = 3_600_000

/** A way that notes to whom it sent and answers as it is told; each task is its own recipient. */
function channel(answer: (to: string) => SendOutcome): { send: Send; sent: string[] } {
  const sent: string[] = []
  const send: Send = async (to) => {
    sent.push(to)
    return answer(to)
  }
  return { send, sent }
}
const prepare = async ({ caseId, step }: Task) => ({ to: `${caseId}${step}`, message })
const journey = (outbox: Outbox, channels: Senders, at = start) =>
  deliver(outbox, prepare, channels, () => new Date(at))

const sent: SendOutcome = { kind: 'sent' }
const unavailable: SendOutcome = { kind: 'unavailable', reason: '没有应答' }

describe('delivery', () => {
  it('tells each step once, and of one case in their order', async () => {
    const { rows, outbox, leave } = memoryOutbox()
    const email = channel(() => sent)
    for (const step of [0, 1, 2]) leave('a', step)
    leave('b', 0)
    for (let i = 0; i < 5; i += 1) await journey(outbox, { email: email.send })
    assert.deepEqual(email.sent, ['a0', 'b0', 'a1', 'a2'])
    assert.ok(rows.every(({ state }) => state === 'sent'))
  })

  it('tries again after growing pauses, eight times within a day or so, and then gives up', async () => {
    const { rows, outbox, leave } = memoryOutbox()
    const email = channel(() => unavailable)
    leave('a', 0)
    const times: number[] = []
    for (let at = start; at < start + 72 * hour; at += 10_000) {
      const before = email.sent.length
      await journey(outbox, { email: email.send }, at)
      if (email.sent.length > before) times.push(at - start)
    }
    assert.equal(times.length, 8)
    const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0))
    for (const [index, pause] of pauses.entries()) {
      assert.ok(pause >= pauseAfter(index + 1) && pause < pauseAfter(index + 1) + 20_000)
    }
    assert.ok((times.at(-1) ?? 0) > 23 * hour && (times.at(-1) ?? 0) < 26 * hour)
    assert.equal(rows[0]?.state, 'failed')
    assert.equal(rows[0]?.reason, '没有应答')
  })

  it('is once when the server was down and is up again', async () => {
    const { rows, outbox, leave } = memoryOutbox()
    let up = false
    const email = channel(() => (up ? sent : unavailable))
    leave('a', 0)
    await journey(outbox, { email: email.send })
    assert.equal(rows[0]?.reason, '没有应答')
    up = true
    await journey(outbox, { email: email.send }, start + 10_000)
    assert.equal(email.sent.length, 1, 'the pause was not kept')
    for (let hours = 1; hours < 5; hours += 1) {
      await journey(outbox, { email: email.send }, start + hours * hour)
    }
    assert.equal(email.sent.length, 2)
    assert.equal(rows[0]?.state, 'sent')
  })

  it('ends at once where the recipient is refused; later steps are still told', async () => {
    const { rows, outbox, leave } = memoryOutbox()
    const email = channel((to) => (to === 'a0' ? { kind: 'refused', reason: '拒收' } : sent))
    leave('a', 0)
    leave('a', 1)
    for (let i = 0; i < 3; i += 1) await journey(outbox, { email: email.send })
    assert.deepEqual(email.sent, ['a0', 'a1'])
    assert.deepEqual(
      rows.map(({ state }) => state),
      ['failed', 'sent'],
    )
  })

  it('leaves a way that does not answer alone for the journey, and goes on with the other', async () => {
    const { outbox, leave } = memoryOutbox()
    const email = channel(() => unavailable)
    const sms = channel(() => sent)
    leave('a', 0)
    leave('b', 0)
    leave('c', 0, 'sms')
    await journey(outbox, { email: email.send, sms: sms.send })
    assert.deepEqual([email.sent, sms.sent], [['a0'], ['c0']])
    await journey(outbox, { email: email.send, sms: sms.send })
    assert.deepEqual(email.sent, ['a0', 'b0'])
  })

  it('does not flood a petitioner where the mark of a sending cannot be written', async () => {
    const { rows, outbox, leave } = memoryOutbox()
    const email = channel(() => sent)
    leave('a', 0)
    const broken: Outbox = { ...outbox, settle: () => Promise.reject(new Error('disk is full')) }
    const { faults } = await journey(broken, { email: email.send })
    assert.equal(faults.length, 1)
    // As after a crash between sending and mark: again, but only after the pause.
    await journey(broken, { email: email.send }, start + 60_000)
    assert.equal(email.sent.length, 1)
    for (let hours = 1; hours < 100; hours += 1) {
      await journey(broken, { email: email.send }, start + hours * hour)
    }
    assert.ok(email.sent.length <= 8)
    await journey(outbox, { email: email.send }, start + 100 * hour)
    assert.equal(rows[0]?.state, 'failed')
  })

  it('drops what the petitioner no longer wishes', async () => {
    const { rows, outbox, leave } = memoryOutbox()
    const email = channel(() => sent)
    leave('a', 0)
    await deliver(
      outbox,
      async () => null,
      { email: email.send },
      () => new Date(start),
    )
    assert.equal(rows[0]?.state, 'dropped')
    assert.equal(email.sent.length, 0)
  })

  it('goes on past a task that cannot be read', async () => {
    const { rows, outbox, leave } = memoryOutbox()
    const email = channel(() => sent)
    leave('a', 0)
    leave('b', 0)
    const faulty = async (task: Task) => {
      if (task.caseId === 'a') throw new Error('damaged')
      return prepare(task)
    }
    const { faults } = await deliver(outbox, faulty, { email: email.send }, () => new Date(start))
    assert.equal(faults.length, 1)
    assert.deepEqual(email.sent, ['b0'])
    assert.equal(rows[0]?.attempts, 1)
  })

  it('waits, within the tries, for a way whose settings were taken away', async () => {
    const { rows, outbox, leave } = memoryOutbox()
    leave('a', 0)
    await journey(outbox, {})
    assert.deepEqual([rows[0]?.state, rows[0]?.reason], ['waiting', '未配置'])
  })
})
