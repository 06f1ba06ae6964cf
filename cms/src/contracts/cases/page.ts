import type { Attachment } from '@portal/content/schema/petition/attachment'
import type { NotifyWay } from '@portal/content/schema/petition/petition'
import type { CaseState } from '@portal/content/schema/petition/state'
import type { LetterOnPage } from './deadlines.ts'
import type {
  CaseDeskState,
  LaterMessage,
  Happening,
  KeptAttachment,
  Opinion,
} from './desk-state.ts'

/** One sentence of where a case stands; `late` where somebody should have acted by now. */
export type Situation = { text: string; late: boolean }

/** A unit as it can be chosen for a referral. */
export type UnitChoice = {
  name: string
  /** The first letters of its name as it is read, by which it is found too. */
  initials: string
  /** What people call it besides. */
  aliases: string
  /** Why it cannot be chosen; null where it can. */
  wall: string | null
  /** Why it is suggested, the strongest first; none where it is not. */
  reasons: string[]
}

/** What happened to a case; `internal` where the petitioner is not told. */
type PageEvent = Happening & { sequence: number; internal: boolean; note: boolean }

/** What `GET …/page` tells: everything that the page of a case shows but what is folded. */
export type CasePage = {
  documentId: string
  number: string
  title: string
  request: string
  facts: string
  category: string
  topic: string
  region: string
  receivedAt: string
  /** How it came, in words. */
  channel: string
  state: CaseState
  situation: Situation[]
  desk: CaseDeskState
  attachments: KeptAttachment[]
  laterMessages: LaterMessage[]
  reply: {
    text: string
    unit: string
    deliveredAt: string
    correctedAt: string | null
    files?: Attachment[]
  } | null
  opinions: Opinion[]
  evaluation: { word: string; comment: string } | null
  /** The earlier case of which a clerk says that this is the same matter, and why; for the bureau only. */
  repeatOf: { number: string; reason: string } | null
  /** What is to be done because the petitioner is dissatisfied; null where nothing is. */
  followUp: { dueOn: string; owner: string | null } | null
  /** The letters that pressed units, the newest first; a unit is shown its own. */
  letters: LetterOnPage[]
  events: PageEvent[]
  /** Whether and when the petitioner was told of the steps. */
  deliveries: string[]
  /** The units to choose from where the case is referred; none where it cannot be. */
  units: UnitChoice[]
  /** The units for which a note may be meant, beside the bureau. */
  readers: string[]
}

/** What `POST …/petitioner` tells, which is recorded: who filed it, each line with its name. */
export type PetitionerLines = { lines: { name: string; value: string }[] }

/** What `POST …/notes` asks for. `mentions` are names of units that have the case. */
export type NoteRequest = { text: string; mentions: string[] }

/** What `GET /desk/cases/places` tells: what a case that is registered or corrected can have. */
export type CasePlaces = {
  topics: { slug: string; name: string }[]
  /** With those above it: 青禾区 城西街道 柳岸社区. */
  regions: { slug: string; name: string; initials: string }[]
  /** How this installation can tell petitioners of progress: none where nothing is set up. */
  notifyWays: NotifyWay[]
}
