import type { Core } from '@strapi/strapi'
import { ensureFirstEditions } from './workflow/first-editions.ts'
import { guardDrafts } from './workflow/guard-drafts.ts'
import { addEditionRoutes } from './workflow/routes.ts'
import { answerStale, refuseStaleSaves } from './workflow/stale-saves.ts'
import { guardPages, withholdPageActions } from './fixed-pages/fixed-pages.ts'
import { addNoticeRoutes } from './from-case/routes.ts'
import { addImportRoute } from './import/regulation-route.ts'
import { addWritingRoutes } from './import/routes.ts'
import { adoptStaged, startSweeping } from './import/staged-pictures.ts'
import { addMissedRoutes } from './missed-queries/routes.ts'
import { addPreviewRoute } from './preview/route.ts'
import { servePreviews } from './preview/serve.ts'
import { guardFiles } from './references/guard-file-exchange.ts'
import { guardFileReferences } from './references/guard-file-deletion.ts'
import { guardReferences } from './references/guard-deletion.ts'
import { keepNames } from './references/follow-renames.ts'
import { fillActive, offerActive } from './references/retired.ts'
import { addReferenceRoute } from './references/route.ts'
import { addReleaseRoutes } from './releases/routes.ts'
import { addSlugRoute } from './slugs/route.ts'

/** Adds the routes of publishing, and what Strapi’s own pages may no longer do. */
export function registerPublishing(strapi: Core.Strapi): void {
  withholdPageActions(strapi)
  answerStale(strapi)
  addImportRoute(strapi)
  addWritingRoutes(strapi)
  addSlugRoute(strapi)
  addEditionRoutes(strapi)
  addNoticeRoutes(strapi)
  guardFileReferences(strapi)
  guardFiles(strapi)
  addReferenceRoute(strapi)
  offerActive(strapi)
  addReleaseRoutes(strapi)
  addMissedRoutes(strapi)
  addPreviewRoute(strapi)
  servePreviews(strapi)
}

/** Sees that nothing goes live, or goes, past the rules of publishing. Stale saves come last: others may still change what is saved. */
export async function guardPublishing(strapi: Core.Strapi): Promise<void> {
  guardPages(strapi)
  await fillActive(strapi)
  adoptStaged(strapi)
  startSweeping(strapi)
  // Before publishing starts, so that what the workflow refuses is refused first.
  await ensureFirstEditions(strapi)
  guardDrafts(strapi)
  guardReferences(strapi)
  keepNames(strapi)
  refuseStaleSaves(strapi)
}
