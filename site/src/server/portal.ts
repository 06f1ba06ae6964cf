import { dataLayout } from '@portal/content/schema/environment'
import type { Environment } from '@portal/content/schema/environment'
import type { Logger } from 'pino'
import { createAttachments } from '../petition/attachments/attachments.ts'
import { createDecrypt } from '../petition/attachments/pdf/decrypt.ts'
import { createRedraw } from '../petition/attachments/picture.ts'
import { createDrafts } from '../petition/drafts/drafts.ts'
import { openBackend } from '../petition/mailbox/backend.ts'
import { createChannelStore } from '../petition/mailbox/channels.ts'
import { createDraftStore } from '../petition/mailbox/drafts.ts'
import { createMissedStore } from '../petition/mailbox/missed.ts'
import { createSpentStore } from '../petition/mailbox/spent.ts'
import { createMailbox } from '../petition/mailbox/store.ts'
import { createUploadStore } from '../petition/mailbox/uploads.ts'
import { createWaiting } from '../petition/mailbox/waiting.ts'
import { createProofOfWork } from '../petition/proof/challenge.ts'
import { createSendReport } from '../report/send-report.ts'
import { createAnswer } from './http/router.ts'
import { addressReader } from './http/client-address.ts'
import { createConceal } from './limits/keyed-digest.ts'
import { daysBefore, minute, startErasing } from './operations/erasing.ts'
import { diskReader } from './operations/free-space.ts'
import { createGate } from './http/gate.ts'
import { readKeys } from './operations/keys.ts'
import { createLimits } from './limits/limits.ts'
import type { Limits } from './limits/limits.ts'
import { close, listen } from './http/listen.ts'
import { createMailboxInterface } from './endpoints/mailbox.ts'
import { createMissing, missingEndpoint } from './endpoints/missed-queries.ts'
import { createOfferedWays } from './endpoints/offered-ways.ts'
import { onDemandPages } from './releases/on-demand-pages.ts'
import { rehearse } from './releases/renderer.ts'
import { createPetitions } from './endpoints/petitions.ts'
import { challengeEndpoint } from './endpoints/challenge.ts'
import { followReleases } from './releases/release.ts'
import { blankReporting, createReporting } from './endpoints/feedback.ts'
import { blankSearch, createSearching } from './endpoints/search.ts'
import { StartError } from './operations/start-error.ts'
import { locate } from './static/static-files.ts'
import { takeFile } from './endpoints/take-file.ts'
import { uploadsEndpoint } from './endpoints/attachments.ts'

export type Portal = { stop(): Promise<void> }

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
  const backend = await openBackend(mailboxUrl).catch((cause: unknown) => {
    throw new StartError('信箱数据库打不开。请检查 MAILBOX_URL，以及磁盘空间和文件权限。', {
      cause,
    })
  })
  const mailbox = createMailbox(backend)
  const uploads = createUploadStore(backend)
  const attachments = createAttachments({
    store: uploads,
    sealFile,
    redraw: createRedraw(),
    decrypt: createDecrypt(),
    room: environment.attachmentsRoom,
    hasSpace: diskReader(mailboxUrl),
    now,
  })
  const channels = createChannelStore(backend)
  const spent = createSpentStore(backend)
  const proofOfWork = createProofOfWork(pepper, now)
  const conceal = createConceal()
  const addressOf = addressReader(environment.trustedProxies)
  if (siteUrl.startsWith('https:') && environment.trustedProxies === 0) {
    log.warn(
      'TRUSTED_PROXIES is not set: everybody behind the proxy shares the limits of one address',
    )
  }
  const drafts = createDrafts({ store: createDraftStore(backend), pepper, now })
  const petitionsFor = createPetitions({
    mailbox,
    waiting: createWaiting(backend),
    attachments,
    drafts,
    spent,
    offeredWays: createOfferedWays(channels),
    proofOfWork,
    seal,
    pepper,
    limits,
    log,
    now,
  })
  const { currentRelease } = dataLayout(dataDir)
  const releases = await followReleases(
    currentRelease,
    async (release) => {
      const locals = {
        settings: release.settings,
        petitions: petitionsFor(release, null, ''),
        reporting: blankReporting,
        searching: blankSearch,
      }
      const pages = [...onDemandPages.keys()].map(async (page) => {
        // A release of before may have as a file what is rendered on demand now.
        if ((await locate(release.client, page))?.kind === 'file') return
        await rehearse(release.render, basePath + page, locals)
      })
      await Promise.all(pages)
    },
    (error) => {
      // A release holds only what is public, so the message may be told.
      log.error({ reason: String(error) }, 'a release does not load; the last one stays')
    },
  )
  const missing = createMissing({
    store: createMissedStore(backend),
    isOn: () => releases.current()?.settings.missedQueries ?? true,
    ...{ pepper, limits, now, log },
  })
  const stopErasing = startErasing(
    [
      {
        what: 'acknowledged messages',
        eraseDue: (limit) => mailbox.eraseAcknowledged(daysBefore(now(), mailboxKeepDays), limit),
      },
      { what: 'drafts', eraseDue: drafts.eraseDue },
      { what: 'files that were never sent', eraseDue: attachments.eraseDue, every: minute },
      { what: 'used proofs', eraseDue: (limit) => spent.eraseExpired(now(), limit) },
      { what: 'searches that found nothing', eraseDue: missing.eraseDue, every: minute },
    ],
    log,
  )
  const searching = createSearching({ basePath, limits, missing, log })
  const stopParts = async () => {
    releases.stop()
    await searching.close()
    await stopErasing()
    await mailbox.close()
  }
  if (!releases.current()) {
    await stopParts()
    throw new StartError(
      `还没有可用的网站文件 ${currentRelease}。请先运行 npm start 或 npm run build。`,
    )
  }
  const server = await listen(
    createAnswer({
      releases,
      mailbox,
      mailboxInterface: createMailboxInterface(
        mailbox,
        uploads,
        { channels, missing },
        mailboxToken,
        now,
      ),
      addressOf,
      endpoints: [
        challengeEndpoint({ proofOfWork, limits, addressOf, home: `${basePath}/` }),
        uploadsEndpoint({ attachments, limits, addressOf, conceal }),
        missingEndpoint(missing, addressOf, `${basePath}/`),
      ],
      takeFile: takeFile({ attachments, limits, addressOf, conceal }),
      petitionsFor,
      reportingFor: createReporting({
        send: createSendReport({ mailbox, seal, now }),
        limits,
        log,
      }),
      searchingFor: searching.search,
      gate: createGate(siteUrl, portalPort),
      siteUrl,
      basePath,
      log,
    }),
    portalHost,
    portalPort,
  ).catch(async (error: unknown) => {
    await stopParts()
    throw error
  })
  log.info({ home: `${environment.portalOrigin}${basePath}/` }, 'the portal is listening')
  return {
    async stop() {
      await close(server)
      await stopParts()
    },
  }
}
