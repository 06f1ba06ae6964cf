import type { DeskFile } from './desk-files.ts'

/** How a petition comes to the office other than by the online form. */
export const registerChannels = {
  visit: '来访',
  letter: '来信',
  call: '来电',
  grid: '网格走访排查',
} as const
/** What a table says of a petition that came by the online form. */
export const onlineChannel = '网上'
export type RegisterChannel = keyof typeof registerChannels

/** Bounds of what a clerk writes down, in characters as a reader counts them; letters are longer than forms. */
export const registerLimits = {
  name: { min: 1, max: 60 },
  address: { min: 4, max: 200 },
  title: { min: 4, max: 60 },
  request: { min: 4, max: 2000 },
  facts: { min: 10, max: 20_000 },
  settled: { min: 4, max: 2000 },
  reason: { min: 2, max: 500 },
} as const

/** A representative of several people, as typed. */
export type TypedRepresentative = { name: string; phone: string }

/** What is typed into the form, as it was typed; the server reads it. Choices are slugs or keys, '' where none is made. */
export type TypedRegistration = {
  channel: string
  /** On the office's clock: `2026-11-28T09:30`. */
  receivedAt: string
  category: string
  topic: string
  region: string
  title: string
  request: string
  facts: string
  name: string
  /** The name is not given: letters and calls need none. */
  withheld: boolean
  phone: string
  address: string
  /** How many have come together, the one who speaks included; '' is one. */
  people: string
  representatives: TypedRepresentative[]
  notifyBy: string
  email: string
  /** Pictures of the paper, which the desk has kept for this form. */
  scans: DeskFile[]
  /** A matter that a grid round has settled on the spot, and how. */
  isSettled: boolean
  settled: string
  /** The earlier case of which a clerk says that this is the same matter, and why; '' where of none. */
  repeatOf: string
  repeatReason: string
  /** The reception at which a visitor is heard; '' where at none. */
  slot: string
}

/** What `POST /desk/cases` asks for. `key` is 128 random bits of this form: sent again, it makes no second case. */
export type RegisterRequest = TypedRegistration & { key: string }

/** A field of the form; those of representatives by their place, from 0. */
export type RegisterField = keyof TypedRegistration | `representative${number}`

/** What is wrong, by field: one sentence that says what to do. */
export type RegisterFaults = Partial<Record<RegisterField, string>>

/** The details of a refusal: what is wrong in the form, or under which case it was registered with other words. */
export type RegisterRefusal = {
  faults?: RegisterFaults
  registered?: { documentId: string; number: string }
}

/** What `POST /desk/cases` answers; `code` is kept nowhere. */
export type RegisteredCase = {
  documentId: string
  number: string
  code: string
  title: string
  /** In words. */
  channel: string
  receivedAt: string
  /** Whether it was settled on the spot, so that it is closed. */
  settled: boolean
}

/** What `POST /desk/cases/repeats` asks for: what is typed so far. */
export type RepeatQuestion = Pick<
  TypedRegistration,
  'name' | 'phone' | 'topic' | 'region' | 'title' | 'request' | 'facts'
>

/** Words that two cases share, with what stands around them in the earlier one. */
export type SharedPassage = { before: string; match: string; after: string }

/** An earlier case that may be about the same matter; a clerk decides. */
export type LikelyRepeat = {
  documentId: string
  number: string
  title: string
  state: string
  /** A day of the office. */
  receivedOn: string
  petitioner: string
  /** Why it is like this one, in words. */
  reasons: string[]
  passages: SharedPassage[]
  /** What the Regulations say of a repeat of a case that stands so. */
  law: string
}
export type LikelyRepeats = { repeats: LikelyRepeat[] }

/** What `POST …/repeat-of` asks for: the number of the earlier case, and why it is the same matter. */
export type RepeatLink = { of: string; reason: string }
