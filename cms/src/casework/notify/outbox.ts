import type { Core } from '@strapi/strapi'
import { writeRecords } from '../../strapi/records/write-records.ts'
import type { Outbox, Task } from './deliver.ts'
import type { NotifyWay } from './port.ts'

const uid = 'api::notification.notification'

type Row = Omit<Task, 'dueAt'> & { dueAt: string }

/** Leaves a step to be told, once: the same step again changes nothing. Joins the transaction under way. */
export async function leaveTask(
  strapi: Core.Strapi,
  { caseId, step, by }: { caseId: string; step: number; by: NotifyWay },
): Promise<void> {
  const key = `${caseId}:${step}`
  if ((await strapi.db.query(uid).count({ where: { key } })) > 0) return
  await writeRecords(() =>
    strapi.db.query(uid).create({
      data: {
        key,
        caseId,
        step,
        by,
        state: 'waiting',
        attempts: 0,
        dueAt: new Date().toISOString(),
      },
    }),
  )
}

/** The outbox in the CMS's own database. */
export function createOutbox(strapi: Core.Strapi): Outbox {
  const rows = () => strapi.db.query(uid)
  return {
    async waiting() {
      const found: Row[] = await rows().findMany({
        where: { state: 'waiting' },
        select: ['id', 'caseId', 'step', 'by', 'attempts', 'dueAt'],
        orderBy: { id: 'asc' },
      })
      return found.map((row) => ({ ...row, dueAt: new Date(row.dueAt) }))
    },
    async claim({ id, attempts }, nextTry) {
      const { count } = await writeRecords(() =>
        rows().updateMany({
          where: { id, attempts, state: 'waiting' },
          data: { attempts: attempts + 1, dueAt: nextTry.toISOString() },
        }),
      )
      return count === 1
    },
    async settle({ id }, result) {
      const reason = 'reason' in result ? result.reason : null
      const sentAt = result.state === 'sent' ? new Date().toISOString() : null
      const data = { state: result.state, reason, sentAt }
      await writeRecords(() => rows().updateMany({ where: { id }, data }))
    },
  }
}
