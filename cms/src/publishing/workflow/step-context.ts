import type { Core } from '@strapi/strapi'
import { digestOf } from '../editions/content.ts'
import { readContent, type EntryKey } from '../editions/entry.ts'
import { addStep, saveWorkflow, type StepRow, type WorkflowRow } from './workflow-store.ts'
import { addEdition, endLive } from '../editions/edition-store.ts'
import { edited, type Actor, type Workflow } from './transition.ts'
import { documentsOf } from '../../strapi/documents.ts'

/** Who takes a step, with the name that the record shows. */
export type Person = Actor & { name: string }

/** A step under way: the workflow is held by the caller's transaction. */
export type Work = {
  strapi: Core.Strapi
  key: EntryKey
  row: WorkflowRow
  person: Person
  now: Date
}

/** Adds to the record what this person did. */
export async function note(
  { strapi, key, person, now }: Work,
  step: Partial<StepRow> & { kind: string },
) {
  const { name: who, id: whoId } = person
  const at = now.toISOString()
  await addStep(strapi, key, { at, who, whoId, reason: null, edition: null, ...step })
}

/** The digest of the draft as it is now. */
export async function draftDigest({ strapi, key }: Work): Promise<string> {
  return digestOf((await readContent(strapi, key, 'draft')) ?? {})
}

/** Publishes the draft: Strapi's publication, the edition and the workflow, in the caller's transaction. */
export async function publishDraft(work: Work, next: Workflow, reason: string | null) {
  const { strapi, key, row, person, now } = work
  await documentsOf(strapi, key.uid).publish({ documentId: key.documentId })
  // The draft, which says the same: of what was published Strapi has dropped links to drafts.
  const content = await readContent(strapi, key, 'draft')
  if (!content) throw new Error(`${key.uid} was published and is not there`)
  const { looked } = row
  const live = await addEdition(strapi, key, { content, by: person.name, at: now, looked })
  const digest = await draftDigest(work)
  await saveWorkflow(strapi, row.id, { ...next, live, digest })
  await note(work, { kind: 'publish', edition: live, reason })
}

/** Takes the live edition away, in the caller's transaction. `told` is for the public. */
export async function unpublishLive(work: Work, next: Workflow, reason: string, told: string) {
  const { strapi, key, row, now } = work
  await documentsOf(strapi, key.uid).unpublish({ documentId: key.documentId })
  await endLive(strapi, key, { fate: 'withdrawn', at: now, note: told })
  await saveWorkflow(strapi, row.id, next)
  await note(work, { kind: 'withdraw', reason, edition: row.live })
}

/** Voids an approval whose text has changed since, by a way that passes no guard (a picture, for one). */
export async function voidChanged(work: Work, digest: string): Promise<void> {
  await saveWorkflow(work.strapi, work.row.id, { ...edited(work.row, null), digest })
  const system = { ...work, person: { ...work.person, name: '系统', id: 0 } }
  await note(system, { kind: 'edit', whoId: null, reason: '提交以后内容或图片有改动' })
}
