import { createHash } from 'node:crypto'
import { formatReceiptNumber } from '@portal/content/characters/receipt-number'
import type { Core } from '@strapi/strapi'
import { contentType } from '../../contracts/content-types.ts'
import { writeRecords } from '../../strapi/records/write-records.ts'
import { tableOf } from '../../strapi/tables.ts'
import type { Prepare } from '../notify/deliver.ts'
import type { Notification } from '../notify/port.ts'
import { readCase, wallOf } from '../record/case-record.ts'
import { maySee } from '../rules/wall.ts'
import type { Bundles } from './staff-outbox.ts'

/** What one line of a mail is about: the number of a case and its page, and nothing of the petition. */
export type Line = { caseId: string; number: string; words: string }

/**
 * A mail to staff, of several cases.
 * @param desk the desk's address as staff know it, with a slash at its end
 */
export function composeStaffMail(
  lines: readonly Line[],
  desk: string,
  office: string,
): Omit<Notification, 'id'> {
  const cases = new Set(lines.map(({ caseId }) => caseId)).size
  const text = [
    '请留意下面的办件：',
    ...lines.map(
      ({ caseId, number, words }) =>
        `${words}\n编号 ${formatReceiptNumber(number)}\n${desk}desk/cases/${caseId}`,
    ),
    '请登录管理后台办理。为了保密，邮件里不写信访人和信访内容。',
    office,
  ].join('\n\n')
  const subject = `办件期限提醒：${cases} 件`
  return { subject, text, sms: '', parameters: { number: '', step: '', day: '' } }
}

/** Puts a mail together at the moment of sending; lines about cases that a unit may see no more are left out. */
export function prepareStaffMails(
  strapi: Core.Strapi,
  outbox: Pick<Bundles, 'rowsOf'>,
  desk: string,
): Prepare {
  return async (task) => {
    const table = tableOf(strapi, contentType.staffMail)
    const where = { id: { $in: [...outbox.rowsOf(task)] }, state: 'waiting' }
    const rows = await table.findMany({ where, orderBy: { id: 'asc' } })
    const kept: typeof rows = []
    for (const row of rows) {
      const found = await readCase(strapi, { documentId: row.caseId })
      const party = row.unit ? ({ kind: 'unit', unit: row.unit } as const) : null
      if (found && (party === null || maySee(party, wallOf(found)))) kept.push(row)
      else {
        const data = { state: 'dropped' as const }
        await writeRecords(() => table.updateMany({ where: { id: row.id }, data }))
      }
    }
    const [first] = kept
    if (!first) return null
    const settings = await tableOf(strapi, contentType.settings).findOne({ select: ['officeName'] })
    const id = createHash('sha256')
      .update(kept.map(({ key }) => key).join(' '))
      .digest('hex')
      .slice(0, 32)
    const message = { id, ...composeStaffMail(kept, desk, settings?.officeName ?? '') }
    return { to: first.address, message }
  }
}
