import type { NotifyWay } from '@portal/content/schema/petition'
import type { Region } from '@portal/content/schema/region'
import type { Topic } from '@portal/content/schema/topic'
import { category } from '@portal/content/schema/category'
import type { KeyObject } from 'node:crypto'
import type { Logger } from 'pino'
import type { Attachments } from '../../petition/attachments/attachments.ts'
import type { Listed } from '../../petition/attachments/listed.ts'
import type { Drafts, Resuming, Saving, Wiping } from '../../petition/drafts/drafts.ts'
import type { Choices, TypedFields } from '../../petition/fields.ts'
import { createFetchCalendar } from '../../petition/follow-up/fetch-calendar.ts'
import type { FetchedCalendar } from '../../petition/follow-up/fetch-calendar.ts'
import type { FollowUpKind, TypedFollowUp } from '../../petition/follow-up/forms.ts'
import type { Waiting } from '../../petition/follow-up/pending.ts'
import { createSendFollowUp } from '../../petition/follow-up/send.ts'
import type { Sending } from '../../petition/follow-up/send.ts'
import { newIdempotencyKey, parseIdempotencyKey } from '../../petition/idempotency-key.ts'
import { keyringOpener } from '../../petition/keyring.ts'
import type { Mailbox } from '../../petition/ports.ts'
import { createAdmit, fileAdmitted } from '../../petition/proof/submission-guard.ts'
import type { Rejection, Spent } from '../../petition/proof/submission-guard.ts'
import type { ProofOfWork } from '../../petition/proof/challenge.ts'
import type { Seal } from '../../petition/seal.ts'
import { createSlots } from '../../petition/concurrency-limit.ts'
import { createSubmit } from '../../petition/submit.ts'
import type { Submission } from '../../petition/submit.ts'
import { createReadStanding, createTrack } from '../../petition/track.ts'
import type { Tracking } from '../../petition/track.ts'
import { createVerify } from '../../petition/verify.ts'
import type { Credentials } from '../../petition/verify.ts'
import { createVisits } from '../../petition/visit.ts'
import type { Visits } from '../../petition/visit.ts'
import { trapName } from '../../petition-form/honeypot.ts'
import { limitDrafts } from './drafting.ts'
import type { Limited } from './drafting.ts'
import type { Limits } from '../limits/limits.ts'
import { describeFault } from '../operations/log.ts'
import type { Release } from '../releases/release.ts'
import type { Fields } from '../http/request-body.ts'

/** Something broke that nobody expected; it is in the log, without what was typed. */
export type Failed = { kind: 'failed' }

/** What the petition pages are given with a request: the lists of the release and the use cases. */
export type Petitions = {
  topics: Topic[]
  regions: Region[]
  /** The form that was posted with this request; `null` where the page was only asked for. */
  posted: Fields | null
  /** The ways of being told of progress that the office can send by now. */
  offeredWays(): Promise<NotifyWay[]>
  newKey(): string
  now(): Date
  /** @param stated what the form says of its files; see `Attachments.ready` */
  submit(typed: TypedFields, key: string, stated: string): Promise<Submission | Rejection | Failed>
  /** The files that have arrived with a form. */
  attached(key: string): Promise<Listed[]>
  track(typed: Credentials): Promise<Tracking | Failed>
  visits: Visits
  followUp(who: Credentials, kind: FollowUpKind, typed: TypedFollowUp): Promise<Sending | Failed>
  calendar(who: Credentials): Promise<FetchedCalendar | Failed>
  saveDraft(typed: TypedFields, key: string): Promise<Saving | Limited | Failed>
  resumeDraft(code: string): Promise<Resuming | Limited | Failed>
  wipeDraft(code: string): Promise<Wiping | Limited | Failed>
}

/** Puts the petition domain together over a mailbox and a seal. */
export function createPetitions(parts: {
  mailbox: Mailbox
  waiting: Waiting
  drafts: Drafts
  attachments: Attachments
  spent: Spent
  offeredWays: () => Promise<NotifyWay[]>
  proofOfWork: ProofOfWork
  seal: Seal
  pepper: KeyObject
  limits: Limits
  log: Logger
  now: () => Date
}): (release: Release, posted: Fields | null, address: string) => Petitions {
  const { mailbox, waiting, drafts, attachments, spent, offeredWays } = parts
  const { proofOfWork, pepper, limits, log, now } = parts
  // The slow hash has four threads in the whole process and shares them with sealing and file
  // reading: one at a time, so that guessing codes cannot stop filing.
  const openKeyring = keyringOpener(createSlots({ running: 1, waiting: 40 }))
  // More at once would not be sealed sooner, only be held in memory longer.
  const sealing = createSlots({ running: 16, waiting: 400 })
  const seal: Seal = (message) => sealing.run(() => parts.seal(message))
  const verify = createVerify({ mailbox, openKeyring, pepper, guesses: limits })
  const admit = createAdmit({ proofOfWork, spent, allow: limits.allow })
  const submit = createSubmit({ mailbox, attachments, drafts, spent, seal, pepper, now })
  const readStanding = createReadStanding({ mailbox, waiting })
  const track = createTrack({ verify, readStanding })
  const followUp = createSendFollowUp({
    mailbox,
    attachments,
    seal,
    verify,
    readStanding,
    allow: limits.allow,
    now,
  })
  const calendar = createFetchCalendar({ track, pepper, now })

  const guarded = <T>(work: Promise<T>): Promise<T | Failed> =>
    work.catch((error: unknown) => {
      log.error({ fault: describeFault(error) }, 'a petition page failed')
      return { kind: 'failed' }
    })
  /** A list that cannot be had leaves the page without it; the files are still there. */
  const listAttached = async (typedKey: string): Promise<Listed[]> => {
    const key = parseIdempotencyKey(typedKey)
    const listed = key === null ? [] : await guarded(attachments.list(key))
    return Array.isArray(listed) ? listed : []
  }
  const visits = createVisits(pepper, now)
  const categories = new Set(category.options)

  const offered = new WeakMap<Release, Omit<Choices, 'ways'>>()
  const choicesOf = (release: Release) => {
    const choices = offered.get(release) ?? {
      categories,
      topics: new Set(release.topics.map(({ slug }) => slug)),
      regions: new Set(release.regions.map(({ slug }) => slug)),
    }
    offered.set(release, choices)
    return choices
  }

  return (release, posted, address) => {
    const { topics, regions } = release
    const drafting = limitDrafts(drafts, limits, address)
    const choices = choicesOf(release)
    const showing = (key: string) => ({
      key,
      proof: posted?.get('proof') ?? '',
      trap: posted?.get(trapName) ?? '',
      address,
    })
    return {
      topics,
      regions,
      posted,
      offeredWays,
      newKey: newIdempotencyKey,
      now,
      submit: (typed, key, stated) =>
        guarded(
          fileAdmitted(admit, showing(key), async (spending) => {
            const ways = new Set(await offeredWays())
            return submit(typed, key, { ...choices, ways }, stated, spending)
          }),
        ),
      attached: (key) => listAttached(key),
      track: (typed) => guarded(track({ ...typed, address })),
      visits,
      followUp: (who, kind, typed) => guarded(followUp({ ...who, address }, kind, typed)),
      calendar: (who) => guarded(calendar({ ...who, address }, release.settings.officeName)),
      saveDraft: (typed, key) => guarded(drafting.save(typed, key)),
      resumeDraft: (code) => guarded(drafting.resume(code)),
      wipeDraft: (code) => guarded(drafting.wipe(code)),
    }
  }
}
