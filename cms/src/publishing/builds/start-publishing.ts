import type { Core } from '@strapi/strapi'
import { layout } from '../../environment.ts'
import { askAgain, releaseAsked } from '../releases/requests.ts'
import { isGoneBack, keptReleases } from '../releases/kept-releases.ts'
import { buildRelease, ensureSnapshot } from './build.ts'
import { createOutbox } from './build-requests.ts'
import { createQueue } from './build-queue.ts'
import { refuseFaulty } from '../gate/refuse-faulty.ts'
import { requestReleases } from './request-release.ts'

/**
 * Starts publishing: what changes goes live by itself, and once a day everything that is published is compared with
 * what citizens see, since pages speak of "next" reception days.
 * @returns stop: resolves when the build under way has been broken off; it is taken up at the next start
 */
export function startPublishing(strapi: Core.Strapi): () => Promise<void> {
  const abort = new AbortController()
  const outbox = createOutbox(strapi)
  const queue = createQueue(outbox, (changes) => buildRelease(strapi, changes, abort.signal))
  requestReleases(strapi, queue.wake)
  refuseFaulty(strapi)
  const ensured = ensureSnapshot(strapi, abort.signal)
  strapi.eventHub.on(releaseAsked, async () => queue.wake())
  queue.wake()
  strapi.cron.add({
    daily: {
      task: async () => {
        // Whoever went back to an earlier release did so for a reason; the clock does not undo it.
        if (isGoneBack(await keptReleases(layout.releases))) return
        await askAgain(strapi, 'daily')
        queue.wake()
      },
      options: { rule: '5 0 * * *', tz: 'Asia/Shanghai' },
    },
  })
  return async () => {
    abort.abort()
    await Promise.all([ensured, queue.stop()])
  }
}
