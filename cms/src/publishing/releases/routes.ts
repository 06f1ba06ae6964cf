import type { Core } from '@strapi/strapi'
import { z } from 'zod'
import { isWorkflowType } from '../../contracts/content-types.ts'
import { nameOf } from '../../strapi/staff.ts'
import { editionPermissions } from '../../contracts/permissions.ts'
import { listEditions } from '../editions/edition-store.ts'
import { environment, layout } from '../../environment.ts'
import { goBack } from './go-back.ts'
import { askAgain, publicationProgress, releaseAsked } from './requests.ts'
import { isGoneBack, keptReleases } from './kept-releases.ts'
import {
  addDeskRoutes,
  type DeskContext,
  type DeskRoute,
  readPermission,
} from '../../strapi/desk-routes.ts'
import type { EntryOnline, KeptReleases } from '../../contracts/publications/releases.ts'

type Handler = (strapi: Core.Strapi, context: DeskContext) => Promise<unknown>

/** `GET /desk/releases/entries/:uid/:documentId`: how far the entry is on its way to citizens. */
async function showEntry(strapi: Core.Strapi, context: DeskContext) {
  const { uid, documentId } = context.params
  if (!isWorkflowType(uid)) return context.notFound('没有这类内容。')
  if (!context.state.userAbility.can(readPermission, uid)) {
    return context.forbidden('您的岗位不能查看这类内容。')
  }
  const key = { uid, documentId }
  const live = (await listEditions(strapi, key)).find(({ fate }) => fate === 'live')
  const address = live ? `${environment.siteUrl}${environment.basePath}${live.path}` : null
  const last = await publicationProgress(strapi, key)
  const shown = (await keptReleases(layout.releases)).find(({ current }) => current)
  // Names of releases are moments, and sort as such.
  const held =
    last?.going.state === 'live' && shown !== undefined && shown.name < (last.release ?? '')
  const answer: EntryOnline = { going: last?.going ?? null, address, held }
  context.body = answer
}

/** `GET /desk/releases`: the releases that can be gone back to. */
async function showReleases(_strapi: Core.Strapi, context: DeskContext) {
  const releases = await keptReleases(layout.releases)
  const answer: KeptReleases = { releases, goneBack: isGoneBack(releases) }
  context.body = answer
}

const wanted = z.object({ name: z.string().max(40), reason: z.string().trim().min(2).max(300) })

/** `POST /desk/releases/current`: shows citizens an earlier release. */
async function choose(strapi: Core.Strapi, context: DeskContext) {
  const asked = wanted.safeParse(context.request.body)
  if (!asked.success) return context.badRequest('请选择版本，并写明退回的原因，至少两个字。')
  const { name, reason } = asked.data
  const went = await goBack(strapi, name, { by: nameOf(context.state.user), reason })
  if (!went.ok) return context.conflict(went.reason)
  context.body = { ok: true }
}

/** `POST /desk/releases`: makes a release of everything as it is now. */
async function make(strapi: Core.Strapi, context: DeskContext) {
  await askAgain(strapi, 'again')
  await strapi.eventHub.emit(releaseAsked)
  context.body = { ok: true }
}

/** Adds the routes by which staff follow and choose releases. */
export function addReleaseRoutes(strapi: Core.Strapi): void {
  const route = (
    method: DeskRoute['method'],
    path: string,
    handle: Handler,
    permission?: string,
  ): DeskRoute => ({
    method,
    path,
    ...(permission ? { permission } : {}),
    handler: (context) => handle(strapi, context),
  })
  addDeskRoutes(strapi, '/desk/releases', [
    route('GET', '/entries/:uid/:documentId', showEntry),
    route('GET', '/', showReleases, editionPermissions.write),
    route('POST', '/', make, editionPermissions.publish),
    route('POST', '/current', choose, editionPermissions.publish),
  ])
}
