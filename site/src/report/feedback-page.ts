import type { SentReport } from './send-report.ts'
import type { ReportFaults, TypedReport } from './parse-report.ts'
import { reportLimits } from '@portal/content/schema/mailbox/report'

/** What became of a posted report. */
export type Reported =
  | SentReport
  | { kind: 'faults'; faults: ReportFaults }
  /** The field that nobody sees was filled in. */
  | { kind: 'trapped' }
  | { kind: 'limited'; retryAfter: number }
  | { kind: 'failed' }

/** What the page of reports shows. */
export type FeedbackPage = {
  typed: TypedReport
  /** The path of the page that a link to the form names; `null` where it names none. */
  page: `/${string}` | null
  /** The form's key. */
  key: string
  /** `null` where the page was only asked for. */
  reported: Reported | null
}

/** The HTTP status that says the same. */
export function reportedStatus({ kind }: Reported): number {
  const statuses = { faults: 422, trapped: 422, limited: 429, unavailable: 503, failed: 500 }
  return kind === 'sent' ? 200 : statuses[kind]
}

/** Why a report was not taken, and what to do; `null` where it was. */
export function reportMessage(reported: Reported): { title: string; text: string } | null {
  switch (reported.kind) {
    case 'sent':
      return null
    case 'faults':
      return { title: '还没有收下', text: '请改正下面标出的地方，再按一次。您写的都还在。' }
    case 'trapped':
      return { title: '还没有收下', text: '请再按一次“提交找错”。您写的都还在。' }
    case 'limited':
      return {
        title: '还没有收下，现在提交的人太多',
        text: `您写的都还在。请等 ${reported.retryAfter} 秒再按一次，或者打电话告诉我们。`,
      }
    case 'unavailable':
      return {
        title: '还没有收下，网站暂时忙不过来',
        text: '您写的都还在。请过一两分钟再按一次，不会重复。',
      }
    case 'failed':
      return {
        title: '还没有收下，网站出了问题',
        text: '这不是您的错，您写的都还在。请过几分钟再按一次，或者打电话告诉我们。',
      }
  }
}

/** The path of the page of this site that a link to the form names; `null` where it names none. */
export function reportedPage(asked: URLSearchParams): `/${string}` | null {
  const page = asked.get('page') ?? ''
  const isPath = /^\/(?![/\\])[^\s\\]*$/.test(page)
  return isPath && page.length <= reportLimits.page / 2 ? (page as `/${string}`) : null
}
