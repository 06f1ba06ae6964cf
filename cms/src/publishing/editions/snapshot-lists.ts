import type { AllowedSign } from '@portal/content/schema/release/privacy-allowed'
import type { Redirect } from '@portal/content/schema/release/redirect'
import type { Withdrawn } from '@portal/content/schema/release/withdrawn'
import type { Core } from '@strapi/strapi'
import { officeTime } from '../../strapi/stored-fields.ts'
import { absentOf, redirectsOf, type Whereabouts } from './addresses.ts'
import { listAllEditions, type Edition } from './edition-store.ts'
import { contentType } from '../../contracts/content-types.ts'
import { tableOf } from '../../strapi/tables.ts'

type KeyedEdition = Edition & { key: string }
type Kept = Whereabouts & { last: Edition }

function whereabouts(editions: readonly KeyedEdition[]): Kept[] {
  const byEntry = Map.groupBy(editions, ({ key }) => key)
  return [...byEntry.values()].map((those) => ({
    addresses: those.map(({ path, at }) => ({ path, at })),
    live: those.some(({ fate }) => fate === 'live'),
    last: those.at(-1) as Edition,
  }))
}

/** What the portal says at the addresses of withdrawn entries. */
function withdrawnPages(entries: Kept[]): Withdrawn[] {
  return absentOf(entries).map(({ last: { path, title, at, endedAt, note } }) => ({
    path,
    // A law's name may be longer than the page of a withdrawn entry can carry.
    title: title.slice(0, 120),
    at: String(officeTime(endedAt ?? at)),
    note: note ?? '',
  }))
}

/** The privacy hits that were let pass in what citizens see, each with the page of its entry. */
async function allowedSigns(
  strapi: Core.Strapi,
  editions: readonly KeyedEdition[],
): Promise<AllowedSign[]> {
  const live = editions.filter(({ fate }) => fate === 'live')
  const pages = new Map(live.map(({ key, path }) => [key, path]))
  const rows = await tableOf(strapi, contentType.workflow).findMany({
    where: { live: { $notNull: true } },
    select: ['key', 'overrides'],
  })
  return rows.flatMap(({ key, overrides }) => {
    const path = pages.get(String(key))
    const digests = ((overrides ?? []) as { digest: string }[]).map(({ digest }) => digest)
    return path ? [...new Set(digests)].sort().map((digest) => ({ path, digest })) : []
  })
}

/** What a release is told beside its entries. */
export async function snapshotLists(strapi: Core.Strapi): Promise<{
  /** Earlier addresses of entries and where they lead now. */
  redirects: Redirect[]
  withdrawn: Withdrawn[]
  privacyAllowed: AllowedSign[]
}> {
  const editions = await listAllEditions(strapi)
  const entries = whereabouts(editions)
  return {
    redirects: redirectsOf(entries),
    withdrawn: withdrawnPages(entries),
    privacyAllowed: await allowedSigns(strapi, editions),
  }
}
