import { createHash } from 'node:crypto'
import type { Core } from '@strapi/strapi'
import { contentType } from '../../contracts/content-types.ts'
import { writeRecords } from '../../strapi/records/write-records.ts'
import { tableOf } from '../../strapi/tables.ts'
import type { Prepare } from '../notify/deliver.ts'
import { readCase, wallOf } from '../record/case-record.ts'
import { maySee } from '../rules/wall.ts'
import { composeStaffMail } from './compose-mail.ts'
import type { Bundles } from './staff-outbox.ts'

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
