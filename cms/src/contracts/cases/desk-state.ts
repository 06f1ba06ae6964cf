import type { AppealLevel } from '@portal/content/schema/petition/appeal'
import type { Attachment } from '@portal/content/schema/petition/attachment'
import type { QueueCount, QueueReading } from './queue.ts'
import type { CaseState } from '@portal/content/schema/petition/state'

/** Art. 34: a longer period is at most so many days longer. */
export const longestExtension = 30
/** A hearing of more days than this is a slip of the pen. */
export const longestHearing = 90

/** What staff can do with a case, in the order in which it is offered. */
export type CaseActionKind =
  | 'register'
  | 'refer'
  | 'approve-extension'
  | 'refuse-extension'
  | 'accept'
  | 'decline'
  | 'object'
  | 'advise'
  | 'reply'
  | 'extend'
  | 'ask-extension'
  | 'ask-petitioner'
  | 'mediate'
  | 'review'
  | 'hear'
  | 're-review'
  | 'close'
  | 'add-units'
  | 'recall'
  | 'correct-reply'
  | 'propose-reply'
  | 'send-reply'
  | 'return-reply'
  | 'correct'
  | 'reopen'
  | 'follow-up'
  | 'assign-follow-up'
  | 'remind'
  | 'supervise'
  | 'answer-supervision'

/** A legal clock in words for staff. */
export type CaseClock = {
  name: string
  whose: string
  article: number
  /** By when, and how that stands to today. */
  until: string
  state: 'done' | 'running' | 'late' | 'passed'
  /** What to check, where the last day is not certain. */
  alarm: string | null
}

/** A unit that the petitioner has named, by which words; nobody has said yet whether it is accused. */
export type UnsettledUnit = { name: string; words: string[] }

/** What of a case was on the page of whoever acts: its revision, and how many steps it had. */
export type Seen = { revision: number; steps: number }

/** What can be done with a case, and who has it until when, as the case page shows it. */
export type CaseDeskState = {
  actions: CaseActionKind[]
  units: string[]
  /** The unit in the lead. */
  unit: string | null
  /** The units that have the case. `advice` is for the one in the lead. */
  referrals: {
    unit: string
    lead: boolean
    note: string
    dueOn: string | null
    advice: string | null
  }[]
  clocks: CaseClock[]
  /** Null for a unit's account, which neither sees nor sets it. */
  accused: { all: string[]; chosen: string[]; confirmed: boolean; named: UnsettledUnit[] } | null
  accusation: boolean
  /** An extension that the unit has asked for and the bureau has not answered. */
  extension: { days: number; reason: string } | null
  /** Whether everything that was recorded of the case is there and unchanged, and how many events the asker may read. */
  record: { intact: boolean; events: number }
  /** The case as it was read; a step says so, and is refused where it has changed since. */
  seen: Seen
}

/** What happened to a case meanwhile. `words` are those of the petitioner, or of the reply. */
export type Happening = { at: string; by: string; text: string; words: string }

/** The details of a refusal because the case has changed since it was read. */
export type CaseChangedDetails = { happened: Happening[]; seen: Seen }

/** What `POST …/code` answers, once. */
export type NewQueryCode = { code: string }

/** What `GET /desk/cases/due` tells the home page. */
export type DueCases = {
  /** The tabs of the queue that hold something. */
  tabs: QueueCount[]
  /** While the cases are still being read, those that were not read yet are missing. */
  reading: QueueReading | null
  /** Cases that go to no unit before somebody has said whom they accuse. */
  unsettled: number
  /** Letters of the bureau's that were not answered: of all units, or the unit's own. */
  letters: number
  late: number
  soon: number
  first: {
    documentId: string
    title: string
    clock: string
    article: number
    until: string
    state: CaseClock['state']
  }[]
}

/** A case as it can be chosen for a notice: nothing that says who filed, or what. `receivedOn` is a day of the office. */
export type CaseChoice = { number: string; receivedOn: string; category: string; state: string }

/**
 * What a step is about that is no move of the procedure: a plain note, a longer handling period (art. 34), a
 * hearing whose time is not counted (art. 36), an appeal that could not be taken, a question to the
 * petitioner, a correction. `reopened` moves the case, and begins the procedure anew.
 */
export type StepEvent =
  'note' | 'extended' | 'heard' | 'appeal-refused' | 'asked' | 'corrected' | 'reopened'

/** One step of a case: what happened, when, and who did it (a staff account, or the petitioner). */
export type CaseStep = {
  at: string
  state: CaseState
  text: string
  by: string
  /** Absent where the step moved the case. */
  event?: StepEvent
  /** Days by which the running period became longer. */
  days?: number
}

/** A file that came with a message; only one that is `kept` is there and is what was described. */
export type KeptAttachment = Attachment & { at: string; state: 'kept' | 'missing' | 'damaged' }

/** What the petitioner wrote after filing. `attachments` are identifiers among those of the case. */
export type LaterMessage = {
  at: string
  kind: 'supplement' | 'withdrawal' | 'appeal'
  level: AppealLevel | null
  text: string
  attachments: string[]
}

/** A petitioner was dissatisfied (art. 21): who is to speak with them, by which day, and whether somebody has. */
export type Dissatisfaction = {
  at: string
  dueOn: string
  /** Null while nobody has taken it: it is the bureau's. */
  owner:
    | { kind: 'clerk'; id: number; name: string }
    | { kind: 'unit'; unit: { id: string; name: string } }
    | null
  followedUpAt: string | null
}

/** What a review or re-review found. */
export type Opinion = {
  level: AppealLevel
  text: string
  body: string
  deliveredAt: string
  files?: Attachment[]
}
