import { documentsOf } from '../../strapi/documents.ts'
import { modelOf } from '../../strapi/models.ts'
import { addEdition, endLive } from '../editions/edition-store.ts'
import { readContent } from '../editions/entry.ts'
import { draftDigest, recordStep, type StepContext } from './step-context.ts'
import { edited } from './transition.ts'
import type { Workflow } from './workflow.ts'
import { saveWorkflow } from './workflow-store.ts'

/** Gives a draft that says none the time of its publication. */
async function fillPublicationTime({ strapi, key, now }: StepContext): Promise<void> {
  const { uid, documentId } = key
  if (!('publicationTime' in (modelOf(strapi, uid)?.attributes ?? {}))) return
  const row = await documentsOf(strapi, uid).findOne({ documentId })
  if (!row || row.publicationTime) return
  const data = { publicationTime: now.toISOString() }
  await documentsOf(strapi, uid).update({ documentId, data })
}

/** Publishes a draft that was checked: Strapi's publication, the edition and the workflow, in the caller's transaction. */
export async function publishDraft(context: StepContext, next: Workflow, reason: string | null) {
  const { strapi, key, row, person, now } = context
  await fillPublicationTime(context)
  await documentsOf(strapi, key.uid).publish({ documentId: key.documentId })
  // The draft, which says the same: of what was published Strapi has dropped links to drafts.
  const content = await readContent(strapi, key, 'draft')
  if (!content) throw new Error(`${key.uid} was published and is not there`)
  const { looked } = row
  const live = await addEdition(strapi, key, { content, by: person.name, at: now, looked })
  const digest = await draftDigest(context)
  await saveWorkflow(strapi, row.id, { ...next, live, digest })
  await recordStep(context, { kind: 'publish', edition: live, reason })
}

/** Takes the live edition away, in the caller's transaction. `note` is for the public. */
export async function unpublishLive(
  context: StepContext,
  next: Workflow,
  reason: string,
  note: string,
) {
  const { strapi, key, row, now } = context
  await documentsOf(strapi, key.uid).unpublish({ documentId: key.documentId })
  await endLive(strapi, key, { fate: 'withdrawn', at: now, note })
  await saveWorkflow(strapi, row.id, next)
  await recordStep(context, { kind: 'withdraw', reason, edition: row.live })
}

/** Voids an approval whose text has changed since, by a way that passes no guard (a picture, for one). */
export async function voidChanged(context: StepContext, digest: string): Promise<void> {
  await saveWorkflow(context.strapi, context.row.id, { ...edited(context.row, null), digest })
  const system = { ...context, person: { ...context.person, name: '系统', id: 0 } }
  await recordStep(system, { kind: 'edit', whoId: null, reason: '提交以后内容或图片有改动' })
}
