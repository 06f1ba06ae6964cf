import type { Shown } from './page.ts'
import type { State } from './state.ts'

/** What the search page shows: what was asked, and the answer; `retryAfter` in seconds. */
export type SearchPage = { state: State; shown: Shown; retryAfter?: number }
