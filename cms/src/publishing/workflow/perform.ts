import { longMoment } from '@portal/content/calendar/wording'
import { errors } from '@strapi/utils'
import type { Core } from '@strapi/strapi'
import { StaleError } from '../../strapi/refusals.ts'
import { digestOf, type Content } from '../editions/content.ts'
import { exists, readContent, type EntryKey } from '../editions/entry.ts'
import { discard, restore } from './draft-steps.ts'
import { findBarrier } from './publish-checks.ts'
import { publishDraft, unpublishLive, voidChanged } from './publish-steps.ts'
import { approve, askToPass, override, submit } from './review-steps.ts'
import type { StepRequest } from './request-schema.ts'
import { refuseStale } from './stale-saves.ts'
import {
  done,
  draftDigest,
  recordStep,
  refuse,
  type Person,
  type StepContext,
  type StepOutcome,
} from './step-context.ts'
import { takeStep } from './transition.ts'
import type { Workflow } from './workflow.ts'
import { insideWorkflow } from './guard-drafts.ts'
import { holdWorkflow, saveWorkflow } from './workflow-store.ts'

async function carryOut(
  context: StepContext,
  request: StepRequest,
  next: Workflow,
  current: Content,
): Promise<StepOutcome> {
  const { strapi, key, row } = context
  const plain = async (reason: string | null = null): Promise<StepOutcome> => {
    await saveWorkflow(strapi, row.id, next)
    await recordStep(context, { kind: request.kind, reason })
    return done
  }
  switch (request.kind) {
    case 'submit':
      return submit(context, next)
    case 'ask':
      return askToPass(context, next, request.reason)
    case 'approve':
      return approve(context, next, request.looked)
    case 'publish':
    case 'schedule': {
      const barrier = await findBarrier(strapi, key, row, 'publication')
      if (barrier) return refuse('gate', barrier.reason, barrier.hits)
      if (request.kind === 'schedule') return plain(`定于${longMoment(request.at)}发布`)
      await publishDraft(context, next, null)
      return done
    }
    case 'withdraw':
      await unpublishLive(context, next, request.reason, request.note)
      return done
    case 'expire':
      return plain(`定于${longMoment(request.at)}撤下。${request.reason}`)
    case 'discard':
      await discard(context)
      await saveWorkflow(strapi, row.id, { ...next, digest: await draftDigest(context) })
      await recordStep(context, { kind: 'discard' })
      return done
    case 'restore':
      return restore(context, next, request, current)
    case 'override':
      return override(context, request.digests, request.reason)
    case 'return':
      return plain(request.reason)
    default:
      return plain()
  }
}

const untaken = '这一步还没有办：请看过新的内容再办。'
const bound = ['approve', 'publish', 'schedule']

/**
 * Takes one step of the workflow of an entry, all of it in one transaction: state, record, edition,
 * Strapi's own publication and the request for a new release.
 * @returns why not, in a sentence for staff, where role, rule, input or the checks forbid it
 */
export async function performStep(
  strapi: Core.Strapi,
  key: EntryKey,
  request: StepRequest,
  person: Person,
  now: Date,
): Promise<StepOutcome> {
  const run = async (): Promise<StepOutcome> => {
    const absent = { ok: false, because: 'absent', reason: '没有这条内容。' } as const
    if (!(await exists(strapi, key))) return absent
    const row = await holdWorkflow(strapi, key)
    const current = await readContent(strapi, key, 'draft')
    if (!current) return absent
    if (request.seen) await refuseStale(strapi, key, Date.parse(request.seen), untaken)
    const context: StepContext = { strapi, key, row, person, now }
    const taken = takeStep(row, request, person, now)
    if (!taken.ok) return taken
    const digest = digestOf(current)
    if (bound.includes(request.kind) && digest !== row.digest) {
      await voidChanged(context, digest)
      return refuse('rule', '提交以后内容或图片有改动，原来的审核作废：请看过后重新提交。')
    }
    return carryOut(context, request, taken.workflow, current)
  }
  try {
    return await insideWorkflow(() => strapi.db.transaction(run))
  } catch (error) {
    if (error instanceof StaleError) return refuse('rule', error.message)
    if (error instanceof errors.ValidationError) return refuse('gate', error.message)
    throw error
  }
}
