import { AsyncResource } from 'node:async_hooks'
import { setImmediate as turn } from 'node:timers/promises'
import type { Core } from '@strapi/strapi'
import { aboveAllRows } from '../../strapi/tables.ts'
import type { QueueReading } from '../../contracts/cases/queue.ts'
import type { Party } from '../rules/wall.ts'
import { caseUid } from '../record/case-record.ts'
import { readWorkdays } from '../record/workdays.ts'
import { followChanges, type Changed } from './follow-changes.ts'
import { findBy } from '../vault/search.ts'
import { findCases } from './ask-queue.ts'
import { emptyQuestion } from './question.ts'
import { openIndex, type QueueIndex } from './queue-index.ts'
import { readCases } from './read-cases.ts'

/** So many cases are read at once. */
const batch = 200
/** So many are put into the index at once; what is asked of the desk meanwhile waits for no more. */
const slice = 25
/** Milliseconds until what could not be read is tried again. */
const again = 5_000

type Progress = { done: number; total: number }

/** The queue of a desk: its index, and whether that is up to date. */
export type Queue = {
  index: QueueIndex
  /** Resolves when everything that was written before is in the index, as far as the cases were read at all. */
  settled(): Promise<void>
  /** How many cases have been read since the start; null once all are. */
  reading(): Progress | null
}

const queues = new WeakMap<Core.Strapi, Queue>()

/** The queue of a desk. @throws where it was not started */
export function queueOf(strapi: Core.Strapi): Queue {
  const queue = queues.get(strapi)
  if (!queue) throw new Error('the queue of cases was not started')
  return queue
}

/** How far a queue has been read, for whoever asks; null once all is. */
export function readingFor(queue: Queue, party: Party): QueueReading | null {
  const cases = queue.reading()
  if (cases === null) return null
  const percent = Math.min(99, Math.floor((cases.done / Math.max(cases.total, 1)) * 100))
  return { percent, cases: party.kind === 'bureau' ? cases : null }
}

/**
 * Reads all cases into the queue, in the background, the newest first, and keeps it as the database is from then on.
 * To be called where neither a transaction nor a request is under way.
 * @returns what ends it
 */
export function startQueue(strapi: Core.Strapi): () => Promise<void> {
  const index = openIndex()
  const table = readWorkdays()
  let pending: Changed[] = []
  let before = aboveAllRows
  let reading: Progress | null = { done: 0, total: 0 }
  let ended = false

  let work: Promise<void> = Promise.resolve()
  /** One after another, so that what was read earlier is never put over what was read later. */
  function next(step: () => Promise<void>): Promise<void> {
    const done = work.then(() => (ended ? undefined : step()))
    // Whoever asks meanwhile is answered with what is there.
    work = done.catch(() => {})
    return done
  }

  async function readAgain(ids: readonly number[]): Promise<void> {
    try {
      const cases = await readCases(strapi, table, { where: { id: { $in: ids } } })
      if (ended) return
      const there = new Set(cases.map(({ entry }) => entry.row.id))
      index.remove(ids.filter((id) => !there.has(id)))
      index.put(cases)
    } catch {
      if (ended) return
      // Whoever may have lost a case must not go on seeing it.
      index.remove(ids)
      strapi.log.error('有办件没能读进办件列表，稍后再读')
      setTimeout(() => follow({ ids: [...ids] }), again).unref()
    }
  }

  async function readChanged(): Promise<void> {
    const told = pending
    pending = []
    if (told.some(({ everything }) => everything)) return readEverything()
    const ids = [...new Set(told.flatMap((changed) => index.idsOf(changed)))]
    for (let from = 0; from < ids.length && !ended; from += batch) {
      await readAgain(ids.slice(from, from + batch))
    }
  }

  async function readBatch(): Promise<void> {
    const where = { id: { $lt: before } }
    const cases = await readCases(strapi, table, { where, limit: batch })
    for (let from = 0; from < cases.length; from += slice) {
      await turn()
      if (ended) return
      index.put(cases.slice(from, from + slice))
    }
    before = cases.at(-1)?.entry.row.id ?? before
    reading = reading && { ...reading, done: reading.done + cases.length }
    if (cases.length < batch) reading = null
  }

  async function fill(): Promise<void> {
    while (reading !== null && !ended) {
      await next(readBatch)
      await turn()
    }
  }

  async function readEverything(): Promise<void> {
    index.clear()
    before = aboveAllRows
    const isFilling = reading !== null
    reading = { done: 0, total: await strapi.db.query(caseUid).count() }
    if (!isFilling) filled = fill().catch(report)
  }

  function report(): void {
    strapi.log.error('没能读完办件列表：请重新启动管理后台')
  }

  const follow = AsyncResource.bind((changed: Changed): void => {
    pending.push(changed)
    next(readChanged).catch(report)
  })
  followChanges(strapi, follow)
  let filled = next(async () => {
    reading = { done: 0, total: await strapi.db.query(caseUid).count() }
  })
    .then(fill)
    .catch(report)

  findBy(strapi, caseUid, async (q) => {
    await work
    // What was not read yet is read through as before.
    return reading ? null : findCases(index.database, { ...emptyQuestion, q }, [])
  })
  queues.set(strapi, { index, settled: () => work, reading: () => reading })
  return async () => {
    ended = true
    await filled
    await work
    index.close()
  }
}
