import type { Section } from '../library/markdown/text.ts'
import type { Facets } from './facets.ts'

/** What the index knows of one page. */
export type SearchRecord = {
  /** The page's address below the site's base path. */
  path: `/${string}`
  title: string
  date: string | null
  facets: Facets
  /** Words by which the page is found beside its text: how people ask for it, names, keywords. */
  known: string[]
  sections: SearchSection[]
  /** The Regulations, which an article's number alone refers to. */
  main?: boolean
  /** Whether it is of less use as years go by, as notices and news are. */
  ages?: boolean
}

/**
 * A stretch of text below a heading, or what is said in a video from a second on. `asked` are words by
 * which this section is found, where it has any of its own.
 */
export type SearchSection = Section & { seconds?: number; asked?: string[] }
