import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { it } from 'node:test'
import { openBackend, openMailbox } from '../../../site/src/petition/mailbox/open.ts'
import { createSpentChallenges } from '../../../site/src/petition/mailbox/spent-challenges.ts'
import type { Mailbox } from '../../../site/src/petition/ports.ts'
import { onEveryDatabase } from '../../support/portal/mailboxes.ts'
import { sealedPetition } from '../../support/portal/sealed.ts'

const newChallenge = () => randomBytes(16).toString('hex')
const inTwentyMinutes = () => new Date(Date.now() + 1_200_000)

/** Files a form, new or again, with a challenge; what became of it. */
async function file(
  mailbox: Mailbox,
  challenge: string,
  { receipt, message } = sealedPetition(),
  expiresAt = inTwentyMinutes(),
): Promise<string> {
  return (await mailbox.file(receipt, message, { spending: { challenge, expiresAt } })).kind
}

await onEveryDatabase((opened) => {
  it('lets a challenge be used by one form, as often as that form comes', async () => {
    const { mailbox } = opened()
    const [challenge, mine, other] = [newChallenge(), sealedPetition(), sealedPetition()]
    assert.equal(await file(mailbox, challenge, mine), 'filed')
    assert.equal(await file(mailbox, challenge, mine), 'key-known')
    assert.equal(await file(mailbox, challenge, other), 'spent')
    assert.equal(await mailbox.receipt(other.receipt.number), null)
    assert.equal(await file(mailbox, newChallenge(), other), 'filed')
  })

  it('gives a form that was filed its receipt, whoever has used the challenge it comes with', async () => {
    const { mailbox } = opened()
    const [challenge, mine] = [newChallenge(), sealedPetition()]
    await file(mailbox, newChallenge(), mine)
    await file(mailbox, challenge)
    assert.equal(await file(mailbox, challenge, mine), 'key-known')
  })

  it('leaves a challenge to the form whose number was taken', async () => {
    const { mailbox } = opened()
    const [challenge, first] = [newChallenge(), sealedPetition()]
    await file(mailbox, newChallenge(), first)
    const { number } = first.receipt
    const unlucky = sealedPetition({ number })
    assert.equal(await file(mailbox, challenge, unlucky), 'number-taken')
    const again = sealedPetition({ keyHash: unlucky.receipt.keyHash })
    assert.equal(await file(mailbox, challenge, again), 'filed')
  })

  it('gives it to one of many forms that come at once, at whichever portal', async (context) => {
    const mailboxes = await Promise.all(Array.from({ length: 3 }, () => openMailbox(opened().url)))
    context.after(() => Promise.all(mailboxes.map((mailbox) => mailbox.close())))
    for (let round = 0; round < 5; round += 1) {
      const challenge = newChallenge()
      const results = await Promise.all(
        Array.from({ length: 30 }, (_, index) =>
          file(mailboxes[index % mailboxes.length] ?? assert.fail(), challenge),
        ),
      )
      assert.equal(results.filter((kind) => kind === 'filed').length, 1)
      assert.equal(results.filter((kind) => kind === 'spent').length, 29)
    }
  })

  it('forgets a challenge once it is expired, and none before', async (context) => {
    const backend = await openBackend(opened().url)
    context.after(() => backend.db.destroy())
    const { mailbox } = opened()
    const [over, still] = [newChallenge(), newChallenge()]
    await file(mailbox, over, sealedPetition(), new Date(Date.now() - 1))
    await file(mailbox, still)
    assert.ok((await createSpentChallenges(backend).eraseExpired(new Date(), 1_000)) >= 1)
    assert.equal(await file(mailbox, over), 'filed')
    assert.equal(await file(mailbox, still), 'spent')
  })

  it('knows which forms were filed', async (context) => {
    const backend = await openBackend(opened().url)
    context.after(() => backend.db.destroy())
    const { isFiled } = createSpentChallenges(backend)
    const { receipt, message } = sealedPetition()
    assert.equal(await isFiled(receipt.keyHash), false)
    await opened().mailbox.file(receipt, message)
    assert.equal(await isFiled(receipt.keyHash), true)
  })
})
