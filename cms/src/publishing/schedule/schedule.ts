import { longMoment } from '@portal/content/calendar/wording'
import { errors } from '@strapi/utils'
import type { Core } from '@strapi/strapi'
import { findBarrier } from '../workflow/publish-checks.ts'
import { digestOf } from '../editions/content.ts'
import { readContent, type EntryKey } from '../editions/entry.ts'
import { insideWorkflow } from '../workflow/guard-drafts.ts'
import {
  holdWorkflow,
  listDue,
  listSteps,
  saveWorkflow,
  type WorkflowRow,
} from '../workflow/workflow-store.ts'
import { failed, isMissed, missed, published, withdrawn } from '../workflow/transition.ts'
import { publishDraft, unpublishLive, voidChanged } from '../workflow/publish-steps.ts'
import { recordStep, type StepContext } from '../workflow/step-context.ts'
import { repeat } from '../../strapi/run-periodically.ts'

const period = 2_000
const rights = { write: false, review: false, publish: false }

/** The work of the clock, in the name of the one who set it. */
async function contextOf(
  strapi: Core.Strapi,
  key: EntryKey,
  row: WorkflowRow,
  kind: string,
  now: Date,
): Promise<StepContext> {
  const set = (await listSteps(strapi, key)).findLast((step) => step.kind === kind)
  const person = { id: set?.whoId ?? 0, name: set?.who ?? '系统', rights }
  return { strapi, key, row, person, now }
}

async function fail(context: StepContext, reason: string): Promise<void> {
  await saveWorkflow(context.strapi, context.row.id, failed(context.row, reason))
  await recordStep(context, { kind: 'fail', reason })
}

async function publishDue(context: StepContext): Promise<void> {
  const { strapi, key, row } = context
  const digest = digestOf((await readContent(strapi, key, 'draft')) ?? {})
  if (digest !== row.digest) {
    await voidChanged(context, digest)
    const failure = '定时以后内容或图片有改动，须重新提交。'
    await saveWorkflow(strapi, row.id, { failure, resumeAt: null })
    return
  }
  const barrier = await findBarrier(strapi, key, row, 'publication')
  if (barrier) return fail(context, barrier.reason)
  await publishDraft(context, published(row), '到时间自动发布')
}

async function miss(context: StepContext): Promise<void> {
  const { strapi, row } = context
  const at = longMoment(row.resumeAt ?? '')
  const reason = `定于${at}发布，到时改过的稿子还没有审核通过，没有发布。审核通过以后，请立即发布或者重新定时。`
  await saveWorkflow(strapi, row.id, missed(row, reason))
  await recordStep(context, { kind: 'fail', reason })
}

/** Takes what is due for one entry, in one transaction; whoever comes second finds nothing due. */
async function takeDue(strapi: Core.Strapi, key: EntryKey, now: Date): Promise<void> {
  const due = (at: string | null) => at !== null && Date.parse(at) <= now.getTime()
  try {
    await strapi.db.transaction(async () => {
      const row = await holdWorkflow(strapi, key)
      if (row.state === 'scheduled' && due(row.publishAt)) {
        await publishDue(await contextOf(strapi, key, row, 'schedule', now))
      } else if (isMissed(row, now)) {
        await miss(await contextOf(strapi, key, row, 'schedule', now))
      }
    })
  } catch (error) {
    if (!(error instanceof errors.ValidationError)) throw error
    await strapi.db.transaction(async () => {
      const row = await holdWorkflow(strapi, key)
      await fail(await contextOf(strapi, key, row, 'schedule', now), error.message)
    })
  }
  await strapi.db.transaction(async () => {
    const row = await holdWorkflow(strapi, key)
    if (row.live === null || !due(row.withdrawAt)) return
    const context = await contextOf(strapi, key, row, 'expire', now)
    const { withdrawReason, withdrawNote } = row
    await unpublishLive(
      context,
      withdrawn(row),
      withdrawReason ?? '到期',
      withdrawNote ?? '到期撤下。',
    )
  })
}

/**
 * Publishes and withdraws what is due at `now`, what was missed while the CMS was down among it.
 * An entry that the checks refuse is put back among the approved with the reason; a fault of the
 * machine leaves it scheduled, for the next turn.
 */
async function takeAllDue(strapi: Core.Strapi, now: Date): Promise<void> {
  for (const key of await listDue(strapi, now)) {
    try {
      await insideWorkflow(() => takeDue(strapi, key, now))
    } catch (error) {
      strapi.log.error(`定时发布没有办成，稍后再试（${key.uid}）：${(error as Error).name}`)
    }
  }
}

/**
 * Starts the clock of scheduled publications: a look every two seconds, never two at once.
 * @returns stop: resolves when the look under way has ended
 */
export function startSchedule(strapi: Core.Strapi): () => Promise<void> {
  return repeat(async () => {
    try {
      await takeAllDue(strapi, new Date())
    } catch (error) {
      strapi.log.error(`查看定时发布时出错：${(error as Error).name}`)
    }
  }, period)
}
