import { formatReceiptNumber } from '../petition/receipt-number.ts'
import type { Answer } from './answer.ts'
import type { Sending } from './send.ts'

/** A message about the whole form: what happened, and what to do next. */
export type Notice = { title: string; text: string }

/** The message for an answer that is neither a receipt nor about single fields. */
export function noticeOf(answer: Answer | Sending): Notice | null {
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
