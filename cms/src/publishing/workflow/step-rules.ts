import { dayMs } from '@portal/content/calendar/day'
import {
  workflowStates,
  type WorkflowState,
  type StepKind,
} from '../../contracts/publications/editions.ts'
import type { Actor, Rights, Workflow, WorkflowStep } from './workflow.ts'

/** Why a step is not taken: `role` not this person, `rule` not now, `input` not like this. */
export type Refusal = { because: 'role' | 'rule' | 'input'; reason: string }

const open: WorkflowState[] = ['draft', 'returned']
const pending: WorkflowState[] = [...open, 'submitted']
const decided: WorkflowState[] = ['approved', 'scheduled']

type Rule = {
  right: keyof Rights
  workflowStates: readonly WorkflowState[]
  live?: true
  twoPeople?: true
  /** Only where there is a time of publication. */
  planned?: true
}

const rules: Record<StepKind, Rule> = {
  submit: { right: 'write', workflowStates: [...open, 'withdrawn'] },
  ask: { right: 'write', workflowStates: [...open, 'withdrawn'] },
  approve: { right: 'review', workflowStates: ['submitted'], twoPeople: true },
  return: { right: 'review', workflowStates: ['submitted', ...decided] },
  publish: { right: 'publish', workflowStates: decided },
  schedule: { right: 'publish', workflowStates: decided },
  unschedule: { right: 'publish', workflowStates: ['scheduled', ...pending], planned: true },
  expire: { right: 'publish', workflowStates, live: true },
  keep: { right: 'publish', workflowStates, live: true },
  withdraw: { right: 'publish', workflowStates, live: true },
  restore: { right: 'publish', workflowStates },
  discard: { right: 'write', workflowStates: open, live: true },
  override: {
    right: 'review',
    workflowStates: [...open, 'submitted', 'approved'],
    twoPeople: true,
  },
}

const needs: Record<keyof Rights, string> = {
  write: '您的岗位不能提交宣传内容。',
  review: '您的岗位不能审核：请交给宣传审核或发布管理人员。',
  publish: '您的岗位不能发布和撤下：请交给发布管理人员。',
}

/** The earliest and the latest moment a schedule may name, in milliseconds from now. */
const horizon = 366 * dayMs

function refusal(
  { right, workflowStates, live, twoPeople, planned }: Rule,
  workflow: Workflow,
  actor: Actor,
) {
  if (!actor.rights[right]) return { because: 'role', reason: needs[right] } as const
  if (!workflowStates.includes(workflow.state)) {
    return { because: 'rule', reason: '这一步现在办不了：状态已经变化，请刷新页面再看。' } as const
  }
  if (live && workflow.live === null) {
    return { because: 'rule', reason: '网站上没有这条内容的已发布版本。' } as const
  }
  if (planned && !workflow.publishAt && !workflow.resumeAt) {
    return { because: 'rule', reason: '没有定发布时间，不用取消。' } as const
  }
  const wrote = workflow.editors.includes(actor.id) || workflow.submittedBy === actor.id
  if (twoPeople && wrote) {
    const reason = '您写过、改过或提交了这一稿，须由另一位同事审核。'
    return { because: 'role', reason } as const
  }
  return undefined
}

/** The steps that this person may take now, in the order of the procedure. */
export function allowedSteps(workflow: Workflow, actor: Actor): StepKind[] {
  return (Object.keys(rules) as StepKind[]).filter((kind) => {
    if (kind === 'keep' && !workflow.withdrawAt) return false
    return refusal(rules[kind], workflow, actor) === undefined
  })
}

function faultOfInput(step: WorkflowStep, now: Date): string | undefined {
  if ('reason' in step && step.reason.trim().length < 2) return '请写明原因，至少两个字。'
  if ('note' in step && step.note.trim().length < 2) {
    return '请写一句给公众看的说明，会显示在原来的网址上。'
  }
  if (!('at' in step)) return undefined
  const wait = Date.parse(step.at) - now.getTime()
  if (!(wait > 0)) return '时间要晚于现在。'
  return wait > horizon ? '时间最远只能定在一年以内。' : undefined
}

/** Why this person may not take a step now, or not like this; undefined where it may be taken. */
export function refusalOf(
  workflow: Workflow,
  step: WorkflowStep,
  actor: Actor,
  now: Date,
): Refusal | undefined {
  const refused = refusal(rules[step.kind], workflow, actor)
  if (refused) return refused
  const reason = faultOfInput(step, now)
  return reason ? { because: 'input', reason } : undefined
}
