import { draftDays } from '../../petition/drafts/resume-code.ts'
import type { Resuming } from '../../petition/drafts/drafts.ts'
import type { Failed, Limited } from '../../petition/failures.ts'
import type { FormMessage } from '../submit/form-message.ts'

/** Why a form could not be opened again, with the HTTP status that says the same. */
export function resumeNotice(
  kind: Exclude<(Resuming | Limited | Failed)['kind'], 'resumed'> | 'blank',
): FormMessage & { status: number } {
  switch (kind) {
    case 'blank':
      return {
        status: 422,
        title: '请填写接着写的码',
        text: '码是您按“保存”的时候给的，16 位字母和数字。没有保存过的，请从头写。',
      }
    case 'not-found':
      return {
        status: 404,
        title: '没有找到',
        text: `请对照记下的码，一位一位核对，再按一次。它不是查询码，查询码请在“查进度”里用。保存满 ${draftDays} 天的、已经提交的、清除了的，都打不开了，请重新写。`,
      }
    case 'limited':
      return {
        status: 429,
        title: '试错的次数太多了',
        text: '可能是别人在试。请对照记下的码一位一位核对，再按一次：对的，马上就能打开。',
      }
    case 'unavailable':
      return {
        status: 503,
        title: '网站暂时忙不过来',
        text: '请过一两分钟再试。您保存的内容不受影响。',
      }
    case 'failed':
      return {
        status: 500,
        title: '网站出了问题',
        text: '这不是您的错。请过几分钟再试，您保存的内容不受影响。',
      }
  }
}
