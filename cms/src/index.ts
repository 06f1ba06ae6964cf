import type { Core } from '@strapi/strapi'
import { createFirstAccounts } from './accounts/first-accounts.ts'
import { guardAccounts } from './accounts/guard-accounts.ts'
import { ensureRoles, registerPermissions } from './accounts/ensure-roles.ts'
import { startSync } from './casework/sync/start-sync.ts'
import { keepAdded } from './casework/events/append-only.ts'
import { guardCasework, registerCasework } from './casework/register-casework.ts'
import { openWays, startNotifications } from './casework/notify/start-notifications.ts'
import { keepTopicIndex } from './casework/record/suggest-units.ts'
import { makeFirstTemplates } from './casework/reply/first-templates.ts'
import { startReminders } from './casework/remind/start-reminders.ts'
import { startQueue } from './casework/queue/queue.ts'
import { openVault } from './casework/vault/open-vault.ts'
import { startNightlyCheck } from './casework/verify/nightly-check.ts'
import { environment, layout } from './environment.ts'
import { addHandbookRoutes } from './handbook/routes.ts'
import { addHomeRoute } from './home/route.ts'
import { fillFilms } from './media/fill-films.ts'
import { guardUploads } from './media/guard-uploads.ts'
import { startMetrics } from './monitoring/start-metrics.ts'
import { addCaseChoiceRoute, guardCaseNumbers } from './publishing/from-case/case-choice.ts'
import { keepNoticeLinks } from './publishing/from-case/keep-links.ts'
import { ensurePages } from './publishing/fixed-pages/fixed-pages.ts'
import { guardPublishing, registerPublishing } from './publishing/register-publishing.ts'
import { startPublishing } from './publishing/builds/start-publishing.ts'
import { startSchedule } from './publishing/schedule/schedule.ts'
import { fillSlugs } from './publishing/slugs/slugs.ts'
import { seed } from './publishing/snapshot/seed.ts'
import { seedProgress } from './publishing/snapshot/seed-progress.ts'
import { emptyIncoming } from './strapi/incoming/request-folders.ts'
import { keepIdentity } from './strapi/keep-identity.ts'
import { ensureLabels } from './strapi/labels.ts'
import { refuseMoved } from './strapi/refuse-moved.ts'
import { registerStrapi } from './strapi/register-strapi.ts'
import { guardRecords } from './strapi/records/guard-records.ts'
import { removeTokens } from './strapi/withhold-actions.ts'
import { withholdPrivate } from './strapi/withhold-private.ts'
import { fillDays } from './writing/fill-days.ts'
import { fillTimes } from './writing/fill-times.ts'
import { limitTexts } from './writing/limit-texts.ts'

let stop: (() => Promise<void>)[] = []

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    registerStrapi(strapi)
    guardUploads(strapi)
    guardAccounts(strapi)
    registerCasework(strapi)
    registerPublishing(strapi)
    addCaseChoiceRoute(strapi)
    addHomeRoute(strapi)
    addHandbookRoutes(strapi)
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    // Whoever started us and held the channel is gone, killed perhaps: do not stay behind alone.
    process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
    await refuseMoved(strapi)
    await emptyIncoming()
    keepIdentity(strapi)
    guardRecords(strapi)
    await keepAdded(strapi)
    await keepTopicIndex(strapi)
    await openVault(strapi, layout.deskKey)
    await registerPermissions(strapi)
    await ensureRoles(strapi)
    await removeTokens(strapi)
    await ensureLabels(strapi)
    await withholdPrivate(strapi)
    fillFilms(strapi)
    fillSlugs(strapi)
    limitTexts(strapi)
    fillTimes(strapi)
    fillDays(strapi)
    const progress = seedProgress((line) => strapi.log.info(line))
    await seed(strapi, environment.contentDir, progress)
    await ensurePages(strapi)
    // After the seed: the first unit account belongs to a unit.
    await createFirstAccounts(strapi, layout.firstLogin)
    await makeFirstTemplates(strapi)
    await guardCasework(strapi)
    guardCaseNumbers(strapi)
    keepNoticeLinks(strapi)
    await guardPublishing(strapi)
    stop = [
      startPublishing(strapi),
      startSchedule(strapi),
      startNotifications(strapi),
      startSync(strapi, openWays()),
      startNightlyCheck(strapi),
      startQueue(strapi),
      startReminders(strapi),
      await startMetrics(strapi),
    ]
  },

  async destroy() {
    await Promise.all(stop.map((end) => end()))
  },
}
