import type { AstroCookies } from 'astro'
import { address } from '../layouts/address.ts'
import { followUpKinds } from '../petition/follow-up/forms.ts'
import type { FollowUpKind } from '../petition/follow-up/forms.ts'
import type { Credentials } from '../petition/verify.ts'
import { visitMinutes } from '../petition/visit.ts'
import type { Visit, Visits } from '../petition/visit.ts'

/** The progress of a petition asked for by its own address, as after sending, by Back or a reload. */
export type Visiting = {
  id: string
  /** `null` where this browser may not, or no longer. */
  who: Credentials | null
  /** What was sent right before. */
  sent: FollowUpKind | null
}

const page = '/petition/track/'

/** What the address of the tracking page asks for; `null` where it is the plain page. */
export function visitingOf(url: URL, cookies: AstroCookies, visits: Visits): Visiting | null {
  const id = url.searchParams.get('case')
  if (!id) return null
  const sealed = cookies.get(cookieOf(id))?.value
  const sent = followUpKinds.find((kind) => kind === url.searchParams.get('sent')) ?? null
  return { id, who: sealed ? visits.resume({ id, sealed }) : null, sent }
}

/** The address of a visit. It names no number; without the cookie it opens nothing. */
export function visitAddress(id: string, sent: FollowUpKind | null = null): string {
  return `${address(page)}?case=${id}${sent ? `&sent=${sent}#sent` : ''}`
}

/** Lets this browser come back for a while. No script reads it, and no other site makes use of it. */
export function keepVisit(
  cookies: AstroCookies,
  { id, sealed }: Visit,
  site: URL | undefined,
): void {
  cookies.set(cookieOf(id), sealed, { ...scope(site), maxAge: visitMinutes * 60 })
}

/** This browser does not come back without number and code. */
export function endVisit(cookies: AstroCookies, id: string, site: URL | undefined): void {
  if (/^[\w-]{16}$/.test(id)) cookies.set(cookieOf(id), '', { ...scope(site), maxAge: 0 })
}

function cookieOf(id: string): string {
  return `case-${id}`
}

function scope(site: URL | undefined) {
  return {
    path: address(page),
    httpOnly: true,
    sameSite: 'strict',
    secure: site?.protocol === 'https:',
  } as const
}
