import { randomBytes } from 'node:crypto'

/** Milliseconds within which a browser fetches what it was given a ticket for. */
const timeToFetch = 60_000
/** More than anybody asks for in a minute. */
const most = 100

/**
 * Tickets by which a browser fetches a file by itself, without the session that only pages have: each is good for one
 * thing, once, for a minute, and is kept in memory alone.
 */
export function makeTickets<T>(clock: () => number = Date.now) {
  const waiting = new Map<string, { thing: T; until: number }>()
  function forgetOld(): void {
    for (const [ticket, { until }] of waiting) {
      if (until < clock() || waiting.size > most) waiting.delete(ticket)
    }
  }
  return {
    /** A ticket for a thing: 256 random bits. */
    give(thing: T): string {
      forgetOld()
      const ticket = randomBytes(32).toString('base64url')
      waiting.set(ticket, { thing, until: clock() + timeToFetch })
      return ticket
    },
    /** The thing of a ticket, which is spent; undefined where there is none such. */
    take(ticket: string): T | undefined {
      forgetOld()
      const found = waiting.get(ticket)
      waiting.delete(ticket)
      return found?.thing
    },
  }
}
