import { dataLayout } from '@portal/content/schema/operation/data-layout'
import type { Environment } from '@portal/content/schema/operation/environment'
import type { Logger } from 'pino'
import { createAttachments } from '../petition/attachments/attachments.ts'
import { createDecrypt } from '@portal/content/attachments/check/pdf/decrypt'
import { createRedraw } from '@portal/content/attachments/check/picture'
import { limitConcurrency } from '../petition/concurrency-limit.ts'
import { createDrafts } from '../petition/drafts/drafts.ts'
import { createProofOfWork } from '../petition/submit/proof/challenge.ts'
import { createSendReport } from '../report/send-report.ts'
import { attachmentsEndpoint } from './endpoints/attachments.ts'
import { challengeEndpoint } from './endpoints/challenge.ts'
import { feedbackEndpoint } from './endpoints/feedback.ts'
import { takeFormFile } from './endpoints/form-files.ts'
import { healthEndpoint } from './endpoints/health.ts'
import { mailboxEndpoint } from './endpoints/mailbox.ts'
import { createMissedQueryCounter, missedQueriesEndpoint } from './endpoints/missed-queries.ts'
import { createOfferedWays } from './endpoints/offered-ways.ts'
import { petitionEndpoint } from './endpoints/petition.ts'
import { replyFileEndpoint } from './endpoints/reply-file.ts'
import { resumeEndpoint } from './endpoints/resume.ts'
import { searchEndpoint } from './endpoints/search.ts'
import { trackEndpoint } from './endpoints/track.ts'
import { close, listen } from './http/app.ts'
import { addressReader } from './http/client-address.ts'
import { createOriginCheck } from './http/origin-check.ts'
import { createRouter } from './router.ts'
import { createKeyedDigest } from './limits/keyed-digest.ts'
import { createLimits } from './limits/limits.ts'
import type { Limits } from './limits/limits.ts'
import { daysBefore, minute, startErasing } from './operations/erasing.ts'
import { diskReader } from './operations/free-space.ts'
import { readKeys } from './operations/keys.ts'
import { openStores } from './operations/open-stores.ts'
import { StartError } from './operations/start-error.ts'
import { startMetrics } from './operations/metrics.ts'
import { createPetitionServices } from './petition-services.ts'
import { followReleases } from './releases/release.ts'
import { smokeTestPages } from './endpoints/smoke-test.ts'

export type Portal = { stop(): Promise<void> }

/** Files are looked into one after another; who comes when 40 wait is sent away. */
const oneByOne = () => limitConcurrency({ running: 1, waiting: 40 })

/**
 * Puts the portal together and starts it: the composition root.
 * @param limits other limits than those of the table, for measuring
 * @throws StartError with a sentence for the operator
 */
export async function startPortal(
  environment: Environment,
  log: Logger,
  limits: Limits = createLimits(),
): Promise<Portal> {
  const { dataDir, siteUrl, basePath, portalHost, portalPort, mailboxUrl, mailboxKeepDays } =
    environment
  const now = () => new Date()
  const { seal, sealFile, pepper, mailboxToken } = await readKeys(dataDir)
  const stores = await openStores(mailboxUrl)
  const { mailbox, uploads, replyFiles, channels, spent } = stores
  const attachments = createAttachments({
    store: uploads,
    sealFile,
    redraw: createRedraw(oneByOne()),
    decrypt: createDecrypt(oneByOne()),
    room: environment.attachmentsRoom,
    hasSpace: diskReader(mailboxUrl),
    now,
  })
  const proofOfWork = createProofOfWork(pepper, now)
  const digest = createKeyedDigest()
  if (siteUrl.startsWith('https:') && environment.trustedProxies === 0) {
    log.warn(
      'TRUSTED_PROXIES is not set: everybody behind the proxy shares the limits of one address',
    )
  }
  const drafts = createDrafts({ store: stores.drafts, pepper, now })
  const services = createPetitionServices({
    ...{
      mailbox,
      replyFiles,
      attachments,
      drafts,
      spent,
      proofOfWork,
      seal,
      pepper,
      limits,
      log,
      now,
    },
    waiting: stores.waiting,
    endedVisits: stores.endedVisits,
    offeredWays: createOfferedWays(channels),
  })
  const missed = createMissedQueryCounter({
    ...{ pepper, limits, now, log },
    store: stores.missed,
    isOn: () => releases.current()?.settings.missedQueries ?? true,
  })
  const search = searchEndpoint({ basePath, limits, missed, log })
  const send = createSendReport({ mailbox, seal, now })
  const pages = [
    petitionEndpoint(services),
    resumeEndpoint(services),
    trackEndpoint(services, basePath),
    feedbackEndpoint({ send, limits, log }),
    search,
  ]
  const { currentRelease } = dataLayout(dataDir)
  const releases = await followReleases(
    currentRelease,
    (release) => smokeTestPages(release, pages, { siteUrl, basePath }),
    (error) => {
      // A release holds only what is public, so the message may be told.
      log.error({ reason: String(error) }, 'a release does not load; the last one stays')
    },
  )
  const stopErasing = startErasing(
    [
      {
        what: 'acknowledged messages',
        eraseDue: (limit) => mailbox.eraseAcknowledged(daysBefore(now(), mailboxKeepDays), limit),
      },
      { what: 'drafts', eraseDue: drafts.eraseDue },
      { what: 'files that were never sent', eraseDue: attachments.eraseDue, every: minute },
      {
        what: 'files of replies that never went out',
        eraseDue: (limit) => replyFiles.eraseForgotten(daysBefore(now(), 1), limit),
      },
      { what: 'used proofs', eraseDue: (limit) => spent.eraseExpired(now(), limit) },
      { what: 'searches that found nothing', eraseDue: missed.eraseDue, every: minute },
    ],
    log,
  )
  const stopParts = async () => {
    releases.stop()
    await search.close()
    await stopErasing()
    await mailbox.close()
  }
  if (!releases.current()) {
    await stopParts()
    throw new StartError(
      `还没有可用的网站文件 ${currentRelease}。请先运行 npm start 或 npm run build。`,
    )
  }
  const app = createRouter({
    ...{ releases, siteUrl, basePath, log },
    pages: [...pages, replyFileEndpoint(services)],
    health: healthEndpoint(mailbox),
    mailbox: mailboxEndpoint({
      ...{ mailbox, uploads, replyFiles, channels, missed, now },
      token: mailboxToken,
    }),
    attachments: attachmentsEndpoint({ attachments, limits, digest }),
    endpoints: [challengeEndpoint({ proofOfWork, limits }), missedQueriesEndpoint(missed)],
    takeFile: takeFormFile({ attachments, limits, digest }),
    addressOf: addressReader(environment.trustedProxies),
    originCheck: createOriginCheck(siteUrl, portalPort),
  })
  const stopMetrics = await startMetrics(app, {
    ...{ address: environment.portalMetrics, basePath, dataDir, now },
    backlog: stores.backlog,
  }).catch(async (error: unknown) => {
    await stopParts()
    throw error
  })
  await listen(app, portalHost, portalPort).catch(async (error: unknown) => {
    await stopMetrics()
    await stopParts()
    throw error
  })
  log.info({ home: `${environment.portalOrigin}${basePath}/` }, 'the portal is listening')
  return {
    async stop() {
      await close(app)
      await stopMetrics()
      await stopParts()
    },
  }
}
