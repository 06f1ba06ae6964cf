import type { Region } from '@portal/content/schema/region'
import type { Topic } from '@portal/content/schema/topic'
import { category } from '@portal/content/schema/category'
import type { Logger } from 'pino'
import { createAttempts } from '../petition/attempts.ts'
import { createEvaluate } from '../petition/evaluate.ts'
import type { EvaluationOutcome, TypedEvaluation } from '../petition/evaluate.ts'
import type { Choices, TypedFields } from '../petition/fields.ts'
import { newIdempotencyKey } from '../petition/idempotency-key.ts'
import { keyringOpener } from '../petition/keyring.ts'
import type { Mailbox } from '../petition/ports.ts'
import type { Seal } from '../petition/seal.ts'
import { createSlots } from '../petition/slots.ts'
import { createSubmit } from '../petition/submit.ts'
import type { Submission } from '../petition/submit.ts'
import { createTrack } from '../petition/track.ts'
import type { Tracking } from '../petition/track.ts'
import { createVerify } from '../petition/verify.ts'
import type { Credentials } from '../petition/verify.ts'
import { describeFault } from './log.ts'
import type { Release } from './release.ts'
import type { Fields } from './request-body.ts'

/** Something broke that nobody expected; it is in the log, without what was typed. */
export type Failed = { kind: 'failed' }

/** What the petition pages are given with a request: the lists of the release and the use cases. */
export type Petitions = {
  topics: Topic[]
  regions: Region[]
  /** The form that was posted with this request; `null` where the page was only asked for. */
  posted: Fields | null
  newKey(): string
  now(): Date
  submit(typed: TypedFields, key: string): Promise<Submission | Failed>
  track(typed: Credentials): Promise<Tracking | Failed>
  evaluate(who: Credentials, typed: TypedEvaluation): Promise<EvaluationOutcome | Failed>
}

/** Puts the petition domain together over a mailbox and a seal. */
export function createPetitions(parts: {
  mailbox: Mailbox
  seal: Seal
  pepper: Uint8Array
  log: Logger
  now: () => Date
}): (release: Release, posted: Fields | null) => Petitions {
  const { mailbox, pepper, log, now } = parts
  // The slow hash has four threads in the whole process and shares them with sealing and file
  // reading: one at a time, so that guessing codes cannot stop filing.
  const openKeyring = keyringOpener(createSlots({ running: 1, waiting: 40 }))
  // More at once would not be sealed sooner, only be held in memory longer.
  const sealing = createSlots({ running: 16, waiting: 400 })
  const seal: Seal = (message) => sealing.run(() => parts.seal(message))
  const attempts = createAttempts({ burst: 10, refillSeconds: 30, capacity: 20_000, now })
  const verify = createVerify({ mailbox, openKeyring, pepper, attempts })
  const submit = createSubmit({ mailbox, seal, pepper, now })
  const track = createTrack({ mailbox, verify })
  const evaluate = createEvaluate({ mailbox, seal, verify, now })

  const guarded = <T>(work: Promise<T>): Promise<T | Failed> =>
    work.catch((error: unknown) => {
      log.error({ fault: describeFault(error) }, 'a petition page failed')
      return { kind: 'failed' }
    })
  const categories = new Set(category.options)

  const offered = new WeakMap<Release, Choices>()
  const choicesOf = (release: Release): Choices => {
    const choices = offered.get(release) ?? {
      categories,
      topics: new Set(release.topics.map(({ slug }) => slug)),
      regions: new Set(release.regions.map(({ slug }) => slug)),
    }
    offered.set(release, choices)
    return choices
  }

  return (release, posted) => {
    const { topics, regions } = release
    const choices = choicesOf(release)
    return {
      topics,
      regions,
      posted,
      newKey: newIdempotencyKey,
      now,
      submit: (typed, key) => guarded(submit(typed, key, choices)),
      track: (typed) => guarded(track(typed)),
      evaluate: (who, typed) => guarded(evaluate(who, typed)),
    }
  }
}
