import type { Finding } from '../contracts/home.ts'

/** When a column was last added to, and what it is called on screen. `last` is an ISO 8601 instant. */
export type Column = { kind: string; name: string; entries: number; last: string | null }

/**
 * How many days a column may stand unchanged: the limits of the State Council's inspections of
 * government sites for the home page and news (two weeks) and for published results (six months).
 */
const limits: Record<string, number> = { home: 14, essays: 14, notices: 183 }

/** The last quarter of a limit is time to warn. */
const ahead = 0.75

const day = 86_400_000

/**
 * Finds columns that are going stale, are stale, or are empty. The home page changes whenever any
 * column does.
 */
export function inspect(columns: readonly Column[], now: Date): Finding[] {
  const newest = columns
    .map(({ last }) => last ?? '')
    .sort()
    .at(-1)
  const home: Column = { kind: 'home', name: '首页', entries: 1, last: newest || null }
  return [home, ...columns].flatMap((column): Finding[] => {
    const { kind, name, entries, last } = column
    if (entries === 0) return [{ kind: 'empty', column: name, days: null, limit: null }]
    const limit = limits[kind]
    if (limit === undefined || last === null) return []
    const days = Math.floor((now.getTime() - Date.parse(last)) / day)
    if (days >= limit) return [{ kind: 'stale', column: name, days, limit }]
    return days >= limit * ahead ? [{ kind: 'soon', column: name, days, limit }] : []
  })
}
