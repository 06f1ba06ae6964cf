import { categories } from '@portal/content/schema/petition/category'
import { caseStates } from '@portal/content/schema/petition/state'
import { shanghaiDay } from '@portal/content/calendar/day'
import type { Core } from '@strapi/strapi'
import {
  queuePageSize,
  type QueueAnswer,
  type QueueChoices,
  type QueueProgress,
} from '../../../contracts/cases/queue.ts'
import { contentType } from '../../../contracts/content-types.ts'
import { casePermissions } from '../../../contracts/permissions.ts'
import type { DeskContext } from '../../../strapi/desk-routes.ts'
import { tableOf } from '../../../strapi/tables.ts'
import { listOfficials } from '../../officials/officials.ts'
import { askQueue } from '../../queue/ask-queue.ts'
import { describeQuestion } from '../../queue/describe-question.ts'
import { readQuestion } from '../../queue/question.ts'
import { queueOf, readingFor } from '../../queue/queue.ts'
import { rowOf, type Telling } from '../../queue/row-words.ts'
import { tabsOf } from '../../queue/tab-bits.ts'
import { listUnits, namesOf } from '../../record/units.ts'
import { everyCase, recordView } from '../../record/view-log.ts'
import { readWorkdays } from '../../record/workdays.ts'
import type { Party } from '../../rules/wall.ts'
import { comparable } from '../../rules/comparable.ts'
import { addListRoute } from '../case-route.ts'

/**
 * `POST /desk/cases/queue`: a page of the queue; that it was asked is recorded. What is looked for stands in no
 * address: addresses are kept by proxies and browsers.
 */
async function showQueue(
  strapi: Core.Strapi,
  context: DeskContext,
  party: Party,
  table: Telling['table'],
): Promise<unknown> {
  const question = readQuestion(context.request.body ?? {}, party)
  if ('refused' in question) return context.badRequest(question.refused)
  const queue = queueOf(strapi)
  const units = await listUnits(strapi)
  await queue.settled()
  const today = shanghaiDay(new Date())
  const named = units.map(({ documentId, name }) => ({ id: documentId, folded: comparable(name) }))
  const asking = { today, reader: context.state.user.id }
  const { counts, rows } = askQueue(queue.index.database, party, question, named, asking)
  const found = counts.get(question.tab) ?? 0
  const asked = describeQuestion(question, party)
  const act = question.q.trim() === '' ? 'list' : 'search'
  await recordView(strapi, context.state.user, everyCase, act, { asked, found: rows.length })
  const officials = new Map((await listOfficials(strapi)).map(({ id, office }) => [id, office]))
  const telling = { party, names: namesOf(units), officials, today, table }
  const tabs = tabsOf(party).map(([tab, name]) => ({ tab, name, count: counts.get(tab) ?? 0 }))
  const answer: QueueAnswer = {
    // Most offices have no second reader.
    tabs: tabs.filter(({ tab, count }) => tab !== 'proposed' || count > 0 || tab === question.tab),
    tab: question.tab,
    found,
    page: question.page,
    pages: Math.max(1, Math.ceil(found / queuePageSize)),
    rows: rows.map((row) => rowOf(row, telling)),
    reading: readingFor(queue, party),
  }
  context.body = answer
  return answer
}

/** `GET /desk/cases/choices`: what the queue can be narrowed to, from the tables of the desk. */
async function showChoices(
  strapi: Core.Strapi,
  context: DeskContext,
  party: Party,
): Promise<unknown> {
  const topics = await tableOf(strapi, contentType.topic).findMany({
    select: ['name'],
    orderBy: { order: 'asc' },
  })
  type Place = { id: number; name: string; parent: { id: number } | null }
  const places: Place[] = await strapi.db.query(contentType.region).findMany({
    where: { tier: { $ne: '网格' } },
    select: ['id', 'name'],
    populate: { parent: { select: ['id'] } },
    orderBy: { order: 'asc' },
  })
  const byId = new Map(places.map((place) => [place.id, place]))
  const nameOf = ({ name, parent }: Place): string => {
    const above = parent ? byId.get(parent.id) : undefined
    return above ? `${nameOf(above)} ${name}` : name
  }
  const choices: QueueChoices = {
    categories: Object.values(categories).map(({ name }) => name),
    topics: topics.map(({ name }) => String(name)),
    regions: places.map(nameOf).sort((a, b) => a.localeCompare(b, 'zh-CN')),
    states: Object.values(caseStates),
    units:
      party.kind === 'bureau'
        ? (await listUnits(strapi)).map(({ documentId, name }) => ({ id: documentId, name }))
        : [],
    officials:
      party.kind === 'bureau'
        ? (await listOfficials(strapi)).map(({ id, office }) => ({ id, name: office }))
        : [],
  }
  context.body = choices
  return choices
}

/** Adds the routes of the queue. */
export function addQueueRoutes(strapi: Core.Strapi): void {
  const table = readWorkdays()
  addListRoute(strapi, {
    method: 'POST',
    path: '/queue',
    permission: casePermissions.handle,
    handler: (context, party) => showQueue(strapi, context, party, table),
  })
  addListRoute(strapi, {
    method: 'GET',
    path: '/choices',
    permission: casePermissions.handle,
    handler: (context, party) => showChoices(strapi, context, party),
  })
  addListRoute(strapi, {
    method: 'GET',
    path: '/reading',
    permission: casePermissions.handle,
    handler: async (context, party) => {
      const progress: QueueProgress = { reading: readingFor(queueOf(strapi), party) }
      context.body = progress
    },
  })
}
