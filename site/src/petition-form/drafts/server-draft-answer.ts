import type { Saving, Wiping } from '../../petition/drafts/drafts.ts'
import type { Failed, Limited } from '../../petition/failures.ts'
import type { FormMessage } from '../submit/form-message.ts'

/** A form that is saved on the server, at least until a moment (ISO 8601). */
export type Saved = { code: string; until: string }

/** How a form came to be open on the resume page. */
export type Opening =
  | ({ kind: 'saved' } & Saved)
  /** `step`: the name of the one at which the citizen stopped; may be none of the form. */
  | ({ kind: 'resumed'; savedAt: string; step: string } & Saved)
  /** Something was asked of the draft and this became of it. */
  | { kind: 'told'; notice: FormMessage }

/** What the resume page answers to a form that is to be saved, with a script or without. */
export type SaveAnswer =
  | ({ kind: 'saved'; key: string } & Saved)
  | { kind: 'unsaved'; notice: FormMessage; retryAfter?: number }
/** And to one that is to be wiped. */
export type WipeAnswer =
  { kind: 'wiped' } | { kind: 'unwiped'; notice: FormMessage; retryAfter?: number }

/** What is said of a wiped draft whose form is still on the page. */
export const wiped: FormMessage = {
  title: '已经清除',
  text: '网站上保存的内容已经清除，原来的码不能再用。您写的还在这一页。',
}

const stays = '您写的内容都还在这一页。'

/** The answer to a saving, with the HTTP status that says the same. */
export function saveAnswerOf(saving: Saving | Limited | Failed): {
  answer: SaveAnswer
  status: number
} {
  const refused = (status: number, text: string) => ({
    status,
    answer: {
      kind: 'unsaved' as const,
      notice: { title: '没有保存上', text },
      ...('retryAfter' in saving && { retryAfter: saving.retryAfter }),
    },
  })
  switch (saving.kind) {
    case 'saved': {
      const { code, key, until } = saving
      return { answer: { kind: 'saved', code, key, until: until.toISOString() }, status: 200 }
    }
    case 'empty':
      return refused(422, '还没有写内容。请写上几句，再保存。')
    case 'too-long':
      return refused(413, `写得太长，存不下。请删短一些，再按一次。${stays}`)
    case 'full':
      return refused(503, `网站上暂时存不下了。请过一天再试，或者先抄下来。${stays}`)
    case 'limited':
      return refused(429, `保存得太频繁了。请等 ${saving.retryAfter} 秒，再按一次。${stays}`)
    case 'unavailable':
      return refused(503, `网站暂时忙不过来。请过一两分钟，再按一次。${stays}`)
    case 'failed':
      return refused(500, `网站出了问题，不是您的错。请过几分钟，再按一次。${stays}`)
  }
}

/** The answer to a wiping from within the form: what is gone already is as good as wiped. */
export function wipeAnswerOf(wiping: Wiping | Limited | Failed): {
  answer: WipeAnswer
  status: number
} {
  const refused = (status: number, text: string) => ({
    status,
    answer: {
      kind: 'unwiped' as const,
      notice: { title: '还没有清除', text },
      ...('retryAfter' in wiping && { retryAfter: wiping.retryAfter }),
    },
  })
  switch (wiping.kind) {
    case 'wiped':
    case 'not-found':
      return { answer: { kind: 'wiped' }, status: 200 }
    case 'limited':
      return refused(429, `按得太频繁了。请等 ${wiping.retryAfter} 秒，再按一次。`)
    case 'unavailable':
      return refused(503, '网站暂时忙不过来。请过一两分钟，再按一次。')
    case 'failed':
      return refused(500, '网站出了问题。请过几分钟，再按一次。')
  }
}
