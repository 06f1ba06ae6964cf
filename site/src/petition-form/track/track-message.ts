import type { Tracking } from '../../petition/track/track.ts'
import type { Credentials } from '../../petition/access/verify.ts'
import type { Failed } from '../../petition/failures.ts'

/** What became of a look at the progress, for a script that only asks whether to go on. */
export type TrackKind = Tracking['kind'] | Failed['kind'] | 'offline' | 'over'

/**
 * The message where there is nothing to show; `null` where there is.
 * @param typed what was asked with, where it may be less than both
 */
export function trackMessage(
  kind: TrackKind,
  typed?: Credentials,
): { title: string; text: string } | null {
  if (kind === 'not-found' && typed && !(typed.number.trim() && typed.code.trim())) {
    return {
      title: '请填写查询编号和查询码',
      text: '两样都在提交以后给您的回执上。回执找不到了，请打电话问，或者带身份证来访。',
    }
  }
  switch (kind) {
    case 'found':
    case 'damaged':
      return null
    case 'not-found':
      return {
        title: '没有找到',
        text: '查询编号是 16 位数字，查询码是 12 位字母和数字，两样都要对。请对照回执一位一位核对，再查一次。',
      }
    case 'limited':
      return {
        title: '试错的次数太多了',
        text: '可能是别人在试。请对照回执一位一位核对，再查一次：都对的，马上就能查到；还是不行，等半分钟再查。',
      }
    case 'unavailable':
      return { title: '网站暂时忙不过来', text: '请过一两分钟再查。您的信访事项不受影响。' }
    case 'failed':
      return {
        title: '网站出了问题',
        text: '请过几分钟再查。您的信访事项不受影响；着急的话，请打电话问。',
      }
    case 'over':
      return {
        title: '过了一段时间，请再查一次',
        text: '为了别人看不到您的事，隔了半小时要重新填查询编号和查询码。您写了还没有送出的，只要没有关掉这个标签页，查到以后还在。',
      }
    case 'offline':
      return { title: '没有连上网站', text: '请检查网络，再查一次。' }
  }
}

/** The HTTP status that says the same. */
export function trackStatus(kind: Exclude<TrackKind, 'offline' | 'over'>): number {
  const statuses = { 'not-found': 404, limited: 429, unavailable: 503, failed: 500 }
  return kind === 'found' || kind === 'damaged' ? 200 : statuses[kind]
}
