import type { Core } from '@strapi/strapi'
import { environment } from '../../environment.ts'
import { repeat } from '../../strapi/run-periodically.ts'
import { deliver } from '../notify/deliver.ts'
import { createSenders } from '../notify/senders.ts'
import { readWorkdays } from '../record/workdays.ts'
import { prepareStaffMails } from './staff-letter.ts'
import { createStaffOutbox } from './staff-outbox.ts'
import { sweepReminders, type Passed } from './give-reminders.ts'

const interval = 2_000
/** Cases that get their reminders in one turn: few, so that whoever works at the desk is not kept waiting. */
const batch = 10

const senders = createSenders(environment.delivery)

/** Whether staff can be sent mails. */
export const sendsMails = senders.email !== undefined

/** The desk's address as staff know it. */
export function deskAddress(): string {
  return `${environment.cmsUrl ?? `http://localhost:${environment.cmsPort}`}/admin/`
}

/**
 * Reminds offices of their clocks, and sends what waits for staff, every few seconds. To be started after the queue.
 * @returns stop: resolves when the turn under way has ended
 */
export function startReminders(strapi: Core.Strapi): () => Promise<void> {
  const reminding = { table: readWorkdays(), mails: sendsMails }
  const outbox = createStaffOutbox(strapi)
  const prepare = prepareStaffMails(strapi, outbox, deskAddress())
  const passed: Passed = { day: '', cases: new Set() }
  const abort = new AbortController()
  const stop = repeat(async () => {
    try {
      await sweepReminders(strapi, new Date(), batch, passed, reminding)
      const { results, faults } = await deliver(
        outbox,
        prepare,
        senders,
        () => new Date(),
        abort.signal,
      )
      for (const { result } of results) {
        if (result.state === 'failed') strapi.log.warn(`期限提醒邮件没有送达：${result.reason}`)
      }
      for (const fault of faults) strapi.log.error(`发期限提醒时出错：${(fault as Error).name}`)
    } catch (fault) {
      strapi.log.error(`提醒期限时出错：${(fault as Error).name}`)
    }
  }, interval)
  return () => {
    abort.abort()
    return stop()
  }
}
