import { daysBetween, shanghaiDay, type Day } from '@portal/content/calendar/day'
import { indexWords } from './bigrams.ts'
import type { FigureFacts } from '../rules/figure-facts.ts'
import { overStates } from './conditions.ts'
import type { Changed } from './follow-changes.ts'
import { openMemoryDatabase, type MemoryDatabase } from './memory-database.ts'
import type { QueueEntry, QueueShare } from './queue-entry.ts'
import { tabBits } from './tab-bits.ts'

/** More seconds than any moment has that a case is received at. */
const span = 2 ** 33

const dayNumber = (day: Day) => Date.parse(day) / 86_400_000

/** By what the queue is sorted: the last day, then what was received first; what nobody owes anything in, newest first. */
function placeOf({ duty }: QueueShare, receivedAt: string): number {
  const seconds = isMoment(receivedAt) ? Math.floor(Date.parse(receivedAt) / 1000) : 0
  return duty ? dayNumber(duty.lastDay) * span + seconds : 100_000 * span + (span - seconds)
}

const shownFields = ['number', 'title', 'state', 'category', 'topic', 'region'] as const

// A case may have lost any part of it, by whatever hand; it is shown without.
const written = (value: unknown) => (typeof value === 'string' ? value : '')
const isMoment = (at: unknown): at is string => !Number.isNaN(Date.parse(String(at)))
const dayOf = (at: unknown): Day => (isMoment(at) ? shanghaiDay(at) : '')

/** The cases of the queue, in memory. */
export type QueueIndex = {
  database: MemoryDatabase
  /** Puts cases in the place of what was known of them. */
  put(entries: readonly { entry: QueueEntry; faulty: boolean }[]): void
  remove(ids: readonly number[]): void
  clear(): void
  /** What figures need of each case that is in order. */
  facts: ReadonlyMap<number, FigureFacts>
  /** How many cases are not in order. */
  countFaulty(): number
  /** The cases whose place in the queue a change may have changed. */
  idsOf(changed: Changed): number[]
  close(): void
}

/** Opens an empty index. */
export function openIndex(): QueueIndex {
  const database = openMemoryDatabase()
  const statement = (text: string) => database.prepare(text)
  const add = {
    case: statement(`insert into cases values (@id, @documentId, @number, @title, @petitioner, @state, @category,
      @topic, @region, @receivedAt, @receivedOn, @units, @unsettled, @faulty, @ledBy, @lostFiles)`),
    share:
      statement(`insert into shares values (@party, @id, @tabs, @place, @countedDay, @lastDay, @clock,
      @startedOn, @clockUnit, @certain, @writer)`),
    unit: statement('insert into case_units values (?, ?, ?, ?, ?)'),
    duty: statement('insert into duties values (?, ?, ?, ?, ?, ?)'),
    work: statement('insert into works values (?, ?, ?, ?, ?, ?)'),
    words: statement('insert into words (rowid, text) values (?, ?)'),
  }
  const cut = [
    'cases where id = ?',
    'case_units where case_id = ?',
    'duties where case_id = ?',
    'works where case_id = ?',
    'words where rowid = ?',
  ].map((place) => statement(`delete from ${place}`))
  const cutShares = statement(
    'delete from shares where case_id = ? and party in (select value from json_each(?))',
  )
  const unitsOf = statement('select unit from case_units where case_id = ?').pluck()

  const called = {
    topic: statement('select id from cases where topic = ?').pluck(),
    region: statement('select id from cases where region = ?').pluck(),
  }
  // Only where the petitioner has written does it matter who has opened a case.
  const unread = statement(`select distinct id from cases join shares on case_id = id
    and party in (select '' union all select unit from case_units where case_units.case_id = id)
    where number = ? and tabs & ${tabBits.supplement}`).pluck()

  const faulty = statement('select count(*) from cases where faulty').pluck()
  const facts = new Map<number, FigureFacts>()

  function removeOne(id: number): void {
    facts.delete(id)
    cutShares.run(id, JSON.stringify(['', ...unitsOf.all(id)]))
    for (const each of cut) each.run(id)
  }

  function putOne({ row, units, shares, duties, works, texts }: QueueEntry, faulty: boolean): void {
    const { id, documentId, receivedAt } = row
    const received = { receivedAt: written(receivedAt), receivedOn: dayOf(receivedAt) }
    const marks = { unsettled: row.unsettled === false ? 0 : 1, faulty: faulty ? 1 : 0 }
    const shown = Object.fromEntries(shownFields.map((field) => [field, written(row[field])]))
    const petitioner = written(row.petitionerName)
    const ledBy = written(row.ledBy)
    // What is over is asked for no more.
    const isOpen = !overStates.includes(written(row.state))
    const lost = (row.attachments ?? []).filter(({ state }) => state !== 'kept')
    const lostFiles = isOpen ? lost.length : 0
    add.case.run({
      ...{ id, documentId, petitioner, ledBy, lostFiles, units: JSON.stringify(units) },
      ...shown,
      ...received,
      ...marks,
    })
    const open = isOpen ? 1 : 0
    const whole = shares.find(({ party }) => party === '')
    const counted = whole?.counts ? (whole.duty?.lastDay ?? null) : null
    for (const unit of units) {
      add.unit.run(id, unit, unit === row.unit?.documentId ? 1 : 0, open, counted)
    }
    for (const share of shares) {
      const { party, tabs, duty, counts, writer } = share
      add.share.run({
        party,
        id,
        tabs,
        place: placeOf(share, receivedAt),
        countedDay: counts ? (duty?.lastDay ?? null) : null,
        lastDay: duty?.lastDay ?? null,
        clock: duty?.clock ?? null,
        startedOn: duty?.startedOn ?? null,
        clockUnit: duty?.unit?.id ?? null,
        certain: duty === null ? null : Number(duty.certain),
        writer,
      })
    }
    for (const { holder, clock, startedOn, lastDay, given } of duties) {
      add.duty.run(id, holder?.id ?? '', clock, startedOn, lastDay, given)
    }
    for (const { unit, receivedOn, informBy, informedOn, decidedOn } of works) {
      const days = decidedOn === null ? null : daysBetween(receivedOn, decidedOn)
      add.work.run(id, unit, receivedOn, informBy, informedOn, days)
    }
    add.words.run(id, indexWords(texts))
  }

  return {
    database,
    facts,
    countFaulty: () => faulty.get() as number,
    put: database.transaction((entries: readonly { entry: QueueEntry; faulty: boolean }[]) => {
      for (const { entry, faulty } of entries) {
        removeOne(entry.row.id)
        putOne(entry, faulty)
        if (entry.facts) facts.set(entry.row.id, entry.facts)
      }
    }),
    remove: database.transaction((ids: readonly number[]) => ids.forEach(removeOne)),
    clear() {
      facts.clear()
      database.exec(
        `delete from cases; delete from shares; delete from case_units; delete from duties;
         delete from works; delete from words`,
      )
    },
    idsOf({ ids = [], renamed, opened }) {
      const others = renamed ? called[renamed.field].all(renamed.before) : []
      const read = opened === undefined ? [] : unread.all(opened)
      return [...ids, ...(others as number[]), ...(read as number[])]
    },
    close: () => database.close(),
  }
}
