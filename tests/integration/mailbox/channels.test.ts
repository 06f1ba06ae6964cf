import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { openBackend } from '../../../site/src/petition/mailbox/open.ts'
import type { Backend } from '../../../site/src/petition/mailbox/backend.ts'
import { createChannelStore } from '../../../site/src/petition/mailbox/channels.ts'
import { onEveryDatabase } from '../../support/portal/mailboxes.ts'

await onEveryDatabase((opened) => {
  let backend: Backend
  before(async () => {
    backend = await openBackend(opened().url)
  })
  after(() => backend.db.destroy())

  it('offers no way before the office has spoken, then what it said last', async () => {
    const channels = createChannelStore(backend)
    assert.deepEqual(await channels.offered(), [])
    await channels.offer(['email', 'sms', 'email'])
    assert.deepEqual((await channels.offered()).toSorted(), ['email', 'sms'])
    await Promise.all([channels.offer(['sms']), channels.offer(['sms'])])
    assert.deepEqual(await channels.offered(), ['sms'])
    await channels.offer([])
    assert.deepEqual(await channels.offered(), [])
  })
})
