import { states, type State, type StepKind } from '../../contracts/editions.ts'

/** What a member of staff may do with entries at all. */
export type Rights = { write: boolean; review: boolean; publish: boolean }
export type Actor = { id: number; rights: Rights }

/**
 * An entry's way through the office. `editors` are those who changed the draft since the last
 * edition; `live` is the number of the edition that citizens see. Instants are ISO 8601, UTC.
 */
export type Workflow = {
  state: State
  live: number | null
  editors: number[]
  submittedBy: number | null
  approvedBy: number | null
  publishAt: string | null
  /** When a draft that was changed after it was scheduled is published, if it is approved again by then. */
  resumeAt: string | null
  withdrawAt: string | null
  withdrawReason: string | null
  withdrawNote: string | null
  failure: string | null
}

/** A step as staff ask for it. `reason` stays in the office, `note` is shown to the public. */
export type Step =
  | { kind: 'submit' | 'approve' | 'publish' | 'unschedule' | 'keep' | 'discard' }
  | { kind: 'ask'; reason: string }
  | { kind: 'return'; reason: string }
  | { kind: 'override'; reason: string }
  | { kind: 'schedule'; at: string }
  | { kind: 'withdraw'; reason: string; note: string }
  | { kind: 'expire'; at: string; reason: string; note: string }
  | { kind: 'restore'; edition: number }

/** A step that was taken, or why not: `role` not this person, `rule` not now, `input` not like this. */
export type Taken =
  | { ok: true; workflow: Workflow }
  | { ok: false; because: 'role' | 'rule' | 'input'; reason: string }

/** An entry that nobody has touched yet. */
export const untouched: Workflow = {
  state: 'draft',
  live: null,
  editors: [],
  submittedBy: null,
  approvedBy: null,
  publishAt: null,
  resumeAt: null,
  withdrawAt: null,
  withdrawReason: null,
  withdrawNote: null,
  failure: null,
}

const open: State[] = ['draft', 'returned']
const pending: State[] = [...open, 'submitted']
const decided: State[] = ['approved', 'scheduled']

type Rule = {
  right: keyof Rights
  states: readonly State[]
  live?: true
  twoPeople?: true
  /** Only where there is a time of publication. */
  planned?: true
}

const rules: Record<StepKind, Rule> = {
  submit: { right: 'write', states: [...open, 'withdrawn'] },
  ask: { right: 'write', states: [...open, 'withdrawn'] },
  approve: { right: 'review', states: ['submitted'], twoPeople: true },
  return: { right: 'review', states: ['submitted', ...decided] },
  publish: { right: 'publish', states: decided },
  schedule: { right: 'publish', states: decided },
  unschedule: { right: 'publish', states: ['scheduled', ...pending], planned: true },
  expire: { right: 'publish', states, live: true },
  keep: { right: 'publish', states, live: true },
  withdraw: { right: 'publish', states, live: true },
  restore: { right: 'publish', states },
  discard: { right: 'write', states: open, live: true },
  override: { right: 'review', states: [...open, 'submitted', 'approved'], twoPeople: true },
}

const needs: Record<keyof Rights, string> = {
  write: '您的岗位不能提交宣传内容。',
  review: '您的岗位不能审核：请交给宣传审核或发布管理人员。',
  publish: '您的岗位不能发布和撤下：请交给发布管理人员。',
}

/** The earliest and the latest moment a schedule may name, in milliseconds from now. */
const horizon = 366 * 86_400_000

function refusal(
  { right, states, live, twoPeople, planned }: Rule,
  workflow: Workflow,
  actor: Actor,
) {
  if (!actor.rights[right]) return { because: 'role', reason: needs[right] } as const
  if (!states.includes(workflow.state)) {
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

function missing(step: Step, now: Date): string | undefined {
  if ('reason' in step && step.reason.trim().length < 2) return '请写明原因，至少两个字。'
  if ('note' in step && step.note.trim().length < 2) {
    return '请写一句给公众看的说明，会显示在原来的网址上。'
  }
  if (!('at' in step)) return undefined
  const wait = Date.parse(step.at) - now.getTime()
  if (!(wait > 0)) return '时间要晚于现在。'
  return wait > horizon ? '时间最远只能定在一年以内。' : undefined
}

const noWithdrawal = { withdrawAt: null, withdrawReason: null, withdrawNote: null }
const undecided = { approvedBy: null, publishAt: null, failure: null }

/** The time that a scheduled entry had before its text was put in doubt; it is kept. */
const resuming = ({ publishAt, resumeAt }: Workflow) => ({ resumeAt: publishAt ?? resumeAt })

function approved(workflow: Workflow, by: number, now: Date): Workflow {
  const { resumeAt } = workflow
  const next = { ...workflow, approvedBy: by, resumeAt: null }
  // The publisher chose the time, a second person has read the text as it is now.
  if (resumeAt && Date.parse(resumeAt) > now.getTime()) {
    return { ...next, state: 'scheduled', publishAt: resumeAt }
  }
  return { ...next, state: 'approved' }
}

function after(workflow: Workflow, step: Step, actor: Actor, now: Date): Workflow {
  switch (step.kind) {
    case 'submit':
    case 'ask':
      return { ...workflow, ...undecided, state: 'submitted', submittedBy: actor.id }
    case 'approve':
      return approved(workflow, actor.id, now)
    case 'return':
      return { ...workflow, ...undecided, ...resuming(workflow), state: 'returned' }
    case 'publish':
      return published(workflow)
    case 'schedule': {
      const publishAt = new Date(step.at).toISOString()
      return { ...workflow, state: 'scheduled', publishAt, failure: null }
    }
    case 'unschedule':
      if (workflow.state !== 'scheduled') return { ...workflow, resumeAt: null }
      return { ...workflow, state: 'approved', publishAt: null }
    case 'expire': {
      const { reason: withdrawReason, note: withdrawNote } = step
      const withdrawAt = new Date(step.at).toISOString()
      return { ...workflow, withdrawAt, withdrawReason, withdrawNote }
    }
    case 'keep':
      return { ...workflow, ...noWithdrawal }
    case 'withdraw':
      return withdrawn(workflow)
    case 'restore':
      return edited(workflow, actor.id)
    case 'discard':
      return published(workflow)
    case 'override':
      return workflow
  }
}

/**
 * Takes one step. `at` is an ISO 8601 instant after `now`.
 * @returns the workflow after it; or a sentence for staff where role, rule or input forbid it
 */
export function takeStep(workflow: Workflow, step: Step, actor: Actor, now: Date): Taken {
  const refused = refusal(rules[step.kind], workflow, actor)
  if (refused) return { ok: false, ...refused }
  const lacking = missing(step, now)
  if (lacking) return { ok: false, because: 'input', reason: lacking }
  return { ok: true, workflow: after(workflow, step, actor, now) }
}

/**
 * The workflow when the draft has been changed by `editor` (null: by a program): any approval is void.
 * The time of a scheduled publication is kept for the changed text, once somebody else approves it.
 */
export function edited(workflow: Workflow, editor: number | null): Workflow {
  const editors =
    editor === null || workflow.editors.includes(editor)
      ? workflow.editors
      : [...workflow.editors, editor]
  const state = workflow.state === 'returned' ? 'returned' : 'draft'
  return { ...workflow, ...undecided, ...resuming(workflow), state, editors, submittedBy: null }
}

/** The workflow when the draft has become the next edition. The number of editions only grows. */
export function published(workflow: Workflow): Workflow {
  return {
    ...workflow,
    ...undecided,
    resumeAt: null,
    state: 'published',
    editors: [],
    submittedBy: null,
  }
}

/** The workflow when citizens no longer see the entry; a draft under way goes on. */
export function withdrawn(workflow: Workflow): Workflow {
  const state = workflow.state === 'published' ? 'withdrawn' : workflow.state
  return { ...workflow, ...noWithdrawal, state, live: null }
}

/** The workflow when a scheduled publication could not take place: it waits, approved, with the reason. */
export function failed(workflow: Workflow, failure: string): Workflow {
  return { ...workflow, state: 'approved', publishAt: null, failure }
}

/** Whether the time of a changed draft has come before it was approved again. */
export function isMissed({ resumeAt }: Workflow, now: Date): boolean {
  return resumeAt !== null && Date.parse(resumeAt) <= now.getTime()
}

/** The workflow when its time has passed without an approval: nothing is published, and that is said. */
export function missed(workflow: Workflow, failure: string): Workflow {
  return { ...workflow, resumeAt: null, failure }
}
