import type { Logger } from 'pino'
import { newIdempotencyKey } from '../../petition/idempotency-key.ts'
import { trapName } from '../../petition-form/honeypot.ts'
import type { Reported, Reporting } from '../../report/answer-report.ts'
import { parseReport } from '../../report/parse-report.ts'
import { reportedPage } from '../../report/reported-page.ts'
import type { createSendReport } from '../../report/send-report.ts'
import type { Limits } from '../limits/limits.ts'
import { describeFault } from '../operations/log.ts'
import type { Fields } from '../http/request-body.ts'

/** The page of reports before anything is asked. */
export const blankReporting: Reporting = {
  typed: { page: '', text: '', contact: '' },
  page: null,
  key: '',
  reported: null,
}

/** Takes reports of errors on the site, within the limits. A report that is not taken does not count. */
export function createReporting(parts: {
  send: ReturnType<typeof createSendReport>
  limits: Limits
  log: Logger
}) {
  const { send, limits, log } = parts

  async function take(posted: Fields, typed: Reporting['typed'], address: string) {
    if (posted.get(trapName)) return { kind: 'trapped' } as const
    const parsed = parseReport(typed)
    if (!parsed.ok) return { kind: 'faults', faults: parsed.faults } as const
    const allowed = await limits.allow('reporting', { address })
    if (!allowed.ok) return { kind: 'limited', retryAfter: allowed.retryAfter } as const
    const sent = await send(parsed.report, posted.get('key') ?? '')
    if (sent.kind !== 'sent') await allowed.giveBack()
    return sent
  }

  return async (
    posted: Fields | null,
    asked: URLSearchParams,
    address: string,
  ): Promise<Reporting> => {
    const key = posted?.get('key') || newIdempotencyKey()
    if (!posted) return { ...blankReporting, page: reportedPage(asked), key }
    const field = (name: string) => posted.get(name) ?? ''
    const typed = { page: field('page'), text: field('text'), contact: field('contact') }
    const reported = await take(posted, typed, address).catch((error: unknown): Reported => {
      log.error({ fault: describeFault(error) }, 'a report of an error on the site failed')
      return { kind: 'failed' }
    })
    return { typed, page: null, key, reported }
  }
}
