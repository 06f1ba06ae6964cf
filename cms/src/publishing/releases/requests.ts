import type { Core } from '@strapi/strapi'
import type { EntryKey } from '../editions/entry.ts'
import type { Fault, PublicationProgress } from '../../contracts/publications/releases.ts'

/** Told when somebody has asked for a release. */
export const releaseAsked = 'release.asked'

const requests = 'api::build-request.build-request'
const instant = (value: unknown) => new Date(value as string).toISOString()

/** What failed before faults were kept one by one. */
function faultsOfText(failure: string | null): Fault[] {
  const lines = (failure ?? '').split('\n').filter((line) => line.trim() !== '')
  return lines.map((text) => ({ text, uid: null, documentId: null }))
}

function fromRow(row: Record<string, unknown>): PublicationProgress {
  return {
    state: row.state as PublicationProgress['state'],
    since: instant(row.createdAt),
    finishedAt: row.finishedAt ? instant(row.finishedAt) : null,
    faults: (row.faults as Fault[] | null) ?? faultsOfText(row.failure as string | null),
  }
}

/**
 * The last request for a release that an entry made, and the release that came of it; undefined where it
 * never made one.
 */
export async function publicationProgress(
  strapi: Core.Strapi,
  { documentId }: EntryKey,
): Promise<{ going: PublicationProgress; release: string | null } | undefined> {
  const where = { entry: documentId }
  const row = await strapi.db.query(requests).findOne({ where, orderBy: { id: 'desc' } })
  return row ? { going: fromRow(row), release: row.release as string | null } : undefined
}

/** The last request of all. */
export async function lastRequest(strapi: Core.Strapi): Promise<PublicationProgress | undefined> {
  const row = await strapi.db.query(requests).findOne({ where: {}, orderBy: { id: 'desc' } })
  return row ? fromRow(row) : undefined
}

/** Whether a release is being made or waits to be. */
export async function isBusy(strapi: Core.Strapi): Promise<boolean> {
  const where = { state: { $in: ['waiting', 'building'] } }
  return (await strapi.db.query(requests).count({ where })) > 0
}

/** Asks anew for a release that failed. */
export async function askAgain(strapi: Core.Strapi, cause: string): Promise<void> {
  await strapi.db.query(requests).create({ data: { state: 'waiting', cause } })
}
