import type { Logger } from 'pino'
import type { PostedFields } from '../../petition/fields/fields.ts'
import { newIdempotencyKey } from '../../petition/submit/idempotency-key.ts'
import { trapName } from '../../petition-form/submit/honeypot.ts'
import { reportedStatus, reportedPage } from '../../report/feedback-page.ts'
import type { Reported } from '../../report/feedback-page.ts'
import { parseReport } from '../../report/parse-report.ts'
import type { TypedReport } from '../../report/parse-report.ts'
import type { createSendReport } from '../../report/send-report.ts'
import type { Limits } from '../limits/limits.ts'
import { describeFault } from '../operations/log.ts'
import { retryAfterOf } from './page-endpoint.ts'
import type { PageEndpoint } from './page-endpoint.ts'

/** Takes reports of errors on the site, within the limits. A report that is not taken does not count. */
export function feedbackEndpoint(parts: {
  send: ReturnType<typeof createSendReport>
  limits: Limits
  log: Logger
}): PageEndpoint {
  const { send, limits, log } = parts

  async function take(posted: PostedFields, typed: TypedReport, address: string) {
    if (posted.get(trapName)) return { kind: 'trapped' } as const
    const parsed = parseReport(typed)
    if (!parsed.ok) return { kind: 'faults', faults: parsed.faults } as const
    const allowed = await limits.allow('reporting', { address })
    if (!allowed.ok) return { kind: 'limited', retryAfter: allowed.retryAfter } as const
    const sent = await send(parsed.report, posted.get('key') ?? '')
    if (sent.kind !== 'sent') await allowed.giveBack()
    return sent
  }

  return {
    path: '/feedback/',
    takesForms: true,
    async respond({ posted, query, address }) {
      const key = posted?.get('key') || newIdempotencyKey()
      const field = (name: string) => posted?.get(name) ?? ''
      const typed = { page: field('page'), text: field('text'), contact: field('contact') }
      if (!posted) {
        const feedback = { typed, key, page: reportedPage(query), reported: null }
        return { status: 200, show: { content: async () => ({ feedback }) } }
      }
      const reported = await take(posted, typed, address).catch((error: unknown): Reported => {
        log.error({ fault: describeFault(error) }, 'a report of an error on the site failed')
        return { kind: 'failed' }
      })
      const feedback = { typed, key, page: null, reported }
      return {
        status: reportedStatus(reported),
        ...retryAfterOf(reported),
        data: reported,
        show: { content: async () => ({ feedback }) },
      }
    },
  }
}
