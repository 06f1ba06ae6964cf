import type { Core } from '@strapi/strapi'
import { answerInChinese } from './answers/translate.ts'
import { addAccusedRoute } from './desk/accused-route.ts'
import { createFirstAccounts } from './desk/accounts.ts'
import { addAttachmentRoute } from './desk/attachment-route.ts'
import { registerCaseNumber } from './desk/case-number.ts'
import { registerCasePart } from './desk/case-part.ts'
import { addStepRoutes } from './desk/case-steps.ts'
import { recordCaseViews } from './desk/case-views.ts'
import { registerChoice } from './desk/choice.ts'
import { addCodeRoute } from './desk/code-route.ts'
import { addDueRoute } from './desk/due-route.ts'
import { addExportRoute } from './desk/export-route.ts'
import { knownHosts, refuseForeignHosts } from './desk/host.ts'
import { ownOrigins, refuseForeignPages } from './desk/origin.ts'
import { ensurePages, guardPages, withholdPageActions } from './desk/fixed-pages.ts'
import { addImportRoute } from './desk/import-route.ts'
import { ensureLabels } from './desk/labels.ts'
import { registerMarkdown } from './desk/markdown.ts'
import { watchNames } from './desk/name-again.ts'
import { ensureRoles, registerPermissions } from './desk/roles.ts'
import { answerStale, refuseStaleSaves } from './desk/stale.ts'
import { nameTypes } from './desk/type-names.ts'
import { understandNumbers } from './desk/typed-number.ts'
import { raiseWall } from './desk/wall.ts'
import { removeTokens, withholdActions } from './desk/withhold.ts'
import { guardEditions } from './editions/editions.ts'
import { guardFiles } from './editions/files.ts'
import { addEditionRoutes } from './editions/routes.ts'
import { startSchedule } from './editions/schedule.ts'
import { environment, layout } from './environment.ts'
import { startCourier } from './mailbox/courier.ts'
import { fillFilms } from './media/fill.ts'
import { guardUploads } from './media/guard.ts'
import { addTelling, openWays, startTelling } from './notify/telling.ts'
import { addHomeRoute } from './home/route.ts'
import { addMissedRoutes } from './missed/routes.ts'
import { addPreviewRoute } from './preview/route.ts'
import { servePreviews } from './preview/serve.ts'
import { guardCaseNumbers } from './privacy/cases.ts'
import { addCaseChoiceRoute } from './privacy/route.ts'
import { startPublishing } from './publishing/publishing.ts'
import { seed } from './publishing/seed.ts'
import { guardRecords, withholdRecordActions } from './records/guard.ts'
import { guardAccounts } from './references/accounts.ts'
import { guardFileReferences } from './references/files.ts'
import { guardReferences } from './references/guard.ts'
import { keepNames } from './references/rename.ts'
import { fillActive, offerActive } from './references/retired.ts'
import { addReferenceRoute } from './references/route.ts'
import { addReleaseRoutes } from './releases/routes.ts'
import { openVault } from './vault/open-vault.ts'
import { fillTimes, registerTimes } from './writing/fill-times.ts'
import { addWritingRoutes } from './writing/routes.ts'
import { addSlugs } from './writing/slug-route.ts'
import { fillSlugs } from './writing/slugs.ts'
import { admitStaged, startSweeping } from './writing/word/staged.ts'

let stop: (() => Promise<void>)[] = []

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    const hosts = knownHosts(environment.cmsPort, environment.cmsUrl)
    refuseForeignHosts(strapi, hosts)
    refuseForeignPages(strapi, ownOrigins(hosts, environment.cmsUrl))
    answerInChinese(strapi)
    withholdRecordActions(strapi)
    withholdActions(strapi)
    nameTypes(strapi)
    withholdPageActions(strapi)
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
    addTelling(strapi)
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
    fillFilms(strapi)
    fillSlugs(strapi)
    fillTimes(strapi)
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
      startTelling(strapi),
      startCourier(strapi, openWays()),
    ]
  },

  async destroy() {
    await Promise.all(stop.map((end) => end()))
  },
}
