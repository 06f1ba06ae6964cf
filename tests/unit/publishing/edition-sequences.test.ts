import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  edited,
  failed,
  published,
  takeStep,
  withdrawn,
} from '../../../cms/src/publishing/workflow/transition.ts'
import {
  untouched,
  type Actor,
  type WorkflowStep,
  type Workflow,
} from '../../../cms/src/publishing/workflow/workflow.ts'
import { allowedSteps } from '../../../cms/src/publishing/workflow/step-rules.ts'

const now = new Date('2026-11-22T01:30:00Z')
const at = '2026-11-23T01:30:00Z'

const actor: fc.Arbitrary<Actor> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.boolean(), fc.boolean(), fc.boolean())
  .map(([id, write, review, publish]) => ({ id, rights: { write, review, publish } }))
const step: fc.Arbitrary<WorkflowStep> = fc.oneof(
  fc.constantFrom<WorkflowStep>(
    { kind: 'submit' },
    { kind: 'approve' },
    { kind: 'publish' },
    { kind: 'unschedule' },
    { kind: 'keep' },
    { kind: 'discard' },
    { kind: 'restore', edition: 1 },
    { kind: 'schedule', at },
    { kind: 'return', reason: '请核对' },
    { kind: 'override', reason: '可以公开' },
    { kind: 'withdraw', reason: '有误', note: '有误。' },
    { kind: 'expire', at, reason: '到期', note: '到期。' },
  ),
)
type Event =
  | { what: 'step'; actor: Actor; step: WorkflowStep }
  | { what: 'edit'; by: number | null }
  | { what: 'clock' }
  | { what: 'failure' }
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ what: fc.constant('step' as const), actor, step }) },
  fc.record({
    what: fc.constant('edit' as const),
    by: fc.option(fc.integer({ min: 1, max: 4 })),
  }),
  fc.constantFrom<Event>({ what: 'clock' }, { what: 'failure' }),
)

/** A second account of what happened, kept by other means than the workflow's own fields. */
type Witness = { writers: Set<number>; approver: number | null; number: number }

/** Publishing gives the entry its number, as the adapter does. */
const numbered = (workflow: Workflow, number: number) => ({ ...workflow, live: number })

function play(events: Event[], check: (workflow: Workflow, witness: Witness) => void): void {
  let workflow = untouched
  const witness: Witness = { writers: new Set(), approver: null, number: 0 }
  const goLive = (next: Workflow) => {
    assert.notEqual(witness.approver, null, 'published without an approval')
    assert.ok(!witness.writers.has(witness.approver ?? 0), 'approved by one of its writers')
    witness.number += 1
    witness.writers.clear()
    witness.approver = null
    return numbered(next, witness.number)
  }
  const change = (by: number | null) => {
    if (by !== null) witness.writers.add(by)
    witness.approver = null
  }
  for (const happening of events) {
    if (happening.what === 'edit') {
      change(happening.by)
      workflow = edited(workflow, happening.by)
    } else if (happening.what === 'clock') {
      if (workflow.state === 'scheduled') workflow = goLive(published(workflow))
      if (workflow.withdrawAt) workflow = withdrawn(workflow)
    } else if (happening.what === 'failure') {
      if (workflow.state === 'scheduled') workflow = failed(workflow, '没有发布')
    } else {
      const { step, actor } = happening
      const taken = takeStep(workflow, step, actor, now)
      const offered = allowedSteps(workflow, actor).includes(step.kind)
      if (step.kind !== 'keep')
        assert.equal(taken.ok, offered, 'offered and refused, or the reverse')
      if (!taken.ok) continue
      workflow = taken.workflow
      if (step.kind === 'submit') witness.approver = null
      if (step.kind === 'return') witness.approver = null
      if (step.kind === 'approve') witness.approver = actor.id
      if (step.kind === 'restore') change(actor.id)
      if (step.kind === 'discard') witness.writers.clear()
      if (step.kind === 'publish') workflow = goLive(workflow)
    }
    check(workflow, witness)
  }
}

describe('any sequence of steps, edits and ticks of the clock', () => {
  it('publishes nothing that somebody else has not approved as it stands', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => play(events, () => {})),
      { numRuns: 2_000 },
    )
  })

  it('never has a schedule without an approval, or a withdrawal of nothing', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) =>
        play(events, (workflow, { number, approver }) => {
          assert.equal(workflow.publishAt !== null, workflow.state === 'scheduled')
          const pending = ['draft', 'returned', 'submitted'].includes(workflow.state)
          assert.ok(workflow.resumeAt === null || pending, 'a time kept for what needs no approval')
          const isApproved = ['approved', 'scheduled'].includes(workflow.state)
          assert.equal(approver !== null, isApproved)
          if (workflow.state === 'published') assert.notEqual(workflow.live, null)
          if (workflow.live === null) assert.equal(workflow.withdrawAt, null)
          assert.ok((workflow.live ?? 0) <= number)
        }),
      ),
      { numRuns: 2_000 },
    )
  })
})
