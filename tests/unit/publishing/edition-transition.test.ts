import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  edited,
  failed,
  isMissed,
  missed,
  published,
  takeStep,
  withdrawn,
} from '../../../cms/src/publishing/workflow/transition.ts'
import { workflowStates } from '../../../cms/src/contracts/publications/editions.ts'
import {
  untouched,
  type Actor,
  type Rights,
  type WorkflowStep,
  type Workflow,
} from '../../../cms/src/publishing/workflow/workflow.ts'
import { allowedSteps } from '../../../cms/src/publishing/workflow/step-rules.ts'

const now = new Date('2026-11-22T09:30:00+08:00')
const tomorrow = '2026-11-23T09:30:00+08:00'
const may = (rights: Partial<Rights>): Rights => ({
  write: false,
  review: false,
  publish: false,
  ...rights,
})
const author: Actor = { id: 1, rights: may({ write: true }) }
const reviewer: Actor = { id: 2, rights: may({ write: true, review: true }) }
const publisher: Actor = { id: 3, rights: may({ write: true, review: true, publish: true }) }
const stranger: Actor = { id: 4, rights: may({}) }

function after(workflow: Workflow, step: WorkflowStep, actor: Actor): Workflow {
  const taken = takeStep(workflow, step, actor, now)
  return taken.ok ? taken.workflow : assert.fail(taken.reason)
}
function refused(workflow: Workflow, step: WorkflowStep, actor: Actor): string {
  const taken = takeStep(workflow, step, actor, now)
  if (taken.ok) assert.fail(`${step.kind} was allowed in ${workflow.state}`)
  assert.match(taken.reason, /。$/)
  return taken.because
}

const draft = edited(untouched, author.id)
const submitted = after(draft, { kind: 'submit' }, author)
const approved = after(submitted, { kind: 'approve' }, reviewer)
const live: Workflow = { ...published(approved), live: 1 }

describe('the workflow of an entry', () => {
  it('goes from a draft over submission and approval to citizens', () => {
    assert.equal(submitted.state, 'submitted')
    assert.equal(approved.state, 'approved')
    const out = after(approved, { kind: 'publish' }, publisher)
    assert.deepEqual([out.state, out.editors, out.submittedBy], ['published', [], null])
  })

  it('lets nobody skip a step', () => {
    assert.equal(refused(draft, { kind: 'publish' }, publisher), 'rule')
    assert.equal(refused(draft, { kind: 'approve' }, reviewer), 'rule')
    assert.equal(refused(submitted, { kind: 'publish' }, publisher), 'rule')
    assert.equal(refused(submitted, { kind: 'schedule', at: tomorrow }, publisher), 'rule')
    assert.equal(refused(live, { kind: 'submit' }, author), 'rule')
  })

  it('keeps each role to its own steps', () => {
    for (const kind of ['approve', 'publish', 'unschedule', 'keep'] as const) {
      for (const state of workflowStates) {
        const workflow = { ...approved, state, live: 1, withdrawAt: tomorrow }
        assert.equal(refused(workflow, { kind }, author), 'role')
        if (kind !== 'approve') assert.equal(refused(workflow, { kind }, reviewer), 'role')
      }
    }
    const withdraw = { kind: 'withdraw', reason: '内容有误', note: '内容有误。' } as const
    assert.equal(refused(live, withdraw, reviewer), 'role')
    assert.equal(refused(live, { kind: 'restore', edition: 1 }, reviewer), 'role')
    for (const state of workflowStates) {
      assert.deepEqual(allowedSteps({ ...live, state, withdrawAt: tomorrow }, stranger), [])
    }
  })

  it('is approved by nobody who wrote or submitted it, a publisher among them', () => {
    const mended = edited(draft, reviewer.id)
    const sent = after(mended, { kind: 'submit' }, author)
    assert.equal(refused(sent, { kind: 'approve' }, reviewer), 'role')
    assert.equal(after(sent, { kind: 'approve' }, publisher).state, 'approved')
    const imported = after(edited(untouched, null), { kind: 'submit' }, publisher)
    assert.equal(refused(imported, { kind: 'approve' }, publisher), 'role')
    assert.equal(refused(draft, { kind: 'override', reason: '可以公开' }, author), 'role')
  })

  it('starts anew when the draft changes: approval and schedule are void', () => {
    const scheduled = after(approved, { kind: 'schedule', at: tomorrow }, publisher)
    for (const workflow of [submitted, approved, scheduled]) {
      const changed = edited(workflow, reviewer.id)
      assert.deepEqual([changed.state, changed.publishAt], ['draft', null])
      assert.deepEqual(changed.editors, [author.id, reviewer.id])
    }
    const returned = after(submitted, { kind: 'return', reason: '请核对日期' }, reviewer)
    assert.equal(edited(returned, author.id).state, 'returned', 'the reason stays in sight')
  })

  it('keeps the time of a scheduled entry for the changed text, until somebody else approves it', () => {
    const scheduled = after(approved, { kind: 'schedule', at: tomorrow }, publisher)
    const changed = edited(scheduled, author.id)
    assert.deepEqual([changed.state, changed.resumeAt], ['draft', scheduled.publishAt])
    const sent = after(changed, { kind: 'submit' }, author)
    assert.equal(refused(sent, { kind: 'approve' }, author), 'role')
    const again = after(sent, { kind: 'approve' }, reviewer)
    assert.deepEqual(
      [again.state, again.publishAt, again.resumeAt],
      ['scheduled', scheduled.publishAt, null],
    )
    const back = after(scheduled, { kind: 'return', reason: '请核对日期' }, reviewer)
    assert.deepEqual([back.state, back.resumeAt], ['returned', scheduled.publishAt])
    const plain = after(changed, { kind: 'unschedule' }, publisher)
    assert.deepEqual([plain.state, plain.resumeAt], ['draft', null])
    assert.equal(refused(plain, { kind: 'unschedule' }, publisher), 'rule')
    assert.equal(refused(changed, { kind: 'unschedule' }, author), 'role')
  })

  it('publishes nothing at a time that came before the approval, and says so', () => {
    const scheduled = after(approved, { kind: 'schedule', at: tomorrow }, publisher)
    const sent = after(edited(scheduled, author.id), { kind: 'submit' }, author)
    const late = new Date('2026-11-24T00:00:00Z')
    assert.ok(isMissed(sent, late) && !isMissed(sent, now) && !isMissed(scheduled, late))
    const taken = takeStep(sent, { kind: 'approve' }, reviewer, late)
    assert.ok(taken.ok && taken.workflow.state === 'approved' && taken.workflow.publishAt === null)
    const told = missed(sent, '到时还没有审核通过。')
    assert.deepEqual([told.state, told.resumeAt], ['submitted', null])
    assert.equal(after(told, { kind: 'approve' }, reviewer).failure, '到时还没有审核通过。')
  })

  it('asks for a reason, for words to the public, and for a time that can be', () => {
    assert.equal(refused(submitted, { kind: 'return', reason: ' ' }, reviewer), 'input')
    const silent = { kind: 'withdraw', reason: '内容有误', note: '' } as const
    assert.equal(refused(live, silent, publisher), 'input')
    for (const at of ['2026-11-22T09:30:00+08:00', '2028-01-01T00:00:00+08:00', 'soon']) {
      assert.equal(refused(approved, { kind: 'schedule', at }, publisher), 'input')
    }
  })

  it('keeps times as instants, whatever the offset they were written with', () => {
    const scheduled = after(approved, { kind: 'schedule', at: tomorrow }, publisher)
    assert.equal(scheduled.publishAt, '2026-11-23T01:30:00.000Z')
    assert.equal(after(scheduled, { kind: 'unschedule' }, publisher).publishAt, null)
  })

  it('withdraws what is live and leaves a draft under way alone', () => {
    assert.equal(withdrawn(live).state, 'withdrawn')
    const revised = edited(live, author.id)
    assert.deepEqual([withdrawn(revised).state, withdrawn(revised).live], ['draft', null])
    assert.equal(after(withdrawn(live), { kind: 'submit' }, author).state, 'submitted')
    assert.equal(refused(draft, { kind: 'discard' }, author), 'rule')
    assert.equal(after(revised, { kind: 'discard' }, author).state, 'published')
  })

  it('shows a scheduled publication that failed, still approved, with the reason', () => {
    const scheduled = after(approved, { kind: 'schedule', at: tomorrow }, publisher)
    const stuck = failed(scheduled, '网址名重复。')
    assert.deepEqual(
      [stuck.state, stuck.failure, stuck.publishAt],
      ['approved', '网址名重复。', null],
    )
    assert.equal(after(stuck, { kind: 'schedule', at: tomorrow }, publisher).failure, null)
  })
})
