import { createHmac, hkdfSync, type KeyObject } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Logger } from 'pino'
import { z } from 'zod'
import { countable, daysKept } from '../../search/missed/query.ts'
import type { MissedQuery, MissedStore } from '../../search/missed/store.ts'
import { shanghaiDay } from '../../time/format.ts'
import type { Endpoint } from '../http/router.ts'
import { createConceal } from '../limits/keyed-digest.ts'
import { daysBefore } from '../operations/erasing.ts'
import type { Limits } from '../limits/limits.ts'
import { describeFault } from '../operations/log.ts'
import { refuse } from '../http/refusal.ts'
import { readJson } from '../http/request-body.ts'

const bodyLimit = 4096
/** Counts of one day that are told apart; beyond, nothing more is counted that day. */
const mostADay = 100_000
/** Queries that are kept; beyond, those seen least go. */
const mostKept = 50_000
const mostListed = 200

const told = z.object({ query: z.string() })

/** What was sought and not found, counted without who asked. */
export type Missing = {
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
export function createMissing(parts: {
  store: MissedStore
  pepper: KeyObject
  limits: Limits
  isOn: () => boolean
  now: () => Date
  log: Logger
}): Missing {
  const { store, pepper, limits, isOn, now, log } = parts
  const key = Buffer.from(hkdfSync('sha256', pepper, '', 'missed queries v1', 32))
  const conceal = createConceal()
  let counted = { day: '', pairs: new Set<string>() }

  async function count(typed: string, address: string): Promise<void> {
    const query = countable(typed)
    if (query === null || !isOn()) return
    const day = dayOf(now())
    if (counted.day !== day) counted = { day, pairs: new Set() }
    const pair = conceal(`${address}\n${query}`)
    if (counted.pairs.has(pair) || counted.pairs.size >= mostADay) return
    if (!(await limits.allow('missing', { address })).ok) return
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
      const old = await store.eraseUnseen(dayOf(daysBefore(now(), daysKept)), limit)
      return old > 0 ? old : store.eraseBeyond(mostKept, limit)
    },
  }
}

function dayOf(at: Date): string {
  return shanghaiDay(at.toISOString())
}

/** Takes what browsers tell of searches that they answered themselves. Whatever is told, it says 204. */
export function missingEndpoint(
  missing: Missing,
  addressOf: (request: IncomingMessage) => string,
  home: string,
): Endpoint {
  const prefix = '/search/missed'
  return {
    prefix,
    async answer(request, response, path) {
      if (path !== prefix) return refuse(request, response, 404, { home })
      if (request.method !== 'POST') {
        response.setHeader('Allow', 'POST')
        return refuse(request, response, 405, { home })
      }
      const body = await readJson(request, bodyLimit)
      const given = body.ok ? told.safeParse(body.value) : undefined
      if (given?.success) missing.count(given.data.query, addressOf(request))
      response.statusCode = 204
      response.setHeader('Cache-Control', 'no-store')
      // A body that was not read to its end would be taken for the next request.
      if (!request.complete) response.setHeader('Connection', 'close')
      response.end()
    },
  }
}
