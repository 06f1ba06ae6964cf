import type { KeyObject } from 'node:crypto'
import { category } from '@portal/content/schema/petition/category'
import type { NotifyWay } from '@portal/content/schema/petition/petition'
import type { Logger } from 'pino'
import type { Attachments } from '../petition/attachments/attachments.ts'
import type { AttachmentView } from '../petition/attachments/attachment-view.ts'
import type { Drafts } from '../petition/drafts/drafts.ts'
import type { Failed } from '../petition/failures.ts'
import type { TypedFields } from '../petition/fields/fields.ts'
import { createFetchCalendar } from '../petition/later-messages/fetch-calendar.ts'
import type { LaterMessageKind, TypedLaterMessage } from '../petition/later-messages/forms.ts'
import type { Uncollected } from '../petition/later-messages/pending.ts'
import { createSendLaterMessage } from '../petition/later-messages/send.ts'
import { parseIdempotencyKey } from '../petition/submit/idempotency-key.ts'
import { keyDeriver } from '../petition/access/derive-keys.ts'
import type { Mailbox } from '../petition/ports.ts'
import { createOpenReplyFile } from '../petition/reply-files/open-reply-file.ts'
import type { ReplyFileStore } from '../petition/reply-files/ports.ts'
import type { ProofOfWork } from '../petition/submit/proof/challenge.ts'
import { createSubmissionGuard, submitGuarded } from '../petition/submit/proof/submission-guard.ts'
import type { GuardedForm, SpentChallenges } from '../petition/submit/proof/submission-guard.ts'
import type { Seal } from '../petition/seal.ts'
import { limitConcurrency } from '../petition/concurrency-limit.ts'
import { createSubmit } from '../petition/submit/submit.ts'
import { createReadStanding, createTrack } from '../petition/track/track.ts'
import { createVerify } from '../petition/access/verify.ts'
import type { Credentials } from '../petition/access/verify.ts'
import { openVisits, type EndedVisits } from '../petition/access/ended-visits.ts'
import { createVisits, type Visit } from '../petition/access/visit.ts'
import { limitDrafts } from './limits/limited-drafts.ts'
import type { Limits } from './limits/limits.ts'
import { describeFault } from './operations/log.ts'
import type { Release } from './releases/release.ts'

/**
 * Puts the petition's domain together over a mailbox, a seal and the limits: what the endpoints may do.
 * What nobody expected becomes `Failed`, so that a page can say so and keep what was typed.
 */
export function createPetitionServices(parts: {
  mailbox: Mailbox
  replyFiles: Pick<ReplyFileStore, 'sealed'>
  waiting: Uncollected
  drafts: Drafts
  attachments: Attachments
  spent: SpentChallenges
  endedVisits: EndedVisits
  offeredWays: () => Promise<NotifyWay[]>
  proofOfWork: ProofOfWork
  seal: Seal
  pepper: KeyObject
  limits: Limits
  log: Logger
  now: () => Date
}) {
  const { mailbox, replyFiles, waiting, drafts, attachments, spent, offeredWays } = parts
  const { proofOfWork, seal, pepper, limits, log, now } = parts
  // The slow hash has four threads in the whole process and shares them with sealing and file
  // reading: one at a time, so that guessing codes cannot stop filing.
  const deriveKeys = keyDeriver(limitConcurrency({ running: 1, waiting: 40 }))
  const verify = createVerify({ mailbox, deriveKeys, pepper, guesses: limits })
  const readStatus = createReadStanding({ mailbox, waiting })
  const track = createTrack({ verify, readStatus })
  const openReplyFile = createOpenReplyFile({ verify, replyFiles })
  const { allow } = limits
  const guard = createSubmissionGuard({ proofOfWork, spent, allow })
  const submit = createSubmit({ mailbox, attachments, drafts, spent, seal, pepper, now })
  const sendLaterMessage = createSendLaterMessage({
    ...{ mailbox, attachments, seal, verify, readStatus, allow, now },
  })
  const visits = openVisits(createVisits(pepper, now), parts.endedVisits, now)
  const fetchCalendar = createFetchCalendar({ track, pepper, now })

  const orFailed = <T>(work: Promise<T>): Promise<T | Failed> =>
    work.catch((error: unknown) => {
      log.error({ fault: describeFault(error) }, 'a petition page failed')
      return { kind: 'failed' }
    })

  return {
    now,
    /** The ways of being told of progress that the office can send by now. */
    offeredWays,
    visits: {
      begin: visits.begin,
      // One of which nobody can say whether it was ended opens nothing.
      resume: async (visit: Visit) => {
        const who = await orFailed(visits.resume(visit))
        return who !== null && 'code' in who ? who : null
      },
      end: async (visit: Visit) => void (await orFailed(visits.end(visit))),
    },
    /** @param stated what the form says of its files; see `Attachments.ready` */
    submit: (release: Release, form: GuardedForm & { typed: TypedFields; stated: string }) =>
      orFailed(
        submitGuarded(guard, form, async (spending) => {
          const ways = new Set(await offeredWays())
          const choices = { ...choicesOf(release), ways }
          return submit(form.typed, form.key, choices, form.stated, spending)
        }),
      ),
    /** The files that have arrived with a form. One that cannot be had leaves the page without it. */
    async attached(typedKey: string): Promise<AttachmentView[]> {
      const key = parseIdempotencyKey(typedKey)
      const listed = key === null ? [] : await orFailed(attachments.list(key))
      return Array.isArray(listed) ? listed : []
    },
    /** Takes a file out of a form. One that cannot be now still stands in it. */
    async detach(typedKey: string, id: string): Promise<void> {
      const key = parseIdempotencyKey(typedKey)
      if (key !== null) await orFailed(attachments.remove(key, id))
    },
    track: (who: Credentials) => orFailed(track(who)),
    replyFile: (who: Credentials, id: string) => orFailed(openReplyFile(who, id)),
    laterMessage: (who: Credentials, kind: LaterMessageKind, typed: TypedLaterMessage) =>
      orFailed(sendLaterMessage(who, kind, typed)),
    calendar: (who: Credentials, officeName: string) => orFailed(fetchCalendar(who, officeName)),
    /** Drafts for whoever asks from an address. */
    drafts(address: string) {
      const { save, resume, wipe } = limitDrafts(drafts, limits, address)
      return {
        save: (...draft: Parameters<typeof save>) => orFailed(save(...draft)),
        resume: (code: string) => orFailed(resume(code)),
        wipe: (code: string) => orFailed(wipe(code)),
      }
    },
  }
}
export type PetitionServices = ReturnType<typeof createPetitionServices>

const categories = new Set(category.options)
const known = new WeakMap<Release, ReturnType<typeof readChoices>>()

/** What may be chosen in the form of a release. */
function choicesOf(release: Release) {
  const choices = known.get(release) ?? readChoices(release)
  known.set(release, choices)
  return choices
}

function readChoices({ topics, regions }: Release) {
  return {
    categories,
    topics: new Set(topics.map(({ slug }) => slug)),
    regions: new Set(regions.map(({ slug }) => slug)),
  }
}
