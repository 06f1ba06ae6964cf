import { existsSync } from 'node:fs'
import { shanghaiDay } from '@portal/content/calendar/day'
import type { Core } from '@strapi/strapi'
import { readWorkdays } from '../casework/record/workdays.ts'
import { countFaulty, lostFiles } from '../casework/queue/ask-queue.ts'
import { queueOf } from '../casework/queue/queue.ts'
import { sendsMails } from '../casework/remind/start-reminders.ts'
import { lastCheck } from '../casework/verify/nightly-check.ts'
import type { Watch } from '../contracts/watch.ts'
import { environment, layout } from '../environment.ts'
import { isGoneBack, keptReleases } from '../publishing/releases/kept-releases.ts'
import { lastRequest } from '../publishing/releases/requests.ts'
import { hasRecovery } from './has-recovery.ts'
import { missingYears } from './missing-years.ts'
import { contentType } from '../contracts/content-types.ts'
import { tableOf } from '../strapi/tables.ts'

/** Gathers what the administrator has to look at; of no case more than how many. */
export async function readWatch(strapi: Core.Strapi, now: Date): Promise<Watch> {
  const last = await lastRequest(strapi)
  const { faults: broken = [], heads = null } = (await lastCheck(strapi)) ?? {}
  return {
    portal: `${environment.siteUrl}${environment.basePath}/`,
    desk: `${environment.cmsUrl ?? `http://localhost:${environment.cmsPort}`}/admin/`,
    quarantined: await tableOf(strapi, contentType.quarantine).count({ where: {} }),
    unmailed: await tableOf(strapi, contentType.staffMail).count({ where: { state: 'failed' } }),
    sendsMails,
    faulty: countFaulty(queueOf(strapi).index.database),
    lostFiles: lostFiles(queueOf(strapi).index.database).length,
    untold: await tableOf(strapi, contentType.notification).count({ where: { state: 'failed' } }),
    records: {
      broken: broken.length,
      heads,
    },
    faults: last?.state === 'failed' ? last.faults : [],
    goneBack: isGoneBack(await keptReleases(layout.releases)),
    hasRecovery: await hasRecovery(),
    years: missingYears(readWorkdays(), shanghaiDay(now)),
    firstLogin: existsSync(layout.firstLogin) ? layout.firstLogin : null,
  }
}
