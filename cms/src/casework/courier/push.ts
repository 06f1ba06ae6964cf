import type { Core } from '@strapi/strapi'
import type { Workdays } from '@portal/content/schema/workdays'
import { alarmText, missingYear } from '../rules/missing-workdays.ts'
import { runningClocks } from '../rules/running-clocks.ts'
import { statusOf, type CaseFacts } from '../rules/status.ts'
import { factsOf, pendingStatuses, markPushed } from '../record/case-record.ts'
import type { Mailbox } from '../mailbox/client.ts'
import { sealTo } from '../mailbox/open.ts'

/** Years for which an alarm was logged by this process. */
const alarmed = new Set<string>()

/** Logs each year once whose missing table makes a last day uncertain. */
function warn(strapi: Core.Strapi, facts: CaseFacts, table: Workdays): void {
  for (const clock of runningClocks(facts, table)) {
    const year = missingYear(clock, table)
    if (year === null || alarmed.has(year)) continue
    alarmed.add(year)
    strapi.log.warn(`${alarmText(year)}，有的期限不能确定，请更新程序`)
  }
}

/**
 * Sends every status that changed since it was last sent, sealed so that only the holder of the
 * query code can read it, with what lets that holder in. The mailbox keeps the higher revision, so sending twice does no harm.
 * @returns how many statuses were sent
 */
export async function push(
  strapi: Core.Strapi,
  mailbox: Mailbox,
  workdays: Workdays,
): Promise<number> {
  const pending = await pendingStatuses(strapi)
  for (const row of pending) {
    const facts = factsOf(row)
    warn(strapi, facts, workdays)
    const text = JSON.stringify(statusOf(facts, workdays))
    const sealed = Buffer.from(await sealTo(row.statusRecipient, text)).toString('base64')
    await mailbox.putStatus(row.number, { revision: row.revision, sealed, access: row.access })
    await markPushed(strapi, row)
  }
  return pending.length
}
