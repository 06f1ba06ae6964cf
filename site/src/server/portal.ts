import { dataLayout } from '@portal/content/schema/environment'
import type { Environment } from '@portal/content/schema/environment'
import type { Logger } from 'pino'
import { openMailbox } from '../petition/mailbox/open.ts'
import { createAnswer, onDemandPages } from './answer.ts'
import { startErasing } from './erasing.ts'
import { createGate } from './gate.ts'
import { readKeys } from './keys.ts'
import { close, listen } from './listen.ts'
import { createMailboxInterface } from './mailbox-interface.ts'
import { rehearse } from './on-demand.ts'
import { createPetitions } from './petitions.ts'
import { followReleases } from './release.ts'
import { blankSearch, createSearching } from './searching.ts'
import { StartError } from './start-error.ts'

export type Portal = { stop(): Promise<void> }

/**
 * Puts the portal together and starts it: the composition root.
 * @throws StartError with a sentence for the operator
 */
export async function startPortal(environment: Environment, log: Logger): Promise<Portal> {
  const { dataDir, siteUrl, basePath, portalPort, mailboxUrl, mailboxKeepDays } = environment
  const now = () => new Date()
  const { seal, pepper, mailboxToken } = await readKeys(dataDir)
  const mailbox = await openMailbox(mailboxUrl).catch((cause: unknown) => {
    throw new StartError('信箱数据库打不开。请检查 MAILBOX_URL，以及磁盘空间和文件权限。', {
      cause,
    })
  })
  const petitionsFor = createPetitions({ mailbox, seal, pepper, log, now })
  const { currentRelease } = dataLayout(dataDir)
  const releases = await followReleases(
    currentRelease,
    async (release) => {
      const locals = {
        settings: release.settings,
        petitions: petitionsFor(release, null),
        searching: blankSearch,
      }
      const pages = [...onDemandPages]
      await Promise.all(pages.map((page) => rehearse(release.render, basePath + page, locals)))
    },
    (error) => {
      // A release holds only what is public, so the message may be told.
      log.error({ reason: String(error) }, 'a release does not load; the last one stays')
    },
  )
  const stopErasing = startErasing(mailbox, mailboxKeepDays, now, log)
  const stopParts = async () => {
    releases.stop()
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
      mailboxInterface: createMailboxInterface(mailbox, mailboxToken, now),
      petitionsFor,
      searchingFor: createSearching(basePath, log),
      gate: createGate(siteUrl, portalPort),
      siteUrl,
      basePath,
      log,
    }),
    portalPort,
  ).catch(async (error: unknown) => {
    await stopParts()
    throw error
  })
  log.info({ address: `http://localhost:${portalPort}${basePath}/` }, 'the portal is listening')
  return {
    async stop() {
      await close(server)
      await stopParts()
    },
  }
}
