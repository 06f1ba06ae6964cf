import type { Core } from '@strapi/strapi'
import { createFirstAccounts } from './desk/accounts.ts'
import { addCaseRoutes } from './desk/case-steps.ts'
import { recordCaseViews } from './desk/case-views.ts'
import { registerChoice } from './desk/choice.ts'
import { addCodeRoute } from './desk/code-route.ts'
import { addImportRoute } from './desk/import-route.ts'
import { ensureLabels } from './desk/labels.ts'
import { ensureRoles, registerPermissions } from './desk/roles.ts'
import { environment, layout } from './environment.ts'
import { startCourier } from './mailbox/courier.ts'
import { addTelling, startTelling } from './notify/telling.ts'
import { startPublishing } from './publishing/publishing.ts'
import { seed } from './publishing/seed.ts'

let stop: (() => Promise<void>)[] = []

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    registerChoice(strapi)
    addCaseRoutes(strapi)
    addCodeRoute(strapi)
    addImportRoute(strapi)
    addTelling(strapi)
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    // Whoever started us and held the channel is gone, killed perhaps: do not stay behind alone.
    process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
    await registerPermissions(strapi)
    await ensureRoles(strapi)
    await ensureLabels(strapi)
    await createFirstAccounts(strapi, layout.firstLogin)
    await seed(strapi, environment.contentDir, (done, total) => {
      if (done % 50 === 0 || done === total) strapi.log.info(`写入初始内容 ${done}/${total}`)
    })
    recordCaseViews(strapi)
    stop = [startPublishing(strapi), startTelling(strapi), startCourier(strapi)]
  },

  async destroy() {
    await Promise.all(stop.map((end) => end()))
  },
}
