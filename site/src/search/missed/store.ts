/** A query that was sought and not found, once it was seen often enough. `lastDay` is a day in Shanghai. */
export type MissedQuery = { query: string; count: number; lastDay: string }

/** Where it is kept what was sought and not found. Days are `YYYY-MM-DD`. */
export type MissedStore = {
  /** Counts a query once more; its words are kept from the time on that it has been seen often enough. */
  count(digest: Uint8Array, query: string, day: string): Promise<void>
  /** Those that were seen often enough, the most often first. */
  known(limit: number): Promise<MissedQuery[]>
  /** Erases at most `limit` of those that were last seen before a day; how many. */
  eraseUnseen(before: string, limit: number): Promise<number>
  /** Erases at most `limit` of those beyond `most`, the least often seen first; how many. */
  eraseBeyond(most: number, limit: number): Promise<number>
}
