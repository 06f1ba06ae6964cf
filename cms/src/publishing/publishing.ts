import type { Core } from '@strapi/strapi'
import { buildRelease } from './build.ts'
import { createOutbox } from './outbox.ts'
import { createQueue } from './queue.ts'
import { watchPublications } from './watch.ts'

/**
 * Starts publishing: what changes goes live by itself, and once a day everything is built anew,
 * since pages speak of "next" reception days.
 * @returns stop: resolves when the build under way has been broken off; it is taken up at the next start
 */
export function startPublishing(strapi: Core.Strapi): () => Promise<void> {
  const abort = new AbortController()
  const outbox = createOutbox(strapi)
  const queue = createQueue(outbox, () => buildRelease(strapi, abort.signal))
  watchPublications(strapi, queue.wake)
  queue.wake()
  strapi.cron.add({
    daily: {
      task: async () => {
        await strapi.db
          .query('api::build-request.build-request')
          .create({ data: { state: 'waiting', cause: 'daily' } })
        queue.wake()
      },
      options: { rule: '5 0 * * *', tz: 'Asia/Shanghai' },
    },
  })
  return async () => {
    abort.abort()
    await queue.stop()
  }
}
