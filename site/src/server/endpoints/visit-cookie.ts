import { laterMessageKinds } from '../../petition/later-messages/forms.ts'
import type { LaterMessageKind } from '../../petition/later-messages/forms.ts'
import type { Credentials } from '../../petition/access/verify.ts'
import { visitMinutes } from '../../petition/access/visit.ts'
import type { Visit, Visits } from '../../petition/access/visit.ts'
import type { PageRequest, PageResponse } from './page-endpoint.ts'

/** The progress of a petition asked for by its own address, as after sending, by Back or a reload. */
export type AskedVisit = {
  /** `null` where this browser may not, or no longer. */
  who: Credentials | null
  /** What was sent right before. */
  sent: LaterMessageKind | null
}

/** What the address of the tracking page asks for; `null` where it is the plain page. */
export function readVisit(
  { query, cookies }: Pick<PageRequest, 'query' | 'cookies'>,
  visits: Visits,
): AskedVisit | null {
  const id = query.get('case')
  if (!id) return null
  const sealed = cookies[cookieName(id)]
  const sent = laterMessageKinds.find((kind) => kind === query.get('sent')) ?? null
  return { who: sealed ? visits.resume({ id, sealed }) : null, sent }
}

/** The query of a visit's address. It names no number; without the cookie it opens nothing. */
export function visitQuery(id: string, sent: LaterMessageKind | null = null): string {
  return `?case=${id}${sent ? `&sent=${sent}#sent` : ''}`
}

/** Lets this browser come back for a while. */
export function keepVisit({ id, sealed }: Visit): PageResponse['cookie'] {
  return { name: cookieName(id), value: sealed, maxAge: visitMinutes * 60 }
}

/** This browser does not come back without number and code. */
export function endVisit(id: string): PageResponse['cookie'] {
  return /^[\w-]{16}$/.test(id) ? { name: cookieName(id), value: '', maxAge: 0 } : undefined
}

function cookieName(id: string): string {
  return `case-${id}`
}
