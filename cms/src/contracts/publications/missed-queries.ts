import type { MissedQueries } from '@portal/content/schema/mailbox/mailbox'

/** A query that was sought on the portal and not found. */
export type MissedQuery = MissedQueries['queries'][number]

/** A group of words that mean the same. */
export type SynonymGroup = { documentId: string; words: string[] }

/** What was sought and not found, and what this person may do about it. */
export type MissedState = {
  state: 'on' | 'off' | 'away'
  queries: MissedQuery[]
  groups: SynonymGroup[]
  /** Words of groups that stand nowhere on the portal. */
  dead: string[]
  may: { choose: boolean; begin: boolean; phrase: boolean; guide: boolean }
}

/** A page to which a 问法 can be added; of a regulation, one of its articles. */
export type PhrasingTarget = {
  uid: string
  documentId: string
  /** The number of the article, and which of those inserted after it. */
  article: { number: number; insertion: number } | null
  title: string
  type: string
}

/** What became of a 问法 that was added: whether it is live at once, and the page's title. */
export type AddedPhrasing = { live: boolean; title: string }
