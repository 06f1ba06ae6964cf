import type { Core } from '@strapi/strapi'
import { statusUpdate } from '@portal/content/schema/mailbox/mailbox'
import { status } from '@portal/content/schema/petition/status'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import { alarmText, missingYear } from '../rules/clocks/missing-workdays.ts'
import { runningClocks } from '../rules/clocks/running-clocks.ts'
import { statusOf, type CaseFacts } from '../rules/petitioner/status.ts'
import { factsOf, pendingStatuses, markPushed, type CaseRow } from '../record/case-record.ts'
import { reportFault } from '../record/faulty-case.ts'
import { MailboxError, type MailboxClient } from '../mailbox/client.ts'
import { bringReplyFiles } from './bring-reply-files.ts'
import { filesOf, withSentIds } from './mailbox-file-ids.ts'
import { sealTo } from '../mailbox/open-message.ts'

/** So many statuses are sent in one journey. */
const batch = 100

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

async function pushOne(
  strapi: Core.Strapi,
  mailbox: MailboxClient,
  row: CaseRow,
  workdays: Workdays,
): Promise<void> {
  const facts = factsOf(row)
  warn(strapi, facts, workdays)
  const { number, revision, access, statusRecipient: recipient } = row
  const told = statusOf(facts, workdays)
  await bringReplyFiles(mailbox, number, filesOf(told), recipient)
  const named = status.parse(withSentIds(told, recipient))
  const sealed = Buffer.from(await sealTo(recipient, JSON.stringify(named))).toString('base64')
  const files = filesOf(named).map(({ id }) => id)
  await mailbox.putStatus(number, statusUpdate.parse({ revision, sealed, access, files }))
}

/**
 * Sends statuses that changed since they were last sent, sealed so that only the holder of the
 * query code can read it, with what lets that holder in. The mailbox keeps the higher revision, so sending
 * twice does no harm. The files of a reply go before the status that names them. A case of which no status can be made is reported and keeps no other waiting.
 * @returns how many statuses were sent
 */
export async function push(
  strapi: Core.Strapi,
  mailbox: MailboxClient,
  workdays: Workdays,
): Promise<number> {
  let sent = 0
  for await (const row of pendingStatuses(strapi)) {
    try {
      await pushOne(strapi, mailbox, row, workdays)
    } catch (fault) {
      if (fault instanceof MailboxError && !fault.isOfContent) throw fault
      reportFault(strapi, row, fault)
      continue
    }
    await markPushed(strapi, row)
    if (++sent === batch) break
  }
  return sent
}
