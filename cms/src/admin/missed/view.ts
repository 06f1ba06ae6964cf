/** A query that was sought on the portal and not found. `lastDay` is `YYYY-MM-DD`. */
export type MissedQuery = { query: string; count: number; lastDay: string }
export type Group = { documentId: string; words: string[] }

/** What the API tells of what was sought and not found, and what this person may do about it. */
export type Missed = {
  state: 'on' | 'off' | 'away'
  queries: MissedQuery[]
  groups: Group[]
  /** Words of groups that stand nowhere on the portal. */
  dead: string[]
  may: { choose: boolean; begin: boolean; phrase: boolean; guide: boolean }
}

/** A page to which a 问法 can be added. */
export type Target = {
  uid: string
  documentId: string
  article: { number: number; insertion: number } | null
  title: string
  type: string
}

/** A day as people say it: `11月8日`. */
export function dayWords(day: string): string {
  const [, month, date] = day.split('-')
  return `${Number(month)}月${Number(date)}日`
}
