import type { BodyOf } from '../../events/event.ts'
import type { Led } from '../../../contracts/cases/leading.ts'
import type { OpinionParts } from '../../../contracts/papers/opinion.ts'
import type { UnitRef } from '../../events/event-fields.ts'
import type { RegisterChannel } from '../../../contracts/cases/registration.ts'
import type { GivenReminder, Supervision } from '../../../contracts/cases/deadlines.ts'
import type {
  Dissatisfaction,
  LaterMessage,
  KeptAttachment,
} from '../../../contracts/cases/desk-state.ts'
import type { Referral } from './referral.ts'
import type { CaseFacts } from '../petitioner/status.ts'

/** An opinion before its second reader. */
export type Proposal = Omit<BodyOf<'reply-proposed'>, 'kind' | 'told'> & {
  at: string
  writer: { id: number | null; name: string }
}

type Filed = BodyOf<'filed'>

/** A case as its events have made it. */
export type CaseFile = CaseFacts &
  Pick<
    Filed,
    | 'topic'
    | 'region'
    | 'request'
    | 'facts'
    | 'petitioner'
    | 'notifyBy'
    | 'statusRecipient'
    | 'access'
  > & {
    /** How it came; null where by the online form. */
    channel: RegisterChannel | null
    /** Where it came from by a file, its number there, and when; null of what was filed here. */
    imported: { source: string; externalNumber: string; at: string } | null
    /** The earlier case of which a clerk has said that it is the same matter, and why. */
    repeatOf: { number: string; reason: string } | null
    attachments: KeptAttachment[]
    dissatisfaction: Dissatisfaction | null
    /** What was reminded of, in order. */
    reminders: GivenReminder[]
    /** The letters that pressed units, in order. */
    supervisions: Supervision[]
    laterMessages: LaterMessage[]
    referrals: Referral[]
    accused: UnitRef[]
    /** Whether somebody has said whom the case accuses, nobody being an answer too. */
    accusedConfirmed: boolean
    /** Units of which a clerk has said whether they are accused, by identifier. */
    settled: string[]
    /** The reply in its parts; null where it has none, or is of before parts were kept. */
    replyParts: OpinionParts | null
    /** An opinion that waits for a second reader. */
    proposal: Proposal | null
    /** The last one that was given back, and what the second reader said; null once another is under way. */
    returned: { at: string; by: string; remark: string; proposal: Proposal } | null
    /** The leading official who has taken it on. */
    led: Led | null
    /** The reception at which it is heard, the last one. */
    slot: Omit<BodyOf<'slot-booked'>, 'kind' | 'told'> | null
    /** An extension that was asked for and not answered. */
    extension: { unit: UnitRef; days: number; reason: string } | null
  }
