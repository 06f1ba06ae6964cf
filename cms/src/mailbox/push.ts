import type { Core } from '@strapi/strapi'
import type { Workdays } from '@portal/content/schema/workdays'
import { statusOf } from '../cases/status.ts'
import { factsOf, pendingStatuses, markPushed } from '../desk/case-record.ts'
import type { Mailbox } from './client.ts'
import { sealTo } from './open.ts'

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
    const text = JSON.stringify(statusOf(factsOf(row), workdays))
    const sealed = Buffer.from(await sealTo(row.statusRecipient, text)).toString('base64')
    await mailbox.putStatus(row.number, { revision: row.revision, sealed, access: row.access })
    await markPushed(strapi, row)
  }
  return pending.length
}
