import type { Core } from '@strapi/strapi'
import { leaveTask } from './outbox.ts'
import type { Senders } from './port.ts'
import { recipientOf, type Contact } from './recipient.ts'
import { newStep, type StepSnapshot } from './new-step.ts'
import { beforeDocuments } from '../../strapi/document-calls.ts'

const uid = 'api::case.case'

type Row = Contact & StepSnapshot

async function readRow(strapi: Core.Strapi, documentId: string | undefined): Promise<Row | null> {
  if (!documentId) return null
  const row = await strapi.db.query(uid).findOne({
    where: { documentId },
    select: ['state', 'steps', 'notifyBy', 'petitionerPhone', 'petitionerEmail'],
    populate: { unit: { select: ['documentId'] } },
  })
  return row && { ...row, unit: row.unit?.documentId ?? null }
}

/**
 * Watches every change of a case. A step of which the petitioner wishes to be told leaves a row in
 * the outbox in the same transaction: there is none without the step, and no step without it.
 * Where the way is not set up nothing is left, so that setting it up later does not send old news.
 */
export function watchSteps(strapi: Core.Strapi, senders: Senders): void {
  beforeDocuments(strapi, async ({ uid: type, action, params }, next) => {
    if (type !== uid || !['create', 'update'].includes(action)) return next()
    return strapi.db.transaction(async () => {
      const before = await readRow(strapi, params.documentId)
      const saved = (await next()) as { documentId?: string } | undefined
      const caseId = params.documentId ?? saved?.documentId
      const after = await readRow(strapi, caseId)
      const recipient = after && recipientOf(after)
      const step = after && newStep(before, after)
      if (caseId && recipient && senders[recipient.by] && step !== null) {
        await leaveTask(strapi, { caseId, step, by: recipient.by })
      }
      return saved
    })
  })
}
