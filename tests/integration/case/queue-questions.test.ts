import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { signInClerk, type Clerk } from '../../support/case/clerk.ts'
import { sharedDesk } from '../../support/desk/shared-desk.ts'

describe('a question to the queue of cases', () => {
  let clerk: Clerk
  before(async () => {
    clerk = await signInClerk(await sharedDesk())
  })

  it('is asked by no address, where proxies and browsers would keep the words', async () => {
    const words = encodeURIComponent('王小二')
    for (const path of [`/desk/cases?q=${words}`, `/desk/cases/queue?q=${words}`]) {
      const asked = await clerk.call('GET', path)
      assert.ok(asked.status >= 400, `${path} ${asked.status}`)
    }
    const both = await clerk.call('POST', `/desk/cases/queue?q=${words}`, {})
    assert.equal(both.status, 400)
  })

  it('is refused where it is none', async () => {
    for (const question of [
      { tab: 'none' },
      { page: '0' },
      { page: 'x' },
      { from: 'yesterday' },
      { state: 'x' },
      { other: '1' },
      { q: ['a', 'b'] },
      { tab: ['late'] },
      { sort: 'title' },
    ]) {
      const { status } = await clerk.call('POST', '/desk/cases/queue', question)
      assert.equal(status, 400, JSON.stringify(question))
    }
  })
})
