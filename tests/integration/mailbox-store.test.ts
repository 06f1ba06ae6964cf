import assert from 'node:assert/strict'
import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { openMailbox } from '../../site/src/petition/mailbox/open.ts'
import type {
  Mailbox,
  Receipt,
  SealedMessage,
  SealedStatus,
} from '../../site/src/petition/ports.ts'
import { newReceiptNumber } from '../../site/src/petition/receipt-number.ts'
import { startPostgres } from '../support/postgres.ts'
import type { Postgres } from '../support/postgres.ts'

const directory = mkdtempSync(join(tmpdir(), 'portal-mailbox-'))
const file = join(directory, 'portal', 'mailbox.db')
after(() => rmSync(directory, { recursive: true, force: true }))

describe('mailbox in SQLite', () => {
  behaves(() => `sqlite:${file}`, 0)

  it('keeps its file to the account that runs the portal', async () => {
    const mailbox = await openMailbox(`sqlite:${file}`)
    await mailbox.close()
    assert.equal(statSync(file).mode & 0o777, 0o600)
  })
})

const postgres = await startPostgres()
after(() => postgres?.stop())
describe('mailbox in PostgreSQL', { skip: postgres ? false : '没有 PostgreSQL' }, () => {
  const server = postgres as Postgres
  // Commits that take unequally long, as on a busy machine: the last to get a number may be the
  // first to be seen.
  before(async () => {
    await (await openMailbox(server.url)).close()
    const client = new pg.Client(server.url)
    await client.connect()
    await client.query(`
      create or replace function slow_commit() returns trigger language plpgsql as
        'begin perform pg_sleep(random() * 0.02); return null; end';
      drop trigger if exists slow_commit on messages;
      create constraint trigger slow_commit after insert on messages
        deferrable initially deferred for each row execute function slow_commit()`)
    await client.end()
  })
  behaves(() => server.url, 2)
})

function behaves(url: () => string, furtherPortals: number) {
  let mailbox: Mailbox
  before(async () => {
    mailbox = await openMailbox(url())
  })
  after(() => mailbox.close())

  it('gives back a filed receipt, by number and by key, and its message', async () => {
    const { receipt, message } = petition()
    assert.deepEqual(await mailbox.file(receipt, message), { kind: 'filed' })
    assert.deepEqual(plain(await mailbox.receipt(receipt.number)), plain(receipt))
    const second = petition({ keyHash: receipt.keyHash })
    const again = await mailbox.file(second.receipt, second.message)
    assert.ok(again.kind === 'key-known')
    assert.deepEqual(plain(again.receipt), plain(receipt))
    const { sequence, ...collected } = (await mailbox.messagesAfter(0, 200)).at(-1) ?? assert.fail()
    assert.ok(sequence >= 1)
    assert.deepEqual(collected, message)
  })

  it('knows nothing of what was never filed', async () => {
    assert.equal(await mailbox.receipt('1000000000000000'), null)
    assert.equal(await mailbox.status('1000000000000000'), null)
    assert.equal(await mailbox.hasMessage(randomUUID()), false)
  })

  it('files one of fifty at once under one key, and shows the others the winner', async () => {
    const keyHash = randomBytes(32)
    const before = await lastSequence(mailbox)
    const filings = await Promise.all(
      Array.from({ length: 50 }, () => {
        const { receipt, message } = petition({ keyHash })
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
    const first = petition()
    await mailbox.file(first.receipt, first.message)
    const second = petition({ number: first.receipt.number })
    const before = await lastSequence(mailbox)
    assert.deepEqual(await mailbox.file(second.receipt, second.message), { kind: 'number-taken' })
    assert.equal(await lastSequence(mailbox), before)
  })

  it('files one of several at once that came by the same number, whole', async () => {
    const number = newReceiptNumber((from) => randomInt(from, 10))
    const pairs = Array.from({ length: 5 }, () => petition({ number }))
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
    const first = petition()
    await mailbox.file(first.receipt, first.message)
    const pairs = Array.from({ length: 9 }, () => petition())
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
    const first = petition()
    await mailbox.file(first.receipt, first.message)
    const second = petition()
    await assert.rejects(
      mailbox.file(second.receipt, { ...second.message, id: first.message.id }),
      /unique/i,
    )
    assert.equal(await mailbox.receipt(second.receipt.number), null)
  })

  it('appends a message of one id once', async () => {
    const { receipt, message } = petition()
    await mailbox.file(receipt, message)
    const further = { ...message, id: randomUUID() }
    const appended = await Promise.all([1, 2, 3, 4].map(() => mailbox.append(further)))
    assert.equal(appended.filter(Boolean).length, 1)
    assert.equal(await mailbox.hasMessage(further.id), true)
  })

  it('gives messages in order, in pages, with nothing behind a bookmark', async () => {
    const start = await lastSequence(mailbox)
    const more = await Promise.all(Array.from({ length: furtherPortals }, () => openMailbox(url())))
    const desk = await openMailbox(url())
    const { seen, stop } = readAlong(desk, start)
    await Promise.all(
      [mailbox, ...more].flatMap((portal) =>
        Array.from({ length: 20 }, () => {
          const { receipt, message } = petition()
          return portal.file(receipt, message)
        }),
      ),
    )
    await stop()
    await Promise.all([desk, ...more].map((portal) => portal.close()))
    assert.equal(seen.length, 20 * (1 + furtherPortals))
    assert.deepEqual(
      seen,
      [...seen].sort((left, right) => left - right),
    )
  })

  it('replaces a status only by a greater revision', async () => {
    const { receipt, message } = petition()
    const { number } = receipt
    await mailbox.file(receipt, message)
    const put = (revision: number, text: string) =>
      mailbox.putStatus(number, status(revision, text), new Date())
    const held = async () => {
      const { sealed, access } = (await mailbox.status(number)) ?? assert.fail()
      return [sealed, access.salt, access.verifier, access.wrappedIdentity].map(String)
    }
    assert.equal(await put(2, 'second'), 2)
    assert.equal(await put(1, 'first'), 2)
    assert.equal(await put(2, 'second again'), 2)
    assert.deepEqual(await held(), ['second', 'second salt', 'second verifier', 'second wrapped'])
    assert.equal(await put(3, 'third'), 3)
    assert.deepEqual(await held(), ['third', 'third salt', 'third verifier', 'third wrapped'])
  })

  it('erases the early verifier when the office brings the first status, and no other', async () => {
    const [mine, other] = [petition(), petition()]
    await mailbox.file(mine.receipt, mine.message)
    await mailbox.file(other.receipt, other.message)
    await mailbox.putStatus(mine.receipt.number, status(1, 'first'), new Date())
    assert.equal((await mailbox.receipt(mine.receipt.number))?.early, null)
    assert.deepEqual(plain(await mailbox.receipt(other.receipt.number)), plain(other.receipt))
  })

  it('erases acknowledged messages after their time, a few at once, and nothing else', async () => {
    const start = await lastSequence(mailbox)
    const filed = [petition(), petition(), petition(), petition()]
    for (const { receipt, message } of filed) await mailbox.file(receipt, message)
    const sequences = (await mailbox.messagesAfter(start, 200)).map(({ sequence }) => sequence)
    await mailbox.acknowledge(sequences[1] ?? assert.fail(), new Date('2026-11-01T00:00:00Z'))
    await mailbox.acknowledge(sequences[2] ?? assert.fail(), new Date('2026-11-08T00:00:00Z'))
    await mailbox.putStatus(filed[0]?.receipt.number ?? '', status(1, 'first'), new Date())

    const before = new Date('2026-11-08T00:00:00Z')
    while ((await mailbox.eraseAcknowledged(before, 1)) > 0);
    const left = (await mailbox.messagesAfter(0, 200)).map(({ sequence }) => sequence)
    assert.deepEqual(left, sequences.slice(2))
    for (const { receipt } of filed) assert.ok(await mailbox.receipt(receipt.number))
    assert.ok(await mailbox.status(filed[0]?.receipt.number ?? ''))

    const later = petition()
    await mailbox.file(later.receipt, later.message)
    const [newest] = await mailbox.messagesAfter(sequences[3] ?? assert.fail(), 200)
    assert.deepEqual(newest?.id, later.message.id)
  })

  it('takes no status for a number that it never gave', async () => {
    assert.equal(await mailbox.putStatus('1000000000000000', status(1, 'x'), new Date()), null)
  })

  it('keeps what it had when it is opened again', async () => {
    const { receipt, message } = petition()
    await mailbox.file(receipt, message)
    const again = await openMailbox(url())
    assert.equal((await again.receipt(receipt.number))?.number, receipt.number)
    await again.acknowledge(await lastSequence(again), new Date())
    await again.check()
    await again.close()
  })
}

function petition(given: Partial<Receipt> = {}): { receipt: Receipt; message: SealedMessage } {
  const number = given.number ?? newReceiptNumber((from) => randomInt(from, 10))
  const createdAt = new Date()
  return {
    receipt: {
      number,
      keyHash: randomBytes(32),
      bodyHash: randomBytes(32),
      early: { salt: randomBytes(16), verifier: randomBytes(32) },
      createdAt,
      ...given,
    },
    message: { id: randomUUID(), number, sealed: randomBytes(900), receivedAt: createdAt },
  }
}

/** A status whose every part tells which one it belongs to. */
function status(revision: number, text: string): SealedStatus {
  const access = {
    salt: Buffer.from(`${text} salt`),
    verifier: Buffer.from(`${text} verifier`),
    wrappedIdentity: Buffer.from(`${text} wrapped`),
  }
  return { revision, sealed: Buffer.from(text), access }
}

/** Receipts compared by content, whatever kind of byte array each store returns. */
function plain(receipt: Receipt | null): unknown {
  if (!receipt) return null
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
  const { keyHash, bodyHash, early } = receipt
  return {
    ...receipt,
    keyHash: hex(keyHash),
    bodyHash: hex(bodyHash),
    early: early && { salt: hex(early.salt), verifier: hex(early.verifier) },
  }
}

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

async function lastSequence(mailbox: Mailbox): Promise<number> {
  let last = 0
  for (;;) {
    const page = await mailbox.messagesAfter(last, 200)
    if (page.length === 0) return last
    last = page.at(-1)?.sequence ?? last
  }
}
