import { laterMessageKinds } from '../../petition/later-messages/forms.ts'
import type { LaterMessageKind } from '../../petition/later-messages/forms.ts'
import type { Credentials } from '../../petition/access/verify.ts'
import type { OpenVisits } from '../../petition/access/ended-visits.ts'
import { visitMinutes } from '../../petition/access/visit.ts'
import type { Visit } from '../../petition/access/visit.ts'
import type { PageRequest, PageResponse } from './page-endpoint.ts'

/** The progress of a petition asked for by its own address, as after sending, by Back or a reload. */
export type AskedVisit = {
  /** `null` where this browser may not, or no longer. */
  who: Credentials | null
  /** What was sent right before. */
  sent: LaterMessageKind | null
}

/** What the address of the tracking page asks for; `null` where it is the plain page. */
export async function readVisit(
  { query, cookies }: Pick<PageRequest, 'query' | 'cookies'>,
  visits: OpenVisits,
): Promise<AskedVisit | null> {
  const id = query.get('case')
  if (!id) return null
  const sealed = cookies[cookieName(id)]
  const sent = laterMessageKinds.find((kind) => kind === query.get('sent')) ?? null
  return { who: sealed ? await visits.resume({ id, sealed }) : null, sent }
}

/** The query of a visit's address. It names no number; without the cookie it opens nothing. */
export function visitQuery(id: string, sent: LaterMessageKind | null = null): string {
  return `?case=${id}${sent ? `&sent=${sent}#sent` : ''}`
}

/** Lets this browser come back for a while. */
export function keepVisit({ id, sealed }: Visit): PageResponse['cookie'] {
  return { name: cookieName(id), value: sealed, maxAge: visitMinutes * 60 }
}

/** Nobody comes back without number and code, neither this browser nor whoever has kept its cookie. */
export async function endVisit(
  id: string,
  cookies: PageRequest['cookies'],
  visits: OpenVisits,
): Promise<PageResponse['cookie']> {
  if (!/^[\w-]{16}$/.test(id)) return undefined
  const sealed = cookies[cookieName(id)]
  if (sealed) await visits.end({ id, sealed })
  return { name: cookieName(id), value: '', maxAge: 0 }
}

function cookieName(id: string): string {
  return `case-${id}`
}
