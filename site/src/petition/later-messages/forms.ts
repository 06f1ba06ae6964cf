import {
  appealLimit,
  supplementLimit,
  withdrawalLimit,
} from '@portal/content/schema/mailbox/message'

/** What the holder of number and code may send from the tracking page, by the form's `intent`. */
const kinds = {
  evaluate: 'evaluation',
  supplement: 'supplement',
  withdraw: 'withdrawal',
  appeal: 'appeal',
} as const
export type LaterMessageIntent = keyof typeof kinds
export type LaterMessageKind = (typeof kinds)[LaterMessageIntent]
export const laterMessageKinds: readonly LaterMessageKind[] = Object.values(kinds)

/** A later message as posted: any field may be absent. */
export type TypedLaterMessage = {
  satisfaction?: string
  comment?: string
  text?: string
  reason?: string
  grounds?: string
  /** Which appeal the form was for. */
  level?: string
  /** Of the form, so that the same one sent twice is one message. */
  key?: string
  /** What the form says of its files; see `Attachments.ready`. */
  attachments?: string
  /** The file that is to be taken out of the form, by its id. */
  remove?: string
  /** The petitioner was asked once more and stays with it. */
  confirmed?: string
}

/** What is wrong, by field: one sentence that says what to do. */
export type LaterMessageFaults = Partial<
  Record<'satisfaction' | 'comment' | 'text' | 'reason' | 'grounds' | 'files', string>
>

/** How the free texts are called on screen, and how many characters each may have. */
export const freeTexts = {
  comment: { label: '意见', most: 500, needed: false },
  text: { label: '补充的内容', most: supplementLimit, needed: true },
  reason: { label: '撤回的理由', most: withdrawalLimit, needed: true },
  grounds: { label: '申请的理由', most: appealLimit, needed: true },
} as const
export type FreeText = keyof typeof freeTexts

/** The kind that a form with this `intent` sends; `null` for the page's other forms. */
export function laterMessageKind(intent: string | undefined): LaterMessageKind | null {
  return intent !== undefined && isIntent(intent) ? kinds[intent] : null
}

function isIntent(intent: string): intent is LaterMessageIntent {
  return Object.hasOwn(kinds, intent)
}
