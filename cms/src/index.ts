import type { Core } from '@strapi/strapi'
import { answerInChinese } from './strapi/error-translation/translate.ts'
import { addAccusedRoute } from './casework/routes/accused-units.ts'
import { createFirstAccounts } from './accounts/first-accounts.ts'
import { addAttachmentRoute } from './casework/routes/attachments.ts'
import { registerCaseNumber } from './strapi/custom-fields/case-number.ts'
import { registerCasePart } from './strapi/custom-fields/case-part.ts'
import { addStepRoutes } from './casework/routes/steps.ts'
import { recordCaseViews } from './casework/record/view-log.ts'
import { registerChoice } from './strapi/custom-fields/choice.ts'
import { addCodeRoute } from './casework/routes/query-code.ts'
import { addDueRoute } from './casework/routes/due.ts'
import { addExportRoute } from './casework/routes/export.ts'
import { knownHosts, refuseForeignHosts } from './strapi/guards/host.ts'
import { forbidStoring } from './strapi/guards/no-store.ts'
import { ownOrigins, refuseForeignPages } from './strapi/guards/origin.ts'
import {
  ensurePages,
  guardPages,
  withholdPageActions,
} from './publishing/fixed-pages/fixed-pages.ts'
import { addImportRoute } from './publishing/import/regulation-route.ts'
import { ensureLabels } from './strapi/labels.ts'
import { registerMarkdown } from './strapi/custom-fields/markdown.ts'
import { watchNames } from './casework/record/refind-units.ts'
import { ensureRoles, registerPermissions } from './accounts/roles.ts'
import { answerStale, refuseStaleSaves } from './publishing/editions/stale-saves.ts'
import { nameTypes } from './strapi/type-names.ts'
import { understandNumbers } from './casework/record/typed-numbers.ts'
import { raiseWall } from './casework/record/case-wall.ts'
import { refuseCounts, refuseRelations } from './strapi/content-manager.ts'
import { withholdPrivate } from './strapi/withhold-private.ts'
import { removeTokens, withholdActions } from './strapi/withhold-actions.ts'
import { guardEditions } from './publishing/editions/editions.ts'
import { guardFiles } from './publishing/references/edition-files.ts'
import { addEditionRoutes } from './publishing/editions/routes.ts'
import { startSchedule } from './publishing/schedule/schedule.ts'
import { environment, layout } from './environment.ts'
import { startCourier } from './casework/courier/courier.ts'
import { fillFilms } from './media/fill-films.ts'
import { guardUploads } from './media/guard-uploads.ts'
import {
  addNotifications,
  openWays,
  startNotifications,
} from './casework/notify/start-notifications.ts'
import { addHomeRoute } from './home/route.ts'
import { addMissedRoutes } from './publishing/missed/routes.ts'
import { addPreviewRoute } from './publishing/preview/route.ts'
import { servePreviews } from './publishing/preview/serve.ts'
import { guardCaseNumbers } from './privacy/case-numbers.ts'
import { addCaseChoiceRoute } from './privacy/route.ts'
import { startPublishing } from './publishing/queue/start-publishing.ts'
import { seed } from './publishing/snapshot/seed.ts'
import { guardRecords, withholdRecordActions } from './strapi/records/guard.ts'
import { guardAccounts } from './accounts/guard-accounts.ts'
import { guardFileReferences } from './publishing/references/files.ts'
import { guardReferences } from './publishing/references/guard.ts'
import { keepNames } from './publishing/references/rename.ts'
import { fillActive, offerActive } from './publishing/references/retired.ts'
import { addReferenceRoute } from './publishing/references/route.ts'
import { addReleaseRoutes } from './publishing/releases/routes.ts'
import { openVault } from './casework/vault/open-vault.ts'
import { fillDays } from './writing/fill-days.ts'
import { fillTimes, registerTimes } from './writing/fill-times.ts'
import { addWritingRoutes } from './publishing/import/routes.ts'
import { addSlugs } from './publishing/slugs/route.ts'
import { fillSlugs } from './publishing/slugs/slugs.ts'
import { admitStaged, startSweeping } from './publishing/import/staged-pictures.ts'

let stop: (() => Promise<void>)[] = []

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    const hosts = knownHosts(environment.cmsPort, environment.cmsUrl)
    refuseForeignHosts(strapi, hosts)
    refuseForeignPages(strapi, ownOrigins(hosts, environment.cmsUrl))
    forbidStoring(strapi)
    answerInChinese(strapi)
    withholdRecordActions(strapi)
    withholdActions(strapi)
    nameTypes(strapi)
    withholdPageActions(strapi)
    refuseCounts(strapi)
    refuseRelations(strapi)
    answerStale(strapi)
    registerChoice(strapi)
    registerCaseNumber(strapi)
    registerMarkdown(strapi)
    addWritingRoutes(strapi)
    addSlugs(strapi)
    registerTimes(strapi)
    registerCasePart(strapi)
    addStepRoutes(strapi)
    addAccusedRoute(strapi)
    addAttachmentRoute(strapi)
    addExportRoute(strapi)
    addDueRoute(strapi)
    addCodeRoute(strapi)
    addImportRoute(strapi)
    addEditionRoutes(strapi)
    guardUploads(strapi)
    guardFileReferences(strapi)
    guardFiles(strapi)
    guardAccounts(strapi)
    addReferenceRoute(strapi)
    offerActive(strapi)
    addReleaseRoutes(strapi)
    addHomeRoute(strapi)
    addMissedRoutes(strapi)
    addPreviewRoute(strapi)
    addCaseChoiceRoute(strapi)
    servePreviews(strapi)
    addNotifications(strapi)
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    // Whoever started us and held the channel is gone, killed perhaps: do not stay behind alone.
    process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
    guardRecords(strapi)
    await openVault(strapi, layout.deskKey)
    await registerPermissions(strapi)
    await ensureRoles(strapi)
    await removeTokens(strapi)
    await ensureLabels(strapi)
    await withholdPrivate(strapi)
    fillFilms(strapi)
    fillSlugs(strapi)
    fillTimes(strapi)
    fillDays(strapi)
    await seed(strapi, environment.contentDir, (done, total) => {
      if (done % 50 === 0 || done === total) strapi.log.info(`写入初始内容 ${done}/${total}`)
    })
    await ensurePages(strapi)
    // After the seed: the first unit account belongs to a unit.
    await createFirstAccounts(strapi, layout.firstLogin)
    guardPages(strapi)
    recordCaseViews(strapi)
    understandNumbers(strapi)
    await fillActive(strapi)
    raiseWall(strapi)
    guardCaseNumbers(strapi)
    admitStaged(strapi)
    startSweeping(strapi)
    await watchNames(strapi)
    await guardEditions(strapi)
    guardReferences(strapi)
    keepNames(strapi)
    refuseStaleSaves(strapi)
    stop = [
      startPublishing(strapi),
      startSchedule(strapi),
      startNotifications(strapi),
      startCourier(strapi, openWays()),
    ]
  },

  async destroy() {
    await Promise.all(stop.map((end) => end()))
  },
}
