import { createHmac, hkdfSync, type KeyObject } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { z } from 'zod'
import { countable, daysKept } from '../../search/missed/query.ts'
import type { MissedQuery, MissedStore } from '../../search/missed/store.ts'
import { shanghaiDay } from '@portal/content/calendar/day'
import { acceptJson } from '../http/form-body.ts'
import { refuseOtherMethods } from '../http/method-not-allowed.ts'
import { createKeyedDigest } from '../limits/keyed-digest.ts'
import { daysBefore } from '../operations/erasing.ts'
import type { Limits } from '../limits/limits.ts'
import { describeFault } from '../operations/log.ts'

const url = '/search/missed'
const bodyLimit = 4096
/** Counts of one day that are told apart; beyond, nothing more is counted that day. */
const mostADay = 100_000
/** Queries that are kept; beyond, those seen least go. */
const mostKept = 50_000
const mostListed = 200

const report = z.object({ query: z.string() })

/** What was sought and not found, counted without who asked. */
export type MissedQueryCounter = {
  /** Counts a query, once a day for an address. It never fails and holds nobody up. */
  count(typed: string, address: string): void
  /** What was seen often enough; nothing while it is switched off. */
  known(): Promise<MissedQuery[]>
  /** Erases what is due; everything while it is switched off. */
  eraseDue(limit: number): Promise<number>
}

/**
 * Counts what was sought and not found. Who asked is kept in memory only, as a digest under a key that
 * ends with the process, and for a day.
 * @param isOn what 网站设置 says now
 */
export function createMissedQueryCounter(parts: {
  store: MissedStore
  pepper: KeyObject
  limits: Limits
  isOn: () => boolean
  now: () => Date
  log: Logger
}): MissedQueryCounter {
  const { store, pepper, limits, isOn, now, log } = parts
  const key = Buffer.from(hkdfSync('sha256', pepper, '', 'missed queries v1', 32))
  const digest = createKeyedDigest()
  let counted = { day: '', pairs: new Set<string>() }

  async function count(typed: string, address: string): Promise<void> {
    const query = countable(typed)
    if (query === null || !isOn()) return
    const day = shanghaiDay(now())
    if (counted.day !== day) counted = { day, pairs: new Set() }
    const pair = digest(`${address}\n${query}`)
    if (counted.pairs.has(pair) || counted.pairs.size >= mostADay) return
    if (!(await limits.allow('missedQueries', { address })).ok) return
    counted.pairs.add(pair)
    await store.count(createHmac('sha256', key).update(query).digest(), query, day)
  }

  return {
    count: (typed, address) => {
      count(typed, address).catch((error: unknown) => {
        log.warn({ fault: describeFault(error) }, 'a search that found nothing was not counted')
      })
    },
    known: async () => (isOn() ? store.known(mostListed) : []),
    async eraseDue(limit) {
      if (!isOn()) return store.eraseBeyond(0, limit)
      const old = await store.eraseUnseen(shanghaiDay(daysBefore(now(), daysKept)), limit)
      return old > 0 ? old : store.eraseBeyond(mostKept, limit)
    },
  }
}

/** Takes what browsers tell of searches that they answered themselves. Whatever is told, it says 204. */
export function missedQueriesEndpoint(missed: Pick<MissedQueryCounter, 'count'>) {
  return async (app: FastifyInstance): Promise<void> => {
    acceptJson(app, bodyLimit)
    app.setErrorHandler((_error, _request, reply) => reply.code(204).send())
    app.addHook(
      'onRequest',
      async (_request, reply) => void reply.header('cache-control', 'no-store'),
    )
    app.post(url, async ({ body, address }, reply) => {
      const given = report.safeParse(body)
      if (given.success) missed.count(given.data.query, address)
      return reply.code(204).send()
    })
    refuseOtherMethods(app, url, ['POST'])
  }
}
