import type { Core } from '@strapi/strapi'
import { writeRecords } from '../../strapi/records/writing.ts'
import { untouched, type Workflow } from './transition.ts'
import type { State } from '../../contracts/editions.ts'
import { contentType, type WorkflowType } from '../../contracts/content-types.ts'

/** An entry of the CMS: its content type and its document. */
export type EntryKey = { uid: WorkflowType; documentId: string }

/** A hit of the privacy check that a second person let pass, and why. */
export type Override = { digest: string; by: number; who: string; reason: string; at: string }

/**
 * A file whose words no program can read, or a doubtful place of the text (then `name` is its field and kind), and who
 * has looked at it and found nothing personal.
 */
export type Looked = { digest: string; name: string; by: number; who: string; at: string }

/** An entry's workflow as it is stored. `digest` is that of the draft when it was last seen. */
export type WorkflowRow = Workflow & {
  id: number
  key: string
  uid: EntryKey['uid']
  entry: string
  digest: string | null
  overrides: Override[]
  looked: Looked[]
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

/** The key under which an entry's workflow, steps and editions are kept. */
export function keyOf({ uid, documentId }: EntryKey): string {
  return `${uid} ${documentId}`
}

function fromRow(row: Record<string, unknown>): WorkflowRow {
  const instant = (value: unknown) => (value ? new Date(value as string).toISOString() : null)
  return {
    ...(row as WorkflowRow),
    state: row.state as State,
    publishAt: instant(row.publishAt),
    resumeAt: instant(row.resumeAt),
    withdrawAt: instant(row.withdrawAt),
    editors: (row.editors ?? []) as number[],
    overrides: (row.overrides ?? []) as Override[],
    looked: (row.looked ?? []) as Looked[],
  }
}

/** The workflow of an entry, if it has one. */
export async function findWorkflow(
  strapi: Core.Strapi,
  key: EntryKey,
): Promise<WorkflowRow | undefined> {
  const row = await strapi.db.query(workflows).findOne({ where: { key: keyOf(key) } })
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
  const found = await strapi.db.query(workflows).findOne({ where, select: ['id'] })
  if (!found) {
    await writeRecords(() => strapi.db.query(workflows).create({ data: data }))
  }
  await strapi.db.queryBuilder(workflows).select(['id']).where(where).forUpdate().execute()
  const row = await strapi.db.query(workflows).findOne({ where })
  return fromRow(row as Record<string, unknown>)
}

/** Writes what a step changed. */
export async function saveWorkflow(
  strapi: Core.Strapi,
  id: number,
  changes: Partial<Omit<WorkflowRow, 'id' | 'key' | 'uid' | 'entry'>>,
): Promise<void> {
  await writeRecords(() => strapi.db.query(workflows).update({ where: { id }, data: changes }))
}

/** Adds a step to the record of an entry. */
export async function addStep(strapi: Core.Strapi, key: EntryKey, step: StepRow): Promise<void> {
  await writeRecords(() => strapi.db.query(steps).create({ data: { key: keyOf(key), ...step } }))
}

/** The record of an entry, oldest first. */
export async function listSteps(strapi: Core.Strapi, key: EntryKey): Promise<StepRow[]> {
  const rows = await strapi.db
    .query(steps)
    .findMany({ where: { key: keyOf(key) }, orderBy: { id: 'asc' } })
  return rows.map(({ at, who, whoId, kind, reason, edition }) => ({
    at: new Date(at as string).toISOString(),
    who,
    whoId,
    kind,
    reason,
    edition,
  }))
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
  const rows = await strapi.db.query(workflows).findMany({ where, orderBy: { id: 'asc' } })
  return rows.map(({ uid, entry }) => ({ uid, documentId: entry }))
}
