import type { Core } from '@strapi/strapi'
import { writeRecords } from '../../strapi/records/write-records.ts'
import { untouched, type Workflow } from './workflow.ts'
import type { WorkflowState } from '../../contracts/publications/editions.ts'
import { contentType, isWorkflowType, type WorkflowType } from '../../contracts/content-types.ts'
import { tableOf, type TableRow } from '../../strapi/tables.ts'
import type { Looked } from '../editions/edition-store.ts'
import { keyOf, type EntryKey } from '../editions/entry.ts'

/** A hit of the privacy check that a second person let pass, and why. */
export type Override = { digest: string; by: number; who: string; reason: string; at: string }

/** An entry's workflow as it is stored. `digest` is that of the draft when it was last seen. */
export type WorkflowRow = Workflow & {
  id: number
  key: string
  uid: EntryKey['uid']
  entry: string
  digest: string | null
  overrides: Override[]
  looked: Looked[]
  updatedAt: string
}

/** What happened to an entry; rows are only ever added. `whoId` is null for programs. */
export type StepRow = {
  at: string
  who: string
  whoId: number | null
  kind: string
  reason: string | null
  edition: number | null
}

const workflows = contentType.workflow
const steps = contentType.workflowStep

function fromRow(row: TableRow<typeof workflows>): WorkflowRow {
  const instant = (value: string | Date | null) => (value ? new Date(value).toISOString() : null)
  return {
    ...row,
    uid: row.uid as WorkflowType,
    publishAt: instant(row.publishAt),
    resumeAt: instant(row.resumeAt),
    withdrawAt: instant(row.withdrawAt),
    editors: (row.editors ?? []) as number[],
    overrides: (row.overrides ?? []) as Override[],
    looked: (row.looked ?? []) as Looked[],
    updatedAt: instant(row.updatedAt) ?? '',
  }
}

/** The workflow of an entry, if it has one. */
export async function findWorkflow(
  strapi: Core.Strapi,
  key: EntryKey,
): Promise<WorkflowRow | undefined> {
  const row = await tableOf(strapi, workflows).findOne({ where: { key: keyOf(key) } })
  return row ? fromRow(row) : undefined
}

/**
 * The workflow of an entry, made where there is none, and held until the transaction ends: two
 * people who press at the same moment take their steps one after the other.
 */
export async function holdWorkflow(strapi: Core.Strapi, key: EntryKey): Promise<WorkflowRow> {
  const where = { key: keyOf(key) }
  const data = {
    ...where,
    ...untouched,
    uid: key.uid,
    entry: key.documentId,
    digest: null,
    overrides: [],
    looked: [],
  }
  const found = await tableOf(strapi, workflows).findOne({ where, select: ['id'] })
  if (!found) {
    await writeRecords(() => tableOf(strapi, workflows).create({ data }))
  }
  await strapi.db.queryBuilder(workflows).select(['id']).where(where).forUpdate().execute()
  const row = await tableOf(strapi, workflows).findOne({ where })
  if (!row) throw new Error(`the workflow of ${where.key} is gone`)
  return fromRow(row)
}

/** Writes what a step changed. */
export async function saveWorkflow(
  strapi: Core.Strapi,
  id: number,
  changes: Partial<Omit<WorkflowRow, 'id' | 'key' | 'uid' | 'entry' | 'updatedAt'>>,
): Promise<void> {
  await writeRecords(() => tableOf(strapi, workflows).update({ where: { id }, data: changes }))
}

/** Adds a step to the record of an entry. */
export async function addStep(strapi: Core.Strapi, key: EntryKey, step: StepRow): Promise<void> {
  await writeRecords(() => tableOf(strapi, steps).create({ data: { key: keyOf(key), ...step } }))
}

/** The record of an entry, oldest first. */
export async function listSteps(strapi: Core.Strapi, key: EntryKey): Promise<StepRow[]> {
  const rows = await tableOf(strapi, steps).findMany({
    where: { key: keyOf(key) },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ at, who, whoId, kind, reason, edition }) => ({
    at: new Date(at).toISOString(),
    who,
    whoId,
    kind,
    reason,
    edition,
  }))
}

/** The workflows of drafts that are under way, those that nobody touched for longest first; 500 at most. */
export async function listUnderWay(strapi: Core.Strapi): Promise<WorkflowRow[]> {
  const states: WorkflowState[] = ['draft', 'returned', 'submitted', 'approved', 'scheduled']
  const rows = await tableOf(strapi, workflows).findMany({
    where: { state: { $in: states } },
    orderBy: { updatedAt: 'asc' },
    limit: 500,
  })
  return rows.map(fromRow)
}

/** The workflows with something to do at `now`. */
export async function listDue(strapi: Core.Strapi, now: Date): Promise<EntryKey[]> {
  const at = now.toISOString()
  const where = {
    $or: [
      { state: 'scheduled', publishAt: { $lte: at } },
      { resumeAt: { $lte: at } },
      { live: { $notNull: true }, withdrawAt: { $lte: at } },
    ],
  }
  const rows = await tableOf(strapi, workflows).findMany({ where, orderBy: { id: 'asc' } })
  return rows.flatMap(({ uid, entry }) => (isWorkflowType(uid) ? [{ uid, documentId: entry }] : []))
}
