import type { Core } from '@strapi/strapi'
import { caseStates } from '@portal/content/schema/petition/state'
import type { CaseStep } from '../../contracts/cases/desk-state.ts'
import type { Senders } from './port.ts'
import type { Contact } from './recipient.ts'
import { describeDeliveries, type DeliveryRecord } from './describe-deliveries.ts'

type Row = Contact & { steps: CaseStep[] }
type Stored = Omit<DeliveryRecord, 'step'> & { step: number }

/** Whether and when the petitioner of a case was told of its steps, in words; undefined where there is no such case. */
export async function readDeliveries(
  strapi: Core.Strapi,
  senders: Senders,
  documentId: string,
): Promise<string[] | undefined> {
  const row = (await strapi.db.query('api::case.case').findOne({
    where: { documentId },
    select: ['steps', 'notifyBy', 'petitionerPhone', 'petitionerEmail'],
  })) as Row | null
  if (!row) return undefined
  const stored: Stored[] = await strapi.db
    .query('api::notification.notification')
    .findMany({ where: { caseId: documentId }, orderBy: { step: 'asc' } })
  const records = stored.map((record) => {
    const state = row.steps[record.step]?.state
    return { ...record, step: state ? caseStates[state] : `第 ${record.step + 1} 步` }
  })
  return describeDeliveries(row, senders, records)
}
