import { statfs } from 'node:fs/promises'
import { shanghaiDay } from '@portal/content/calendar/day'
import { createRegistry, serveMetrics } from '@portal/content/metrics/serve-metrics'
import type { Core } from '@strapi/strapi'
import { Gauge } from 'prom-client'
import { askQueue } from '../casework/queue/ask-queue.ts'
import { emptyQuestion } from '../casework/queue/question.ts'
import { queueOf } from '../casework/queue/queue.ts'
import { environment } from '../environment.ts'
import { readWatch } from '../home/watch.ts'
import { lastRequest } from '../publishing/releases/requests.ts'

/** What of the desk an alert may be made of: how many, never of whom. */
async function readGauges(strapi: Core.Strapi, now: Date): Promise<Record<string, number>> {
  const { counts } = askQueue(
    queueOf(strapi).index.database,
    { kind: 'bureau' },
    emptyQuestion,
    [],
    { today: shanghaiDay(now), reader: null },
    0,
  )
  const watch = await readWatch(strapi, now)
  const release = await lastRequest(strapi)
  const { bavail, bsize } = await statfs(environment.dataDir)
  const took = release?.finishedAt ? Date.parse(release.finishedAt) - Date.parse(release.since) : 0
  return {
    desk_cases: counts.get('all') ?? 0,
    desk_cases_due_soon: counts.get('soon') ?? 0,
    desk_cases_overdue: counts.get('late') ?? 0,
    desk_messages_quarantined: watch.quarantined,
    desk_letters_undelivered: watch.untold,
    desk_records_broken: watch.records.broken,
    desk_years_without_workdays: watch.years.length,
    desk_release_failed: release?.state === 'failed' ? 1 : 0,
    desk_release_seconds: took / 1000,
    desk_disk_free_bytes: bavail * bsize,
  }
}

const helps: Record<string, string> = {
  desk_cases: 'Cases in all',
  desk_cases_due_soon: 'Cases whose next deadline is within a week',
  desk_cases_overdue: 'Cases past a deadline',
  desk_messages_quarantined: 'Messages of citizens that could not be opened',
  desk_letters_undelivered: 'Steps of which the petitioner could not be told',
  desk_records_broken: 'Cases whose record was not whole at the last check',
  desk_years_without_workdays: 'Years, this one or the next, without a table of working days',
  desk_release_failed: '1 where the last release was not made',
  desk_release_seconds: 'From the press to the release being live, the last time',
  desk_disk_free_bytes: 'Free bytes of the disk that holds DATA_DIR',
}

/**
 * Measures the desk for Prometheus, where an address is set.
 * @returns what ends it
 * @throws where the address cannot be listened on
 */
export async function startMetrics(strapi: Core.Strapi): Promise<() => Promise<void>> {
  const address = environment.cmsMetrics
  if (!address) return async () => {}
  const registry = createRegistry('desk')
  let read: Promise<Record<string, number>> | undefined
  for (const [name, help] of Object.entries(helps)) {
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        // Asked for together, read once.
        read ??= readGauges(strapi, new Date()).finally(() => (read = undefined))
        this.set((await read)[name] ?? Number.NaN)
      },
    })
  }
  return serveMetrics(registry, address).catch((cause: unknown) => {
    throw new Error(
      `CMS_METRICS 的地址 ${address.host}:${address.port} 用不了：这台机器没有这个地址，或者端口已被占用。`,
      { cause },
    )
  })
}
