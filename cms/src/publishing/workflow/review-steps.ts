import { longMoment } from '@portal/content/calendar/wording'
import { namesOf } from '../../privacy/unread-files.ts'
import type { Looked } from '../editions/edition-store.ts'
import {
  findBarrier,
  findFault,
  findFaultOfCase,
  openFindings,
  placesOf,
  unseen,
} from './publish-checks.ts'
import {
  done,
  draftDigest,
  recordStep,
  refuse,
  type StepContext,
  type StepOutcome,
} from './step-context.ts'
import type { Workflow } from './workflow.ts'
import { saveWorkflow, type Override } from './workflow-store.ts'

/** Sends a draft to be reviewed, where nothing stands in its way. */
export async function submit(context: StepContext, next: Workflow): Promise<StepOutcome> {
  const { strapi, key, row } = context
  const barrier = await findBarrier(strapi, key, row, 'review')
  if (barrier) return refuse('gate', barrier.reason, barrier.hits)
  await saveWorkflow(strapi, row.id, { ...next, digest: await draftDigest(context) })
  await recordStep(context, { kind: 'submit' })
  return done
}

/** Sends a draft with privacy hits to whoever may let them pass, with why they should be. */
export async function askToPass(
  context: StepContext,
  next: Workflow,
  reason: string,
): Promise<StepOutcome> {
  const { strapi, key, row } = context
  const fault = await findFault(strapi, key)
  if (fault) return refuse('gate', fault.reason)
  const { hits } = await openFindings(strapi, key, row)
  if (hits.length === 0) return refuse('rule', '没有要放行的提示：请直接提交审核。')
  await saveWorkflow(strapi, row.id, { ...next, digest: await draftDigest(context) })
  await recordStep(context, { kind: 'ask', reason: `${placesOf(hits)}：${reason}` })
  return done
}

/** Approves a draft of which nothing is open: hits were let pass, and this person has looked at what no program reads. */
export async function approve(
  context: StepContext,
  next: Workflow,
  digests: readonly string[],
): Promise<StepOutcome> {
  const { strapi, key, row, person, now } = context
  const fault = await findFaultOfCase(strapi, key)
  if (fault) return refuse('gate', fault.reason)
  const { hits, doubts, unread } = await openFindings(strapi, key, row)
  if (hits.length > 0) {
    const reason = `有个人信息提示没有放行：${placesOf(hits)}。请写明理由放行，或者退回修改。`
    return refuse('gate', reason, hits)
  }
  const isOpen = ({ digest }: { digest: string }) => !digests.includes(digest)
  const open = [doubts.filter(isOpen), unread.filter(isOpen)] as const
  if (open.flat().length > 0) return refuse('gate', unseen(...open))
  const { id: by, name: who } = person
  const at = now.toISOString()
  const places = new Map(doubts.map((doubt) => [doubt.digest, placesOf([doubt])]))
  const files = unread.map(({ digest, name }) => [digest, name] as const)
  const added: Looked[] = [...places, ...files].map((one) => {
    const [digest, name] = one
    return { digest, name, by, who, at }
  })
  await saveWorkflow(strapi, row.id, { ...next, looked: [...row.looked, ...added] })
  if (doubts.length > 0) {
    await recordStep(context, { kind: 'confirm', reason: `${placesOf(doubts)}：可以公开` })
  }
  if (unread.length > 0) {
    await recordStep(context, { kind: 'look', reason: `${namesOf(unread)}：没有个人信息` })
  }
  const { publishAt } = next
  const reason = publishAt ? `仍定于${longMoment(publishAt)}发布` : null
  await recordStep(context, { kind: 'approve', reason })
  return done
}

/** Lets privacy hits pass, with who says so and why. */
export async function override(
  context: StepContext,
  digests: readonly string[],
  reason: string,
): Promise<StepOutcome> {
  const { strapi, key, row, person, now } = context
  const { hits } = await openFindings(strapi, key, row)
  const chosen = hits.filter(({ digest }) => digests.includes(digest))
  if (chosen.length === 0) return refuse('input', '请选择要放行的提示。')
  const { name: who, id: by } = person
  const added: Override[] = [...new Set(chosen.map(({ digest }) => digest))].map((digest) => ({
    digest,
    by,
    who,
    reason,
    at: now.toISOString(),
  }))
  await saveWorkflow(strapi, row.id, { overrides: [...row.overrides, ...added] })
  await recordStep(context, { kind: 'override', reason: `${placesOf(chosen)}：${reason}` })
  return done
}
