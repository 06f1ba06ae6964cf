import assert from 'node:assert/strict'
import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { openMailbox } from '../../site/src/petition/mailbox/open.ts'
import type { Mailbox, Receipt, SealedMessage } from '../../site/src/petition/ports.ts'
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
    assert.deepEqual(plain(await mailbox.receiptOfKey(receipt.keyHash)), plain(receipt))
    const { sequence, ...collected } = (await mailbox.messagesAfter(0, 200)).at(-1) ?? assert.fail()
    assert.ok(sequence >= 1)
    assert.deepEqual(collected, message)
  })

  it('knows nothing of what was never filed', async () => {
    assert.equal(await mailbox.receipt('1000000000000000'), null)
    assert.equal(await mailbox.receiptOfKey(randomBytes(32)), null)
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
    const winner = await mailbox.receiptOfKey(keyHash)
    for (const filing of filings) {
      if (filing.kind === 'key-known') assert.equal(filing.receipt.number, winner?.number)
      else assert.equal(filing.kind, 'filed')
    }
    assert.equal((await mailbox.messagesAfter(before, 200)).length, 1)
  })

  it('says when a number is taken, and stores nothing then', async () => {
    const first = petition()
    await mailbox.file(first.receipt, first.message)
    const second = petition({ number: first.receipt.number })
    const before = await lastSequence(mailbox)
    assert.deepEqual(await mailbox.file(second.receipt, second.message), { kind: 'number-taken' })
    assert.equal(await lastSequence(mailbox), before)
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
      mailbox.putStatus(number, { revision, sealed: Buffer.from(text) }, new Date())
    assert.equal(await put(2, 'second'), 2)
    assert.equal(await put(1, 'first'), 2)
    assert.equal(await put(2, 'second again'), 2)
    assert.equal(String((await mailbox.status(number))?.sealed), 'second')
    assert.equal(await put(3, 'third'), 3)
    assert.equal(String((await mailbox.status(number))?.sealed), 'third')
  })

  it('takes no status for a number that it never gave', async () => {
    const sealed = Buffer.from('x')
    assert.equal(
      await mailbox.putStatus('1000000000000000', { revision: 1, sealed }, new Date()),
      null,
    )
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
      salt: randomBytes(16),
      verifier: randomBytes(32),
      createdAt,
      ...given,
    },
    message: { id: randomUUID(), number, sealed: randomBytes(900), receivedAt: createdAt },
  }
}

/** Receipts compared by content, whatever kind of byte array each store returns. */
function plain(receipt: Receipt | null): unknown {
  if (!receipt) return null
  return Object.fromEntries(
    Object.entries(receipt).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
    ]),
  )
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
