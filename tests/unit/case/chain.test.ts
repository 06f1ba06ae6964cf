import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import {
  faultOf,
  hashOf,
  noHead,
  type StoredEvent,
} from '../../../cms/src/casework/events/chain.ts'
import {
  headOf,
  openLog,
  sealLog,
  UnreadableLog,
  type KeyedEvent,
} from '../../../cms/src/casework/events/event-log.ts'
import { readDeskKeys } from '../../../cms/src/casework/vault/desk-keys.ts'
import type { Ask, RawRow } from '../../../cms/src/casework/verify/query.ts'
import { faultOfDailyHeads, keepDailyHead } from '../../../cms/src/casework/verify/daily-heads.ts'
import { history } from '../../support/case/histories.ts'

const number = '1234567890123456'
const sealed = history.map((events) => ({ events, log: sealLog(number, noHead, events) }))

const fields = [
  'number',
  'sequence',
  'at',
  'kind',
  'actor',
  'staffId',
  'staffName',
  'body',
  'previous',
  'hash',
] as const satisfies (keyof StoredEvent)[]

/** Another value of a field, a little off. */
function changed(event: KeyedEvent, field: (typeof fields)[number]): KeyedEvent {
  const value = event[field]
  if (typeof value === 'number') return { ...event, [field]: value + 1 }
  if (value === null) return { ...event, [field]: field === 'staffId' ? 7 : '李' }
  const last = value.at(-1) === '0' ? '1' : '0'
  return { ...event, [field]: value.slice(0, -1) + last }
}

describe('the record of a case', () => {
  it('is whole as it was written, needs no key to be found so, and says what was written', () => {
    fc.assert(
      fc.property(sealed, ({ events, log }) => {
        const keyless = log.map(({ key: _, ...event }) => event)
        assert.equal(faultOf(keyless, headOf(log)), null)
        assert.deepEqual(openLog(log), events)
        assert.ok(!JSON.stringify(keyless).includes('路灯'), 'it stands in the clear')
      }),
      { numRuns: 60 },
    )
  })

  it('is found changed whatever field of whatever event is changed', () => {
    fc.assert(
      fc.property(sealed, fc.nat(), ({ log }, place) => {
        const index = place % log.length
        for (const field of fields) {
          const forged = log.map((event, at) => (at === index ? changed(event, field) : event))
          assert.notEqual(faultOf(forged, headOf(log)), null, `${field} of ${index}`)
        }
      }),
      { numRuns: 80 },
    )
  })

  it('is found changed where the event was hashed anew, and opens under no other key', () => {
    fc.assert(
      fc.property(sealed, fc.nat(), ({ log }, place) => {
        const index = place % log.length
        const event = log[index] ?? assert.fail()
        const forged = changed(event, 'at')
        const again = log.map((one, at) =>
          at === index ? { ...forged, hash: hashOf(forged) } : one,
        )
        assert.notEqual(faultOf(again, headOf(log)), null)
        const [other] = sealLog(number, noHead, [
          { ...event, actor: { kind: 'system' }, body: { kind: 'closed', told: null } },
        ])
        const swapped = log.map((one, at) =>
          at === index ? { ...one, key: other?.key ?? '' } : one,
        )
        assert.throws(() => openLog(swapped), UnreadableLog)
        const moved = log.map((one, at) => (at === index ? { ...one, sequence: 99 } : one))
        assert.throws(() => openLog(moved), UnreadableLog)
      }),
      { numRuns: 40 },
    )
  })

  it('is found cut, doubled and reordered', () => {
    fc.assert(
      fc.property(sealed, fc.nat(), ({ log }, place) => {
        const index = place % log.length
        const head = headOf(log)
        assert.notEqual(faultOf(log.slice(0, index), head), null, 'the tail')
        assert.notEqual(faultOf(log.toSpliced(index, 1), head), null, 'one of them')
        const event = log[index] ?? assert.fail()
        assert.notEqual(faultOf(log.toSpliced(index, 0, event), head), null, 'one of them twice')
        if (log.length > 1) assert.notEqual(faultOf(log.toReversed(), head), null, 'the order')
        assert.notEqual(faultOf(log, null), null, 'the case')
      }),
      { numRuns: 60 },
    )
  })
})

describe('what is kept each day', () => {
  const folder = mkdtempSync(join(tmpdir(), 'heads-'))
  after(() => rmSync(folder, { recursive: true }))
  const key = (seed: string) => Buffer.alloc(32, seed).toString('base64url')
  const deskKeys = readDeskKeys(key('a'))
  const path = join(folder, 'heads.jsonl')
  const database = new Database(':memory:')
  database.exec('create table case_events (id integer primary key, hash text, created_at integer)')
  const ask: Ask = async (statement, values = []) =>
    database.prepare(statement).all(...values) as RawRow[]
  const morning = (day: string) => Date.parse(`${day}T09:00:00+08:00`)
  const add = (day: string, count: number) => {
    for (let each = 0; each < count; each += 1) {
      const hash = hashOf({ ...({} as StoredEvent), body: `${day} ${each}` })
      database
        .prepare('insert into case_events (hash, created_at) values (?, ?)')
        .run(hash, morning(day))
    }
  }
  const keep = (day: string) =>
    keepDailyHead(
      ask,
      path,
      deskKeys,
      day,
      new Date(Date.parse(`${day}T00:00:00+08:00`) + 86_400_000),
    )
  const fault = (ring = deskKeys) => faultOfDailyHeads(ask, path, ring)
  const within = async (statement: string, expected: RegExp) => {
    database.exec('begin')
    database.exec(statement)
    assert.match((await fault()) ?? 'nothing', expected, statement)
    database.exec('rollback')
    assert.equal(await fault(), null)
  }

  it('finds what is cut off, taken out or changed together with what cases know of it', async () => {
    assert.equal(await fault(), null)
    add('2026-11-26', 3)
    add('2026-11-27', 4)
    await keep('2026-11-26')
    await keep('2026-11-27')
    await keep('2026-11-28')
    add('2026-11-29', 2)
    assert.equal(readFileSync(path, 'utf8').trim().split('\n').length, 2, 'a day without events')
    assert.equal(await fault(), null)
    await within('delete from case_events where id >= 7', /2026-11-27 存底/)
    await within('delete from case_events where id = 2', /2026-11-26 存底/)
    await within("update case_events set hash = 'x' where id = 5", /2026-11-27 存底/)
    await within('delete from case_events', /2026-11-26 存底/)
  })

  it('is bound to the desk’s keys, former ones among them', async () => {
    assert.equal(await fault(readDeskKeys(`${key('b')}\n${key('a')}`)), null)
    assert.match((await fault(readDeskKeys(key('b')))) ?? '', /存底被改动过/)
    const kept = readFileSync(path, 'utf8')
    writeFileSync(path, kept.replace('"count":3', '"count":2'))
    assert.match((await fault()) ?? '', /2026-11-26 的存底被改动过/)
    writeFileSync(path, `${kept}no line\n`)
    assert.match((await fault()) ?? '', /文件损坏/)
    writeFileSync(path, kept)
  })
})
