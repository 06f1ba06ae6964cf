import { refusalOf, type Refusal } from './step-rules.ts'
import type { Actor, Workflow, WorkflowStep } from './workflow.ts'

/** A step that was taken, or why not. */
type Taken = { ok: true; workflow: Workflow } | ({ ok: false } & Refusal)

const noWithdrawal = { withdrawAt: null, withdrawReason: null, withdrawNote: null }
const undecided = { publishAt: null, failure: null }

/** The time that a scheduled entry had before its text was put in doubt; it is kept. */
const resuming = ({ publishAt, resumeAt }: Workflow) => ({ resumeAt: publishAt ?? resumeAt })

function approved(workflow: Workflow, now: Date): Workflow {
  const { resumeAt } = workflow
  // The publisher chose the time, a second person has read the text as it is now.
  if (resumeAt && Date.parse(resumeAt) > now.getTime()) {
    return { ...workflow, state: 'scheduled', publishAt: resumeAt, resumeAt: null }
  }
  return { ...workflow, state: 'approved', resumeAt: null }
}

function after(workflow: Workflow, step: WorkflowStep, actor: Actor, now: Date): Workflow {
  switch (step.kind) {
    case 'submit':
    case 'ask':
      return { ...workflow, ...undecided, state: 'submitted', submittedBy: actor.id }
    case 'approve':
      return approved(workflow, now)
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
      return withdrawn(untimed(workflow))
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
export function takeStep(workflow: Workflow, step: WorkflowStep, actor: Actor, now: Date): Taken {
  const refused = refusalOf(workflow, step, actor, now)
  if (refused) return { ok: false, ...refused }
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

const overtaken = '这一条已经撤下，原来定的发布时间取消了。要再发布，请立即发布或者重新定时。'

/** The workflow without a time of publication: what somebody takes down does not come back by itself. */
function untimed(workflow: Workflow): Workflow {
  if (!workflow.publishAt && !workflow.resumeAt) return workflow
  const state = workflow.state === 'scheduled' ? 'approved' : workflow.state
  return { ...workflow, state, publishAt: null, resumeAt: null, failure: overtaken }
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
