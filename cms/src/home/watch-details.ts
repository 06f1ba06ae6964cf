import { notifyWays } from '@portal/content/schema/petition/petition'
import type { Core } from '@strapi/strapi'
import { lostFiles } from '../casework/queue/ask-queue.ts'
import { queueOf } from '../casework/queue/queue.ts'
import { lastCheck } from '../casework/verify/nightly-check.ts'
import { contentType } from '../contracts/content-types.ts'
import type { WatchDetails } from '../contracts/watch.ts'
import { tableOf } from '../strapi/tables.ts'

/** So many of each kind are listed, the newest first. */
const most = 200

/** The numbers of cases by their identifiers. */
async function numbersOf(
  strapi: Core.Strapi,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tableOf(strapi, contentType.case).findMany({
    where: { documentId: { $in: [...new Set(ids)] } },
    select: ['documentId', 'number'],
  })
  return new Map(rows.map(({ documentId, number }) => [documentId, number]))
}

const iso = (moment: unknown) => new Date(String(moment)).toISOString()

/** What did not go on by itself, one by one, for the administrator: by number, and nothing of any petition. */
export async function readWatchDetails(strapi: Core.Strapi): Promise<WatchDetails> {
  const quarantined = await strapi.db.query(contentType.quarantine).findMany({
    select: ['number', 'reason', 'createdAt'],
    orderBy: { id: 'desc' },
    limit: most,
  })
  const untold = await strapi.db.query(contentType.notification).findMany({
    where: { state: 'failed' },
    select: ['caseId', 'by', 'reason', 'updatedAt'],
    orderBy: { id: 'desc' },
    limit: most,
  })
  const unmailed = await strapi.db.query(contentType.staffMail).findMany({
    where: { state: 'failed' },
    select: ['number', 'address', 'words', 'reason', 'updatedAt'],
    orderBy: { id: 'desc' },
    limit: most,
  })
  const { faults = [] } = (await lastCheck(strapi)) ?? {}
  const cases = [
    ...untold.map(({ caseId }) => String(caseId)),
    ...faults.map(({ documentId }) => documentId),
  ]
  const numbers = await numbersOf(strapi, cases)
  return {
    quarantined: quarantined.map(({ number, reason, createdAt }) => ({
      number: String(number),
      reason: String(reason),
      at: iso(createdAt),
    })),
    lostFiles: lostFiles(queueOf(strapi).index.database).slice(0, most),
    untold: untold.map(({ caseId, by, reason, updatedAt }) => ({
      number: numbers.get(String(caseId)) ?? '',
      way: notifyWays[by as keyof typeof notifyWays],
      reason: String(reason ?? ''),
      at: iso(updatedAt),
    })),
    unmailed: unmailed.map(({ number, address, words, reason, updatedAt }) => ({
      number: String(number),
      address: String(address),
      words: String(words),
      reason: String(reason ?? ''),
      at: iso(updatedAt),
    })),
    broken: faults
      .slice(0, most)
      .map(({ documentId, fault }) => ({ number: numbers.get(documentId) ?? '', fault })),
  }
}
