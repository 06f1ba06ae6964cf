import { documentsOf } from '../../strapi/documents.ts'
import { digestOf, type Content } from '../editions/content.ts'
import { readEdition } from '../editions/edition-store.ts'
import { writeDraft } from '../editions/entry.ts'
import { submit } from './review-steps.ts'
import {
  done,
  draftDigest,
  recordStep,
  refuse,
  type StepContext,
  type StepOutcome,
} from './step-context.ts'
import { takeStep } from './transition.ts'
import type { Workflow } from './workflow.ts'
import { holdWorkflow, saveWorkflow } from './workflow-store.ts'

/** Makes an earlier edition the draft; sends it on to be reviewed where that was asked for. */
export async function restore(
  context: StepContext,
  next: Workflow,
  request: { edition: number; submit: boolean },
  current: Content,
): Promise<StepOutcome> {
  const { strapi, key, person, now } = context
  const content = await readEdition(strapi, key, request.edition)
  if (!content) return refuse('input', '没有这个历史版本。')
  if (digestOf(content) === digestOf(current)) {
    return refuse('rule', `草稿与第 ${request.edition} 版相同，不用恢复。`)
  }
  const missing = await writeDraft(strapi, key, content)
  await saveWorkflow(strapi, context.row.id, { ...next, digest: await draftDigest(context) })
  await recordStep(context, { kind: 'restore', edition: request.edition })
  if (!request.submit) return { ...done, missing }
  const row = await holdWorkflow(strapi, key)
  const taken = takeStep(row, { kind: 'submit' }, person, now)
  const sent = taken.ok ? await submit({ ...context, row }, taken.workflow) : taken
  return { ok: true, missing, barrier: sent.ok ? null : sent.reason }
}

/** The published version becomes the draft again, with the links that Strapi dropped from it. */
export async function discard({ strapi, key, row }: StepContext): Promise<void> {
  await documentsOf(strapi, key.uid).discardDraft({ documentId: key.documentId })
  const content = row.live === null ? undefined : await readEdition(strapi, key, row.live)
  if (content) await writeDraft(strapi, key, content)
}
