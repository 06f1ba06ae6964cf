import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { it } from 'node:test'
import { openBackend } from '../../site/src/petition/mailbox/backend.ts'
import { createSpentStore } from '../../site/src/petition/mailbox/spent.ts'
import { onEveryDatabase } from '../support/mailboxes.ts'

const newChallenge = () => randomBytes(16).toString('hex')
const newKey = () => randomBytes(32)
const inTwentyMinutes = () => new Date(Date.now() + 1_200_000)

await onEveryDatabase((opened) => {
  /** Used challenges as several portals see them. */
  const portals = async (count: number) => {
    const backends = await Promise.all(
      Array.from({ length: count }, () => openBackend(opened().url)),
    )
    return {
      spent: backends.map(createSpentStore),
      close: () => Promise.all(backends.map(({ db }) => db.destroy())),
    }
  }

  it('lets a challenge be used by one form, as often as that form comes', async (context) => {
    const { spent, close } = await portals(1)
    context.after(close)
    const [store = assert.fail()] = spent
    const [challenge, mine, other] = [newChallenge(), newKey(), newKey()]
    for (const key of [mine, mine]) {
      assert.equal(await store.spend(challenge, key, inTwentyMinutes()), true)
    }
    assert.equal(await store.spend(challenge, other, inTwentyMinutes()), false)
    assert.equal(await store.spend(challenge, mine, inTwentyMinutes()), true)
    assert.equal(await store.spend(newChallenge(), other, inTwentyMinutes()), true)
  })

  it('gives it to one of many forms that come at once, at whichever portal', async (context) => {
    const { spent, close } = await portals(3)
    context.after(close)
    const challenges = Array.from({ length: 5 }, newChallenge)
    const wins = await Promise.all(
      challenges.map(async (challenge) => {
        const results = await Promise.all(
          Array.from({ length: 30 }, (_, index) =>
            spent[index % spent.length]?.spend(challenge, newKey(), inTwentyMinutes()),
          ),
        )
        return results.filter(Boolean).length
      }),
    )
    assert.deepEqual(wins, [1, 1, 1, 1, 1])
  })

  it('forgets a challenge once it is expired, and none before', async (context) => {
    const { spent, close } = await portals(1)
    context.after(close)
    const [store = assert.fail()] = spent
    const [over, still] = [newChallenge(), newChallenge()]
    await store.spend(over, newKey(), new Date(Date.now() - 1))
    await store.spend(still, newKey(), inTwentyMinutes())
    assert.ok((await store.eraseExpired(new Date(), 1_000)) >= 1)
    assert.equal(await store.spend(over, newKey(), inTwentyMinutes()), true)
    assert.equal(await store.spend(still, newKey(), inTwentyMinutes()), false)
  })

  it('knows which forms were filed', async (context) => {
    const { spent, close } = await portals(1)
    context.after(close)
    const [store = assert.fail()] = spent
    const [keyHash, createdAt, number] = [newKey(), new Date(), '1000000000000042']
    assert.equal(await store.isFiled(keyHash), false)
    await opened().mailbox.file(
      { number, keyHash, bodyHash: randomBytes(32), early: null, createdAt },
      {
        id: 'c0ffee00-0000-4000-8000-000000000042',
        number,
        sealed: keyHash,
        receivedAt: createdAt,
      },
    )
    assert.equal(await store.isFiled(keyHash), true)
  })
})
