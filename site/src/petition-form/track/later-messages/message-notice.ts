import type {
  LaterMessageFaults,
  LaterMessageKind,
} from '../../../petition/later-messages/forms.ts'
import type { LaterMessageOutcome } from '../../../petition/later-messages/send.ts'
import type { TrackKind } from '../track-message.ts'

export type FormNotice = { title: string; text: string }

/** What the tracking page answers to a script that has sent a form. */
export type MessageAnswer = {
  kind: TrackKind
  /** Where the page goes on. */
  at?: string
  /** What became of a later message. */
  outcome?: { kind: LaterMessageOutcome['kind']; faults?: LaterMessageFaults }
}

/** Why a form stays where it is, beside it; `null` where there is something else to show. */
export function formNotice(kind: LaterMessageOutcome['kind']): FormNotice | null {
  switch (kind) {
    case 'faults':
      return { title: '还没有送出', text: '请改正下面标出的地方，再送一次。您写的都还在。' }
    case 'files-gone':
      return {
        title: '还没有送出，附件要重新选',
        text: '附件已经随前一次送出，或者放得太久了。您写的都还在；要带附件的，请重新选择，再送一次。',
      }
    case 'unavailable':
      return {
        title: '还没有送出，网站暂时忙不过来',
        text: '您写的都还在。请过一两分钟再按一次，不会重复。',
      }
    case 'sent':
    case 'pending':
    case 'file-removed':
    case 'asked':
    case 'closed':
    case 'unread':
      return null
  }
}

/** What is said where the network is gone in the middle of sending. */
export const offlineNotice: FormNotice = {
  title: '没有连上网站',
  text: '您写的都还在这一页。请检查网络，再按一次；即使刚才其实已经送到，也不会重复。',
}

/** What is said of a later message that is not open, or no longer. */
export const closedTitles: Record<LaterMessageKind, string> = {
  evaluation: '现在还不能评价，或者已经评价过',
  supplement: '现在不能补充材料',
  withdrawal: '现在不能撤回，或者已经撤回',
  appeal: '现在不能提这个申请，或者已经提过',
}
