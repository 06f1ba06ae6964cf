import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openMailbox } from '../../../site/src/petition/mailbox/open.ts'
import type { Mailbox } from '../../../site/src/petition/ports.ts'
import { onEveryDatabase } from '../../support/portal/mailboxes.ts'
import { lastSequence, sealedPetition, sealedStatus } from '../../support/portal/sealed.ts'

await onEveryDatabase((opened) => {
  it('appends a message of one id once', async () => {
    const { mailbox } = opened()
    const { receipt, message } = sealedPetition()
    await mailbox.file(receipt, message)
    const further = { ...message, id: randomUUID() }
    const appended = await Promise.all([1, 2, 3, 4].map(() => mailbox.append(further)))
    assert.equal(appended.filter(Boolean).length, 1)
    assert.equal(await mailbox.hasMessage(further.id), true)
  })

  it('gives messages in order, in pages, with nothing behind a bookmark', async () => {
    const { mailbox } = opened()
    const start = await lastSequence(mailbox)
    const more = await Promise.all(
      Array.from({ length: opened().furtherPortals }, () => openMailbox(opened().url)),
    )
    const desk = await openMailbox(opened().url)
    const { seen, stop } = readAlong(desk, start)
    await Promise.all(
      [mailbox, ...more].flatMap((portal) =>
        Array.from({ length: 20 }, () => {
          const { receipt, message } = sealedPetition()
          return portal.file(receipt, message)
        }),
      ),
    )
    await stop()
    await Promise.all([desk, ...more].map((portal) => portal.close()))
    assert.equal(seen.length, 20 * (1 + opened().furtherPortals))
    assert.deepEqual(
      seen,
      [...seen].sort((left, right) => left - right),
    )
  })

  it('erases acknowledged messages after their time, a few at once, and nothing else', async () => {
    const { mailbox } = opened()
    const start = await lastSequence(mailbox)
    const filed = [sealedPetition(), sealedPetition(), sealedPetition(), sealedPetition()]
    for (const { receipt, message } of filed) await mailbox.file(receipt, message)
    const sequences = (await mailbox.messagesAfter(start, 200)).map(({ sequence }) => sequence)
    await mailbox.acknowledge(sequences[1] ?? assert.fail(), new Date('2026-11-01T00:00:00Z'))
    await mailbox.acknowledge(sequences[2] ?? assert.fail(), new Date('2026-11-08T00:00:00Z'))
    await mailbox.putStatus(filed[0]?.receipt.number ?? '', sealedStatus(1, 'first'))

    const before = new Date('2026-11-08T00:00:00Z')
    while ((await mailbox.eraseAcknowledged(before, 1)) > 0);
    const left = (await mailbox.messagesAfter(0, 200)).map(({ sequence }) => sequence)
    assert.deepEqual(left, sequences.slice(2))
    for (const { receipt } of filed) assert.ok(await mailbox.receipt(receipt.number))
    assert.ok(await mailbox.status(filed[0]?.receipt.number ?? ''))

    const later = sealedPetition()
    await mailbox.file(later.receipt, later.message)
    const [newest] = await mailbox.messagesAfter(sequences[3] ?? assert.fail(), 200)
    assert.deepEqual(newest?.id, later.message.id)
  })

  it('keeps what it had when it is opened again', async () => {
    const { mailbox } = opened()
    const { receipt, message } = sealedPetition()
    await mailbox.file(receipt, message)
    const again = await openMailbox(opened().url)
    assert.equal((await again.receipt(receipt.number))?.number, receipt.number)
    await again.acknowledge(await lastSequence(again), new Date())
    await again.check()
    await again.close()
  })

  it('keeps its file, where it has one, to the account that runs the portal', () => {
    const { url } = opened()
    if (url.startsWith('sqlite:')) assert.equal(statSync(url.slice(7)).mode & 0o777, 0o600)
  })
})

/** A reader like the desk: it keeps the last sequence it saw and asks for what comes after. */
function readAlong(mailbox: Mailbox, start: number) {
  const seen: number[] = []
  let bookmark = start
  let going = true
  const reading = (async () => {
    while (going || (await lastSequence(mailbox)) > bookmark) {
      const page = await mailbox.messagesAfter(bookmark, 7)
      for (const message of page) seen.push(message.sequence)
      bookmark = page.at(-1)?.sequence ?? bookmark
      await sleep(1)
    }
  })()
  return {
    seen,
    stop: () => {
      going = false
      return reading
    },
  }
}
