import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe } from 'node:test'
import pg from 'pg'
import { openMailbox } from '../../../site/src/petition/mailbox/open.ts'
import type { Mailbox } from '../../../site/src/petition/ports.ts'
import { startPostgres } from '../machine/postgres.ts'

type OpenMailbox = {
  url: string
  mailbox: Mailbox
  /** How many portals more than the first work on such a database. */
  furtherPortals: number
}

/**
 * Declares the tests of `behaves` for a mailbox in each database. `opened` gives the mailbox while
 * a test runs.
 */
export async function onEveryDatabase(behaves: (opened: () => OpenMailbox) => void): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'portal-mailbox-'))
  const postgres = await startPostgres()
  after(async () => {
    rmSync(directory, { recursive: true, force: true })
    await postgres?.stop()
  })
  const suite = (url: string, furtherPortals: number) => {
    let mailbox: Mailbox | undefined
    before(async () => {
      mailbox = await openMailbox(url)
    })
    after(() => mailbox?.close())
    behaves(() => ({ url, mailbox: mailbox ?? assert.fail(), furtherPortals }))
  }
  describe('in SQLite', () => suite(`sqlite:${join(directory, 'portal', 'mailbox.db')}`, 0))
  describe('in PostgreSQL', { skip: postgres ? false : '没有 PostgreSQL' }, () => {
    const { url } = postgres ?? { url: '' }
    before(() => commitUnequally(url))
    suite(url, 2)
  })
}

/**
 * Commits that take unequally long, as on a busy machine: the last to get a number may be the first
 * to be seen.
 */
async function commitUnequally(url: string): Promise<void> {
  await (await openMailbox(url)).close()
  const client = new pg.Client(url)
  await client.connect()
  await client.query(`
    create or replace function slow_commit() returns trigger language plpgsql as
      'begin perform pg_sleep(random() * 0.02); return null; end';
    drop trigger if exists slow_commit on messages;
    create constraint trigger slow_commit after insert on messages
      deferrable initially deferred for each row execute function slow_commit()`)
  await client.end()
}
