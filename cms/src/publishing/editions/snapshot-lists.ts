import type { AllowedSign } from '@portal/content/schema/privacy'
import type { Redirect } from '@portal/content/schema/redirect'
import type { Withdrawn } from '@portal/content/schema/withdrawn'
import type { Core } from '@strapi/strapi'
import { officeTime } from '../../strapi/stored-fields.ts'
import { absentOf, redirectsOf, type Whereabouts } from './addresses.ts'
import { listAllEditions, type Edition } from './edition-store.ts'
import { contentType } from '../../contracts/content-types.ts'
import { tableOf } from '../../strapi/tables.ts'

type Kept = Whereabouts & { last: Edition }

async function whereabouts(strapi: Core.Strapi): Promise<Kept[]> {
  const byEntry = Map.groupBy(await listAllEditions(strapi), ({ key }) => key)
  return [...byEntry.values()].map((editions) => ({
    addresses: editions.map(({ path, at }) => ({ path, at })),
    live: editions.some(({ fate }) => fate === 'live'),
    last: editions.at(-1) as Edition,
  }))
}

/** What the portal says at the addresses of withdrawn entries, for `withdrawn.json`. */
export async function withdrawnPages(strapi: Core.Strapi): Promise<Withdrawn[]> {
  return absentOf(await whereabouts(strapi)).map(
    ({ last: { path, title, at, endedAt, note } }) => ({
      path,
      // A law's name may be longer than the page of a withdrawn entry can carry.
      title: title.slice(0, 120),
      at: String(officeTime(endedAt ?? at)),
      note: note ?? '',
    }),
  )
}

/** Earlier addresses of entries and where they lead now, for `redirects.json`. */
export async function redirects(strapi: Core.Strapi): Promise<Redirect[]> {
  return redirectsOf(await whereabouts(strapi))
}

/** The privacy hits that were let pass in what citizens see, each with the page of its entry, for `privacy-allowed.json`. */
export async function allowedSigns(strapi: Core.Strapi): Promise<AllowedSign[]> {
  const live = (await listAllEditions(strapi)).filter(({ fate }) => fate === 'live')
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
