import type { FollowUpKind, TypedFollowUp } from '../petition/follow-up/forms.ts'
import { followUpKind } from '../petition/follow-up/forms.ts'
import type { Outcome } from '../petition/follow-up/send.ts'
import { lineEnds } from '../petition/text.ts'
import type { Tracking } from '../petition/track.ts'
import type { Credentials } from '../petition/verify.ts'
import type { Failed, Petitions } from '../server/endpoints/petitions.ts'
import type { Fields } from '../server/http/request-body.ts'
import type { Visiting } from './visiting.ts'

/** What a request to the tracking page came to. */
export type Tracked = {
  /** `null` where the page was only asked for. */
  tracking: Tracking | Failed | null
  /** The follow-up that came with it, and what became of it. */
  sent: { kind: FollowUpKind; outcome: Outcome } | null
  /** The calendar file, where that is the answer. */
  calendar: string | null
}

/** What the visitor shows to be let in, as posted. */
export function readCredentials(posted: Fields | null): Credentials {
  return { number: posted?.get('number') ?? '', code: posted?.get('code') ?? '' }
}

/** A follow-up's fields as posted. */
export function readFollowUp(posted: Fields | null): TypedFollowUp {
  const names = [
    'satisfaction',
    'comment',
    'text',
    'reason',
    'grounds',
    'level',
    'key',
    'attachments',
    'confirmed',
  ] as const
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = posted?.get(name)
      return value === undefined ? [] : [[name, lineEnds(value)]]
    }),
  )
}

/**
 * Does what is asked for: look at the progress, send a follow-up, give the calendar.
 * @param visiting where the page was only asked for, and by whom
 */
export async function answerTracking(
  petitions: Petitions,
  visiting: Visiting | null,
): Promise<Tracked> {
  const { posted } = petitions
  if (!posted) {
    if (!visiting?.who) return { tracking: null, sent: null, calendar: null }
    const { who, sent } = visiting
    return {
      tracking: await petitions.track(who),
      sent: sent && { kind: sent, outcome: { kind: 'sent' } },
      calendar: null,
    }
  }
  const who = readCredentials(posted)
  const intent = posted.get('intent')
  const kind = followUpKind(intent)
  if (kind) {
    const done = await petitions.followUp(who, kind, readFollowUp(posted))
    if ('tracking' in done) {
      return { tracking: done.tracking, sent: { kind, outcome: done.outcome }, calendar: null }
    }
    return { tracking: done, sent: { kind, outcome: { kind: 'unread' } }, calendar: null }
  }
  if (intent === 'calendar') {
    const fetched = await petitions.calendar(who)
    return 'tracking' in fetched
      ? { tracking: fetched.tracking, sent: null, calendar: fetched.file }
      : { tracking: fetched, sent: null, calendar: null }
  }
  return { tracking: await petitions.track(who), sent: null, calendar: null }
}

/** The HTTP status of what came of a follow-up; `null` where the tracking's own says enough. */
export function outcomeStatus({ kind }: Outcome): number | null {
  const statuses = { faults: 422, 'files-gone': 422, closed: 409, unavailable: 503 }
  return kind in statuses ? statuses[kind as keyof typeof statuses] : null
}
