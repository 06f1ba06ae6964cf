import { formatReceiptNumber } from '@portal/content/characters/receipt-number'
import type { SubmissionResponse } from './submission-response.ts'
import type { SendFailure } from './send.ts'

/** A message about the whole form: what happened, and what to do next. */
export type FormMessage = { title: string; text: string }

/** The message for an answer that is neither a receipt nor about single fields. */
export function formMessageOf(answer: SubmissionResponse | SendFailure): FormMessage | null {
  switch (answer.kind) {
    case 'receipt':
    case 'faults':
      return null
    case 'conflict':
      return {
        title: '这张表之前已经提交过，这次的内容不一样',
        text: `之前提交的已经收到，查询编号是 ${formatReceiptNumber(answer.number)}。如果现在写的是另一件事，请再按一次“提交信访事项”，会另外登记；如果是同一件事，不用再提交。`,
      }
    case 'bad-key':
      return {
        title: '还没有收下，请再提交一次',
        text: '这张表打开得太久，或者没有传完整。您写的内容都还在，请核对后再按一次“提交信访事项”。',
      }
    case 'attachments':
      return answer.refused.length > 0
        ? {
            title: '有附件没有收下，信访事项还没有提交',
            text: `${answer.refused.map(({ name, message }) => `“${name}”：${message}`).join('')}您写的内容和其他附件都还在。可以换一个再传，也可以不要它，直接再按一次“提交信访事项”。`,
          }
        : {
            title: '有附件已经不在了，信访事项还没有提交',
            text: '没有提交也没有保存的附件只留 24 小时。您写的内容都还在。请看看附件这一步，缺的重新选择，再按一次“提交信访事项”。',
          }
    case 'trapped':
      return {
        title: '还没有收下，请再提交一次',
        text: '表里有一个您看不见的空，是用来挡自动程序的，这次被填上了，多半是浏览器的插件填的。我们已经把它清空，您写的内容都还在，请核对后再按一次“提交信访事项”。一直不行，请打电话或者当面提出。',
      }
    case 'unproven':
      return {
        title: '还没有收下，请再提交一次',
        text: '这一页打开得太久了，要重新核对一下您用的不是自动程序。您写的内容都还在，请再按一次“提交信访事项”，不会重复。',
      }
    case 'limited':
      return {
        title: '还没有收下，现在提交的人太多',
        text: `您写的内容都还在。请等${waitInWords(answer.retryAfter)}，再按一次“提交信访事项”，不会重复。着急的话，请打电话或者当面提出。`,
      }
    case 'unavailable':
      return {
        title: '还没有收下，网站暂时忙不过来',
        text: '您写的内容都还在。请过一两分钟再按一次“提交信访事项”，不会重复。一直不行，请打电话或者当面提出。',
      }
    case 'failed':
      return {
        title: '还没有收下，网站出了问题',
        text: '这不是您的错，您写的内容都还在。请过几分钟再按一次“提交信访事项”，不会重复。一直不行，请打电话或者当面提出。',
      }
    case 'refused':
      return { title: '还没有收下', text: `${answer.message}您写的内容都还在。` }
    case 'offline':
      return {
        title: '没有连上网站',
        text: '您写的内容都还在。请检查网络，再按一次“提交信访事项”；即使刚才其实已经收到，也不会重复。',
      }
  }
}

/**
 * The message for files that were refused or got stuck, and still stand in the form.
 * @param button leads on once they are gone
 */
export function leftFilesMessage(left: readonly { name: string }[], button: string): FormMessage {
  return {
    title: '有附件没有收下',
    text: `${left.map(({ name }) => `“${name}”`).join('、')}没有收下，不会随信访事项提交，原因写在下面。请重试或者换一个；不要了的，按“删去”，再按“${button}”。`,
  }
}

/** How long to wait, never less than it takes. */
function waitInWords(seconds: number): string {
  return seconds <= 60 ? ` ${seconds} 秒` : ` ${Math.ceil(seconds / 60)} 分钟`
}
