import type { DeadLink } from '@portal/content/schema/release/dead-link'
import type { Core } from '@strapi/strapi'
import { allowedSteps } from '../publishing/workflow/step-rules.ts'
import type { WorkflowState } from '../contracts/publications/editions.ts'
import { stateWords } from '../publishing/workflow/state-labels.ts'
import { layout } from '../environment.ts'
import { explainDeadLink } from '../publishing/snapshot/explain-faults.ts'
import { heldBack } from '../publishing/snapshot/hold-back.ts'
import { hasDrafts, publications } from '../publishing/transcribe/publications.ts'
import { lastRequest } from '../publishing/releases/requests.ts'
import { deadLinks, isGoneBack, keptReleases } from '../publishing/releases/kept-releases.ts'
import { inspect, type Column } from './inspection.ts'
import type { HomeItem, Home } from '../contracts/home.ts'
import { newReports } from './reports.ts'
import { documentsOf } from '../strapi/documents.ts'
import { modelOf, typeName } from '../strapi/models.ts'
import { listUnderWay, type WorkflowRow } from '../publishing/workflow/workflow-store.ts'
import type { Actor } from '../publishing/workflow/workflow.ts'

const mine: Partial<Record<WorkflowState, (row: WorkflowRow, actor: Actor) => boolean>> = {
  submitted: (row, actor) => allowedSteps(row, actor).includes('approve'),
  approved: (_, { rights }) => rights.publish,
  returned: ({ editors }, { id }) => editors.includes(id),
  draft: ({ editors }, { id }) => editors.includes(id),
}

async function itemOf(strapi: Core.Strapi, row: WorkflowRow, at: string): Promise<HomeItem[]> {
  const { uid, entry: documentId, state } = row
  const found = await documentsOf(strapi, uid).findOne({ documentId })
  if (!found) return []
  const type = typeName(strapi, uid)
  return [{ uid, documentId, title: String(found.title), type, word: stateWords[state], at }]
}

/** When each column was last added to, by the date that its readers see; what bears no date has none. */
async function columns(strapi: Core.Strapi, now: Date): Promise<Column[]> {
  return Promise.all(
    publications.filter(hasDrafts).map(async ({ uid, kind }) => {
      const type = modelOf(strapi, uid)
      const isDated = 'publicationTime' in (type?.attributes ?? {})
      const rows = await strapi.db.query(uid).findMany({
        where: { publishedAt: { $notNull: true } },
        select: isDated ? ['publicationTime', 'publishedAt'] : ['publishedAt'],
      })
      const dates = rows
        .map((row) => new Date((row.publicationTime ?? row.publishedAt) as string))
        .filter((date) => isDated && date.getTime() <= now.getTime())
      const last = dates.length > 0 ? new Date(Math.max(...dates.map(Number))) : null
      const name = type?.info.displayName ?? kind
      return { kind, name, entries: rows.length, last: last?.toISOString() ?? null }
    }),
  )
}

/** Puts together what waits for this person, what is scheduled, what is live and what an inspector would find. */
export async function readHome(strapi: Core.Strapi, actor: Actor, now: Date): Promise<Home> {
  const rows = await listUnderWay(strapi)
  const isMine = (row: WorkflowRow) => mine[row.state]?.(row, actor) ?? false
  const items = (chosen: WorkflowRow[], at: (row: WorkflowRow) => string | null) =>
    Promise.all(chosen.map((row) => itemOf(strapi, row, new Date(at(row) ?? 0).toISOString())))
  const waiting = await items(rows.filter(isMine).slice(0, 30), ({ updatedAt }) => updatedAt)
  const planned = rows.filter(({ publishAt, resumeAt }) => publishAt ?? resumeAt)
  const scheduled = await items(planned, ({ publishAt, resumeAt }) => publishAt ?? resumeAt)
  const releases = await keptReleases(layout.releases)
  const dead = await deadLinks(layout.releases)
  const explain = (link: DeadLink) => explainDeadLink(strapi, link)
  return {
    waiting: waiting.flat(),
    scheduled: scheduled.flat().sort((a, b) => a.at.localeCompare(b.at)),
    live: {
      at: releases.find(({ current }) => current)?.at ?? null,
      goneBack: isGoneBack(releases),
      last: (await lastRequest(strapi)) ?? null,
      held: await heldBack(layout.snapshot),
    },
    reports: await newReports(strapi),
    findings: inspect(await columns(strapi, now), now),
    dead: { count: dead.length, some: await Promise.all(dead.slice(0, 20).map(explain)) },
  }
}
