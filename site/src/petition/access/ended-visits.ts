import { visitMinutes, type Visit, type Visits } from './visit.ts'
import type { Credentials } from './verify.ts'

/** Visits that somebody has ended before they ran out; kept until then. */
export type EndedVisits = {
  /** Ends every visit with an identifier that runs out at `until` or before. */
  end(id: string, until: Date): Promise<void>
  /** The moment up to which visits with an identifier have ended; `null` where none has. */
  endedUntil(id: string): Promise<Date | null>
}

/** Visits as they are asked for: one that was ended opens nothing more, at any portal. */
export type OpenVisits = Pick<Visits, 'begin'> & {
  /** Number and code; `null` where the visit is none, too old or ended. */
  resume(visit: Visit): Promise<Credentials | null>
  /**
   * Ends all visits to a petition that were begun by now, in other browsers too: an earlier cookie of this browser is
   * not told from them. Who does not hold one of them ends nothing.
   */
  end(visit: Visit): Promise<void>
}

/** Puts visits, which are without a store, together with the store of those that were ended. */
export function openVisits(visits: Visits, ended: EndedVisits, now: () => Date): OpenVisits {
  const read = async (visit: Visit) => {
    const held = visits.resume(visit)
    if (!held) return null
    const over = await ended.endedUntil(visit.id)
    return over !== null && held.until <= over ? null : held
  }
  return {
    begin: visits.begin,
    async resume(visit) {
      const held = await read(visit)
      return held && { number: held.number, code: held.code }
    },
    async end(visit) {
      if (!(await read(visit))) return
      await ended.end(visit.id, new Date(now().getTime() + visitMinutes * 60_000))
    },
  }
}
