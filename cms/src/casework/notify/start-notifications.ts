import { notifyWay, notifyWays } from '@portal/content/schema/petition/petition'
import type { Core } from '@strapi/strapi'
import { environment } from '../../environment.ts'
import { readWorkdays } from '../record/workdays.ts'
import { createSenders } from './senders.ts'
import { deliver, type Journey } from './deliver.ts'
import { prepareLetters } from './letter.ts'
import { createOutbox } from './outbox.ts'
import type { NotifyWay } from './port.ts'
import { readDeliveries } from './read-deliveries.ts'
import { watchSteps } from './watch-steps.ts'
import { repeat } from '../../strapi/run-periodically.ts'

const interval = 2_000
const senders = createSenders(environment.delivery)

/** Logs what staff and operators should know: rows by their number, never a recipient. */
function createReporter(strapi: Core.Strapi): (journey: Journey) => void {
  const away = new Set<NotifyWay>()
  return ({ results, faults }) => {
    for (const { task, result } of results) {
      const way = notifyWays[task.by]
      if (result.state === 'sent' && away.delete(task.by)) strapi.log.info(`${way}：已恢复发送`)
      if (result.state === 'failed') {
        strapi.log.warn(`告知记录 ${task.id} 没有送达：${result.reason}`)
      }
      // An outage is reported once, and again when it is over.
      if (result.state === 'waiting' && !away.has(task.by)) {
        away.add(task.by)
        strapi.log.warn(`${way}：${result.reason}，将继续重试`)
      }
    }
    // What a fault says may quote a letter or who gets it.
    for (const fault of faults) strapi.log.error(`告知信访人时出错：${(fault as Error).name}`)
  }
}

/** The ways by which this installation can tell petitioners. */
export function openWays(): NotifyWay[] {
  return notifyWay.options.filter((way) => senders[way])
}

/** Whether and when the petitioner of a case was told of its steps, in words. */
export async function deliveriesOf(strapi: Core.Strapi, documentId: string): Promise<string[]> {
  return (await readDeliveries(strapi, senders, documentId)) ?? []
}

/**
 * Starts telling petitioners who wish it of each step: steps are watched, and every few seconds what
 * is due is sent, one journey at a time. Where nothing is set up, nothing is sent and the wish is kept.
 * @returns stop: resolves when the journey under way has ended
 */
export function startNotifications(strapi: Core.Strapi): () => Promise<void> {
  watchSteps(strapi, senders)
  const { siteUrl, basePath } = environment
  const table = readWorkdays()
  const prepare = prepareLetters(strapi, `${siteUrl}${basePath}`, table)
  const outbox = createOutbox(strapi)
  const report = createReporter(strapi)
  const abort = new AbortController()

  async function journey(): Promise<void> {
    try {
      report(await deliver(outbox, prepare, senders, () => new Date(), abort.signal))
    } catch (error) {
      strapi.log.error(`告知信访人时出错：${(error as Error).name}`)
    }
  }
  const stop = repeat(journey, interval)
  return () => {
    abort.abort()
    return stop()
  }
}
