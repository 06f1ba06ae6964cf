import { disposition } from '@portal/content/files/disposition'
import { shanghaiDay } from '@portal/content/calendar/day'
import { laterMessageKind } from '../../petition/later-messages/forms.ts'
import { newIdempotencyKey } from '../../petition/submit/idempotency-key.ts'
import { unkeptFiles } from '../../petition-form/attachments/unkept-files.ts'
import type { MessageAnswer } from '../../petition-form/track/later-messages/message-notice.ts'
import { trackStatus } from '../../petition-form/track/track-message.ts'
import { missedFile } from '../../petition-form/track/missed-file.ts'
import type { TrackPage } from '../../petition-form/track/track-page.ts'
import {
  outcomeStatus,
  readCredentials,
  readLaterMessage,
} from '../../petition-form/track/track-request.ts'
import type { PetitionServices } from '../petition-services.ts'
import { retryAfterOf } from './page-endpoint.ts'
import type { PageEndpoint, PageRequest, PageResponse } from './page-endpoint.ts'
import { endVisit, keepVisit, readVisit, visitQuery } from './visit-cookie.ts'
import type { AskedVisit } from './visit-cookie.ts'

const path = '/petition/track/'
type Services = Pick<
  PetitionServices,
  'track' | 'laterMessage' | 'calendar' | 'attached' | 'visits' | 'now'
>

/** What a request to the tracking page came to. */
type Tracked = Pick<TrackPage, 'tracking' | 'sent'> & {
  /** The calendar file, where that is the answer. */
  calendar?: string | null
}

/** Shows where a petition stands, takes what its petitioner sends after filing, gives the calendar. */
export function trackEndpoint(services: Services, basePath: string): PageEndpoint {
  return {
    path,
    takesForms: true,
    async respond(request) {
      const { posted } = request
      if (posted?.get('intent') === 'leave') {
        const id = posted.get('case') ?? ''
        const cookie = await endVisit(id, request.cookies, services.visits)
        return { status: 303, ...(cookie && { cookie }), show: { redirect: `${path}?left` } }
      }
      const visit = posted ? null : await readVisit(request, services.visits)
      const tracked = await run(services, request, visit)
      return tracked.calendar ? download(tracked.calendar) : respond(tracked, visit, request)
    },
  }

  function respond(
    { tracking, sent }: Tracked,
    asked: AskedVisit | null,
    { posted, query }: PageRequest,
  ): PageResponse {
    const outcome = sent?.outcome ?? null
    const who = asked?.who ?? readCredentials(posted)
    const typed = readLaterMessage(posted)
    const opened = tracking?.kind === 'found' || tracking?.kind === 'damaged'
    const visit = opened ? services.visits.begin(who) : null
    const at = visit && basePath + path + visitQuery(visit.id)
    const justSent = outcome?.kind === 'sent' && sent ? sent.kind : null
    const content = async () => ({
      track: {
        ...{ tracking, who, sent, typed, intent: posted?.get('intent') ?? '' },
        typedWho: readCredentials(posted),
        visitOver: asked !== null && tracking === null,
        visit: visit && at !== null ? { id: visit.id, at } : null,
        missedFile: missedFile(query.get('file')),
        today: shanghaiDay(services.now()),
        newKeys: { supplement: newIdempotencyKey(), appeal: newIdempotencyKey() },
        attached: typed.key ? await services.attached(typed.key) : [],
        unkept: unkeptFiles(posted),
      },
    })
    if (!tracking) return { status: 200, show: { content } }
    const next = visit && path + visitQuery(visit.id, sent?.kind ?? null)
    // What was sent is not sent again by Back or a reload, and the page has an address to come back to.
    const leads = posted && next && (!outcome || outcome.kind === 'sent')
    const data: MessageAnswer = {
      kind: tracking.kind,
      ...(visit && { at: basePath + path + visitQuery(visit.id, justSent) }),
      ...(outcome && {
        outcome: {
          kind: outcome.kind,
          ...(outcome.kind === 'faults' && { faults: outcome.faults }),
        },
      }),
    }
    const cookie = visit && keepVisit(visit)
    return {
      status: (outcome && outcomeStatus(outcome)) ?? trackStatus(tracking.kind),
      ...retryAfterOf(outcome?.kind === 'unavailable' ? outcome : tracking),
      ...(cookie && { cookie }),
      data,
      show: leads ? { redirect: next } : { content, secret: true },
    }
  }
}

/** Does what is asked for: look at the progress, send a later message, give the calendar. */
async function run(
  { track, laterMessage, calendar }: Services,
  { posted, address, release }: PageRequest,
  visit: AskedVisit | null,
): Promise<Tracked> {
  if (!posted) {
    if (!visit?.who) return { tracking: null, sent: null }
    const tracking = await track({ ...visit.who, address })
    return { tracking, sent: visit.sent && { kind: visit.sent, outcome: { kind: 'sent' } } }
  }
  const who = { ...readCredentials(posted), address }
  const intent = posted.get('intent')
  const kind = laterMessageKind(intent)
  if (kind) {
    const done = await laterMessage(who, kind, readLaterMessage(posted))
    return 'tracking' in done
      ? { tracking: done.tracking, sent: { kind, outcome: done.outcome } }
      : { tracking: done, sent: { kind, outcome: { kind: 'unread' } } }
  }
  if (intent === 'calendar') {
    const fetched = await calendar(who, release.settings.officeName)
    return 'tracking' in fetched
      ? { tracking: fetched.tracking, sent: null, calendar: fetched.file }
      : { tracking: fetched, sent: null }
  }
  return { tracking: await track(who), sent: null }
}

function download(body: string): PageResponse {
  const type = 'text/calendar; charset=utf-8'
  const named = disposition('attachment', '信访期限.ics')
  return { status: 200, show: { download: { type, disposition: named, body } } }
}
