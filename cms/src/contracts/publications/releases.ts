/** What kept a release from being made, in the words of staff, and the entry that is to be mended where it is known. */
export type Fault = { text: string; uid: string | null; documentId: string | null }

/** Where a publication stands on its way to citizens. Instants are ISO 8601, UTC. */
export type PublicationProgress = {
  state: 'waiting' | 'building' | 'live' | 'failed'
  since: string
  finishedAt: string | null
  faults: Fault[]
}

/**
 * What `GET /desk/releases/entries/:uid/:documentId` tells of an entry. `address` is its page while it is
 * live; `held`: citizens see a release from before its last publication, for somebody went back to that.
 */
export type EntryOnline = {
  going: PublicationProgress | null
  address: string | null
  held: boolean
}

/** A release that is kept. `at` is when it was made, ISO 8601, UTC. */
export type KeptRelease = { name: string; at: string; current: boolean }

/** What `GET /desk/releases` answers: what can be gone back to, and whether citizens see an earlier one. */
export type KeptReleases = { releases: KeptRelease[]; goneBack: boolean }
