import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { openBackend } from '../../../site/src/petition/mailbox/open.ts'
import type { Backend } from '../../../site/src/petition/mailbox/backend.ts'
import { createBacklog, createUncollected } from '../../../site/src/petition/mailbox/uncollected.ts'
import { onEveryDatabase } from '../../support/portal/mailboxes.ts'
import { lastSequence, sealedPetition } from '../../support/portal/sealed.ts'

await onEveryDatabase((opened) => {
  let backend: Backend
  before(async () => {
    backend = await openBackend(opened().url)
  })
  after(() => backend.db.destroy())

  it('names the messages of one petition that the office has not collected', async () => {
    const { mailbox } = opened()
    const waiting = createUncollected(backend)
    const [mine, other] = [sealedPetition(), sealedPetition()]
    await mailbox.file(mine.receipt, mine.message)
    await mailbox.acknowledge(await lastSequence(mailbox), new Date())
    await mailbox.file(other.receipt, other.message)
    const { number } = mine.receipt
    assert.deepEqual(await waiting(number), [])

    const { message } = sealedPetition({ number })
    await mailbox.append(message)
    assert.deepEqual(await waiting(number), [{ id: message.id, receivedAt: message.receivedAt }])
    await mailbox.acknowledge(await lastSequence(mailbox), new Date())
    assert.deepEqual(await waiting(number), [])
    assert.deepEqual(await waiting('0000000000000000'), [])
  })
  it('counts all that the office has not collected, and since when the oldest waits', async () => {
    const { mailbox } = opened()
    const backlog = createBacklog(backend)
    await mailbox.acknowledge(await lastSequence(mailbox), new Date())
    assert.deepEqual(await backlog(), { messages: 0, oldest: null })
    const [first, second] = [sealedPetition(), sealedPetition()]
    await mailbox.file(first.receipt, first.message)
    await mailbox.file(second.receipt, second.message)
    const times = [first, second].map(({ message }) => message.receivedAt.getTime())
    assert.deepEqual(await backlog(), { messages: 2, oldest: new Date(Math.min(...times)) })
  })
})
