import type { DeadLink } from '@portal/content/schema/dead-link'
import type { Core } from '@strapi/strapi'
import { listAllEditions } from '../editions/store.ts'
import { allowedSteps, type Actor, type State, type Workflow } from '../editions/transition.ts'
import { stateWords } from '../editions/words.ts'
import { layout } from '../environment.ts'
import { hasDrafts, publications } from '../publishing/publications.ts'
import { lastRequest, type GoingLive } from '../releases/going-live.ts'
import { deadLinks, isGoneBack, keptReleases } from '../releases/kept.ts'
import { inspect, type Column, type Finding } from './inspection.ts'

/** An entry on its way, as the home page lists it. Instants are ISO 8601, UTC. */
export type Item = {
  uid: string
  documentId: string
  title: string
  type: string
  word: string
  at: string
}

/** What a member of staff sees first. */
export type Home = {
  waiting: Item[]
  scheduled: Item[]
  live: { at: string | null; goneBack: boolean; last: GoingLive | null }
  findings: Finding[]
  dead: { count: number; some: DeadLink[] }
}

type Row = Workflow & { uid: `api::${string}.${string}`; entry: string; updatedAt: string }

const mine: Partial<Record<State, (row: Row, actor: Actor) => boolean>> = {
  submitted: (row, actor) => allowedSteps(row, actor).includes('approve'),
  approved: (_, { rights }) => rights.publish,
  returned: ({ editors }, { id }) => editors.includes(id),
  draft: ({ editors }, { id }) => editors.includes(id),
}

async function itemOf(strapi: Core.Strapi, row: Row, at: string): Promise<Item[]> {
  const { uid, entry: documentId, state } = row
  const found = (await strapi.documents(uid).findOne({ documentId })) as { title?: unknown } | null
  if (!found) return []
  const type = strapi.contentTypes[uid as keyof typeof strapi.contentTypes]?.info.displayName ?? ''
  return [{ uid, documentId, title: String(found.title), type, word: stateWords[state], at }]
}

async function columns(strapi: Core.Strapi): Promise<Column[]> {
  const live = (await listAllEditions(strapi)).filter(({ fate }) => fate === 'live')
  return publications.filter(hasDrafts).map(({ uid, kind }) => {
    const own = live.filter(({ key }) => key.startsWith(`${uid} `))
    const name = strapi.contentTypes[uid as keyof typeof strapi.contentTypes]?.info.displayName
    const last =
      own
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? null
    return { kind, name: name ?? kind, entries: own.length, last }
  })
}

/** Puts together what waits for this person, what is scheduled, what is live and what an inspector would find. */
export async function readHome(strapi: Core.Strapi, actor: Actor, now: Date): Promise<Home> {
  const rows = (await strapi.db.query('api::workflow.workflow').findMany({
    where: { state: { $in: ['draft', 'returned', 'submitted', 'approved', 'scheduled'] } },
    orderBy: { updatedAt: 'asc' },
    limit: 500,
  })) as Row[]
  const isMine = (row: Row) => mine[row.state]?.(row, actor) ?? false
  const items = (chosen: Row[], at: (row: Row) => string | null) =>
    Promise.all(chosen.map((row) => itemOf(strapi, row, new Date(at(row) ?? 0).toISOString())))
  const waiting = await items(rows.filter(isMine).slice(0, 30), ({ updatedAt }) => updatedAt)
  const planned = rows.filter(({ state }) => state === 'scheduled')
  const scheduled = await items(planned, ({ publishAt }) => publishAt)
  const releases = await keptReleases(layout.releases)
  const dead = await deadLinks(layout.releases)
  return {
    waiting: waiting.flat(),
    scheduled: scheduled.flat().sort((a, b) => a.at.localeCompare(b.at)),
    live: {
      at: releases.find(({ current }) => current)?.at ?? null,
      goneBack: isGoneBack(releases),
      last: (await lastRequest(strapi)) ?? null,
    },
    findings: inspect(await columns(strapi), now),
    dead: { count: dead.length, some: dead.slice(0, 20) },
  }
}
