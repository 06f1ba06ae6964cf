import type { DeadLink } from '@portal/content/schema/release/dead-link'
import type { Fault, PublicationProgress } from './publications/releases.ts'

/** What waits for somebody, as the home page lists it. Instants are ISO 8601, UTC. */
export type HomeItem = {
  uid: string
  documentId: string
  title: string
  type: string
  word: string
  at: string
}

/** What an inspector of government sites would find, or is about to. `days` counts from the last change. */
export type Finding = {
  kind: 'stale' | 'soon' | 'empty'
  column: string
  days: number | null
  limit: number | null
}

/** How many reports of errors wait, and the newest of them. */
export type NewReports = { count: number; some: HomeItem[] }

/** What a member of the publicity staff sees first. */
export type Home = {
  waiting: HomeItem[]
  scheduled: HomeItem[]
  live: {
    at: string | null
    goneBack: boolean
    last: PublicationProgress | null
    /** What is wrong with entries that citizens do not see as they were published. */
    held: Fault[]
  }
  /** What readers hold to be wrong on the site and nobody has looked into, the newest first. */
  reports: NewReports
  findings: Finding[]
  dead: { count: number; some: (Fault & DeadLink)[] }
}
