import type { Core } from '@strapi/strapi'
import { z } from 'zod'
import { editionPermissions } from '../../contracts/permissions.ts'
import { environment, layout } from '../../environment.ts'
import { ownMailbox } from '../../casework/mailbox/connect.ts'
import { addPhrasing } from './add-phrasing.ts'
import { addSynonym, synonymGroups } from './add-synonym.ts'
import { createDeadWords } from './absent-words.ts'
import { openQueries } from './open-queries.ts'
import { withPhrasing } from './phrasing.ts'
import { settle, settledQueries } from './settled-queries.ts'
import { findTargets, phrasedTypes } from './targets.ts'
import { addDeskRoutes, type DeskContext, type DeskRoute } from '../../strapi/desk-routes.ts'
import type { AddedPhrasing, MissedState } from '../../contracts/publications/missed-queries.ts'
import { documentsOf } from '../../strapi/documents.ts'
import { contentType } from '../../contracts/content-types.ts'

const query = z.string().trim().min(1).max(100)
const word = z.string().trim().min(1).max(100)
const documentId = z.string().min(1).max(60)

const askedSynonym = z.object({
  query,
  word,
  group: z.union([z.object({ documentId }), z.object({ other: word })]),
})
const askedPhrasing = z.object({
  query,
  phrasing: word,
  uid: z.enum([contentType.page, contentType.regulation, ...phrasedTypes]),
  documentId,
  article: z.object({ number: z.int().min(1), insertion: z.int().min(0) }).nullable(),
})
const askedQuery = z.object({ query })

const incomplete = '请求的内容不完整，请刷新页面后再试。'
const notYours = '您的角色不能改这一类内容，请找发布管理办理。'

const may = ({ state }: DeskContext, verb: string, uid: string) =>
  state.userAbility.can(`plugin::content-manager.explorer.${verb}`, uid)

/** What was sought and not found, as far as it waits for somebody; what the asker may do about it. */
async function show(
  strapi: Core.Strapi,
  context: DeskContext,
  findDead: (words: string[]) => Promise<string[]>,
) {
  const settings = await strapi.documents(contentType.settings).findFirst()
  const isOn = settings?.missedQueries ?? true
  const missed = isOn
    ? await ownMailbox()
        .missedQueries()
        .catch(() => null)
    : []
  const groups = may(context, 'read', contentType.synonym) ? await synonymGroups(strapi) : []
  const dead = await findDead(groups.flatMap(({ words }) => words))
  const answer: MissedState = {
    state: !isOn ? 'off' : missed ? 'on' : 'away',
    queries: openQueries(missed ?? [], await settledQueries(strapi)),
    groups,
    dead,
    may: {
      choose: may(context, 'update', contentType.synonym),
      begin: may(context, 'create', contentType.synonym),
      phrase: [contentType.page, contentType.regulation, ...phrasedTypes].some((uid) =>
        may(context, 'update', uid),
      ),
      guide: may(context, 'create', contentType.guide),
    },
  }
  context.body = answer
}

async function postSynonym(strapi: Core.Strapi, context: DeskContext) {
  const asked = askedSynonym.safeParse(context.request.body)
  if (!asked.success) return context.badRequest(incomplete)
  const { query, word, group } = asked.data
  const verb = 'documentId' in group ? 'update' : 'create'
  if (!may(context, verb, contentType.synonym)) return context.forbidden(notYours)
  const added = await addSynonym(strapi, word, group, context.state.user.id)
  if (!added.ok) return context.badRequest(added.reason)
  await settle(strapi, query, false)
  context.body = { words: added.words }
}

async function postPhrasing(strapi: Core.Strapi, context: DeskContext) {
  const asked = askedPhrasing.safeParse(context.request.body)
  if (!asked.success) return context.badRequest(incomplete)
  const { query, phrasing, ...place } = asked.data
  if (!may(context, 'update', place.uid)) return context.forbidden(notYours)
  const added = await addPhrasing(strapi, place, phrasing, context.state.user.id)
  if (!added.ok) return context.badRequest(added.reason)
  await settle(strapi, query, false)
  const answer: AddedPhrasing = { live: added.live, title: added.title }
  context.body = answer
}

/** A guide that has its question and nothing else yet. */
async function postGuide(strapi: Core.Strapi, context: DeskContext) {
  const asked = askedQuery.safeParse(context.request.body)
  if (!asked.success) return context.badRequest(incomplete)
  if (!may(context, 'create', contentType.guide)) return context.forbidden(notYours)
  const { query } = asked.data
  const { id } = context.state.user
  const phrasing = withPhrasing('', query)
  const data = {
    title: query,
    phrasings: phrasing.ok ? phrasing.text : '',
    ...{ createdBy: id, updatedBy: id },
  }
  const { documentId } = await documentsOf(strapi, contentType.guide).create({ data })
  await settle(strapi, query, false)
  context.body = { documentId }
}

/** Adds `/desk/missed`: what was sought and not found, what to do about it, and dead synonyms. */
export function addMissedRoutes(strapi: Core.Strapi): void {
  const findDead = createDeadWords(layout.snapshot, environment.contentDir)
  const route = (
    method: DeskRoute['method'],
    path: string,
    handler: DeskRoute['handler'],
  ): DeskRoute => ({ method, path, permission: editionPermissions.write, handler })
  addDeskRoutes(strapi, '/desk/missed', [
    route('GET', '/', (context) => show(strapi, context, findDead)),
    route('GET', '/pages', async (context) => {
      const words = z.string().trim().min(1).max(60).safeParse(context.query.q)
      if (!words.success) return context.badRequest('请写几个标题里的字。')
      const mayChange = (uid: string) => may(context, 'update', uid)
      context.body = { pages: await findTargets(strapi, words.data, mayChange) }
    }),
    route('GET', '/dead-words', async (context) => {
      const groups = await synonymGroups(strapi)
      context.body = { words: await findDead(groups.flatMap(({ words }) => words)) }
    }),
    route('POST', '/synonyms', (context) => postSynonym(strapi, context)),
    route('POST', '/phrasings', (context) => postPhrasing(strapi, context)),
    route('POST', '/guides', (context) => postGuide(strapi, context)),
    route('POST', '/settled', async (context) => {
      const asked = askedQuery.safeParse(context.request.body)
      if (!asked.success) return context.badRequest(incomplete)
      await settle(strapi, asked.data.query, true)
      context.body = {}
    }),
  ])
}
