import type { AttachmentView } from '../../petition/attachments/attachment-view.ts'
import type { Failed } from '../../petition/failures.ts'
import type { UnkeptFiles } from '../attachments/unkept-files.ts'
import type { LaterMessageKind, TypedLaterMessage } from '../../petition/later-messages/forms.ts'
import type { LaterMessageOutcome } from '../../petition/later-messages/send.ts'
import type { Tracking } from '../../petition/track/track.ts'
import type { MissedFile } from './missed-file.ts'
import type { Credentials } from '../../petition/access/verify.ts'

/** What the tracking page shows. */
export type TrackPage = {
  /** `null` where the page was only asked for. */
  tracking: Tracking | Failed | null
  /** Whether the page was asked for by the address of a visit that is over. */
  visitOver: boolean
  /** The visit that begins or goes on, and its address. */
  visit: { id: string; at: string } | null
  /** What the visitor is let in by. */
  who: Credentials
  /** What stood in the form that asks for it. */
  typedWho: Credentials
  /** The later message that came with the request, and what became of it. */
  sent: { kind: LaterMessageKind; outcome: LaterMessageOutcome } | null
  typed: TypedLaterMessage
  intent: string
  /** A file that was asked for and could not be given. */
  missedFile: MissedFile | null
  /** `YYYY-MM-DD`, Asia/Shanghai. */
  today: string
  /** For forms that have none yet. */
  newKeys: { supplement: string; appeal: string }
  /** The files that have arrived with the posted form. */
  attached: AttachmentView[]
  /** Those that came with it and could not be kept. */
  unkept: UnkeptFiles | null
}
