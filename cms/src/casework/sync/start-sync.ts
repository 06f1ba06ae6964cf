import type { Core } from '@strapi/strapi'
import { environment, layout } from '../../environment.ts'
import type { NotifyWay } from '../notify/port.ts'
import { readWorkdays } from '../record/workdays.ts'
import { MailboxError } from '../mailbox/client.ts'
import { collect } from '../receive/collect.ts'
import { ownMailbox } from '../mailbox/connect.ts'
import { readKeyFile } from '../sealed/key-file.ts'
import { push } from './push-statuses.ts'
import { repeat } from '../../strapi/run-periodically.ts'

const interval = 2_000

/** What may be logged of a fault: others than the mailbox's own may quote what petitioners wrote. */
function reasonOf(error: unknown): string {
  return error instanceof MailboxError ? error.message : `出错（${(error as Error).name}）`
}

/**
 * Goes to the mailbox and back every few seconds, one journey at a time. A portal that is away is
 * reported once, and again when it is back; nothing is lost meanwhile.
 * @param ways by which petitioners can be told; said at the start and whenever the portal was away
 * @returns stop: resolves when the journey under way has ended
 */
export function startSync(strapi: Core.Strapi, ways: NotifyWay[]): () => Promise<void> {
  const identities = readKeyFile(layout.identity)
  const mailbox = ownMailbox()
  const table = readWorkdays()
  const { followUpDays } = environment
  const office = { identities, attachments: layout.attachments, table, followUpDays }
  let away = false
  let said = false

  async function journey(): Promise<void> {
    try {
      await collect(strapi, mailbox, office)
      await push(strapi, mailbox, table)
      if (!said) await mailbox.putChannels(ways)
      said = true
      if (away) strapi.log.info('信箱：已恢复收取')
      away = false
    } catch (error) {
      const quiet = error instanceof MailboxError && away
      if (!quiet) strapi.log.warn(`信箱：${reasonOf(error)}，将继续重试`)
      away = true
      said = false
    }
  }
  return repeat(journey, interval)
}
