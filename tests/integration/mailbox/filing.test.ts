import assert from 'node:assert/strict'
import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { it } from 'node:test'
import { newReceiptNumber } from '../../../site/src/petition/submit/receipt-number.ts'
import { onEveryDatabase } from '../../support/portal/mailboxes.ts'
import { lastSequence, plain, sealedPetition } from '../../support/portal/sealed.ts'

await onEveryDatabase((opened) => {
  it('gives back a filed receipt, by number and by key, and its message', async () => {
    const { mailbox } = opened()
    const { receipt, message } = sealedPetition()
    assert.deepEqual(await mailbox.file(receipt, message), { kind: 'filed' })
    assert.deepEqual(plain(await mailbox.receipt(receipt.number)), plain(receipt))
    const second = sealedPetition({ keyHash: receipt.keyHash })
    const again = await mailbox.file(second.receipt, second.message)
    assert.ok(again.kind === 'key-known')
    assert.deepEqual(plain(again.receipt), plain(receipt))
    const { sequence, ...collected } = (await mailbox.messagesAfter(0, 200)).at(-1) ?? assert.fail()
    assert.ok(sequence >= 1)
    assert.deepEqual(collected, message)
  })

  it('knows nothing of what was never filed', async () => {
    const { mailbox } = opened()
    assert.equal(await mailbox.receipt('1000000000000000'), null)
    assert.equal(await mailbox.status('1000000000000000'), null)
    assert.equal(await mailbox.hasMessage(randomUUID()), false)
  })

  it('files one of fifty at once under one key, and shows the others the winner', async () => {
    const { mailbox } = opened()
    const keyHash = randomBytes(32)
    const before = await lastSequence(mailbox)
    const filings = await Promise.all(
      Array.from({ length: 50 }, () => {
        const { receipt, message } = sealedPetition({ keyHash })
        return mailbox.file(receipt, message)
      }),
    )
    assert.equal(filings.filter((filing) => filing.kind === 'filed').length, 1)
    const [winner, ...more] = await mailbox.messagesAfter(before, 200)
    assert.equal(more.length, 0)
    for (const filing of filings) {
      if (filing.kind === 'key-known') assert.equal(filing.receipt.number, winner?.number)
      else assert.equal(filing.kind, 'filed')
    }
  })

  it('says when a number is taken, and stores nothing then', async () => {
    const { mailbox } = opened()
    const first = sealedPetition()
    await mailbox.file(first.receipt, first.message)
    const second = sealedPetition({ number: first.receipt.number })
    const before = await lastSequence(mailbox)
    assert.deepEqual(await mailbox.file(second.receipt, second.message), { kind: 'number-taken' })
    assert.equal(await lastSequence(mailbox), before)
  })

  it('files one of several at once that came by the same number, whole', async () => {
    const { mailbox } = opened()
    const number = newReceiptNumber((from) => randomInt(from, 10))
    const pairs = Array.from({ length: 5 }, () => sealedPetition({ number }))
    const before = await lastSequence(mailbox)
    const filings = await Promise.all(
      pairs.map(({ receipt, message }) => mailbox.file(receipt, message)),
    )
    const kinds = filings.map(({ kind }) => kind).sort()
    assert.deepEqual(kinds, ['filed', ...Array(4).fill('number-taken')])
    const winner = pairs[filings.findIndex(({ kind }) => kind === 'filed')]
    assert.deepEqual(plain(await mailbox.receipt(number)), plain(winner?.receipt ?? null))
    const stored = await mailbox.messagesAfter(before, 200)
    assert.deepEqual(
      stored.map(({ id }) => id),
      [winner?.message.id],
    )
  })

  it('files the others when one of many at once cannot be stored', async () => {
    const { mailbox } = opened()
    const first = sealedPetition()
    await mailbox.file(first.receipt, first.message)
    const pairs = Array.from({ length: 9 }, () => sealedPetition())
    const bad = pairs[4] ?? assert.fail()
    bad.message.id = first.message.id
    const results = await Promise.allSettled(
      pairs.map(({ receipt, message }) => mailbox.file(receipt, message)),
    )
    for (const [index, { receipt }] of pairs.entries()) {
      const stored = await mailbox.receipt(receipt.number)
      assert.equal(results[index]?.status, index === 4 ? 'rejected' : 'fulfilled')
      assert.equal(stored?.number, index === 4 ? undefined : receipt.number)
    }
  })

  it('stores neither half when the message cannot be stored', async () => {
    const { mailbox } = opened()
    const first = sealedPetition()
    await mailbox.file(first.receipt, first.message)
    const second = sealedPetition()
    await assert.rejects(
      mailbox.file(second.receipt, { ...second.message, id: first.message.id }),
      /unique/i,
    )
    assert.equal(await mailbox.receipt(second.receipt.number), null)
  })
})
