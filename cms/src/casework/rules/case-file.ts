import type { BodyOf } from '../events/event.ts'
import type { UnitRef } from '../events/parts.ts'
import type { FollowUp, KeptAttachment } from '../../contracts/case-desk.ts'
import type { Referral } from './referral.ts'
import type { CaseFacts } from './status.ts'

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
    attachments: KeptAttachment[]
    followUps: FollowUp[]
    referrals: Referral[]
    accused: UnitRef[]
    /** Whether somebody has said whom the case accuses, nobody being an answer too. */
    accusedConfirmed: boolean
    /** Units of which a clerk has said whether they are accused, by identifier. */
    settled: string[]
    /** An extension that was asked for and not answered. */
    extension: { unit: UnitRef; days: number; reason: string } | null
  }
