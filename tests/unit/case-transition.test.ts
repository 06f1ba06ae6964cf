import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { caseState } from '@portal/content/schema/state'
import fc from 'fast-check'
import {
  allowedActions,
  takeStep,
  type Action,
  type ActionKind,
} from '../../cms/src/cases/transition.ts'

const now = new Date('2026-11-22T02:00:00Z')
const actions: Record<ActionKind, Action> = {
  register: { kind: 'register' },
  refer: { kind: 'refer', unit: '区民政局' },
  accept: { kind: 'accept', unit: '区民政局' },
  decline: { kind: 'decline', unit: '区民政局', reason: '应当通过诉讼解决' },
  reply: { kind: 'reply', unit: '区民政局', text: '经核实……' },
  close: { kind: 'close' },
}

describe('the steps of a case', () => {
  it('go from the mailbox to the end in the order of the procedure', () => {
    let state = caseState.parse('received')
    for (const kind of ['register', 'refer', 'accept', 'reply', 'close'] as const) {
      const taken = takeStep(state, actions[kind], '办件人员', now)
      assert.ok(taken.ok, `${kind} in ${state}`)
      state = taken.step.state
    }
    assert.equal(state, 'closed')
  })

  it('are refused with a sentence where the state does not allow them', () => {
    const taken = takeStep('received', actions.reply, '办件人员', now)
    assert.deepEqual(taken, { ok: false, reason: '办件的状态已经变化，请刷新页面后再办理。' })
  })

  it('are exactly those that the desk offers', () => {
    const states = fc.constantFrom(...caseState.options)
    const kinds = fc.constantFrom(...(Object.keys(actions) as ActionKind[]))
    fc.assert(
      fc.property(states, kinds, (state, kind) => {
        const offered = allowedActions(state).includes(kind)
        assert.equal(takeStep(state, actions[kind], '办件人员', now).ok, offered)
      }),
    )
  })

  it('need a unit, and a decline needs its reason, a reply its text', () => {
    const lacking: Action[] = [
      { kind: 'refer', unit: '' },
      { kind: 'decline', unit: '区民政局', reason: '  ' },
      { kind: 'reply', unit: '区民政局', text: '\n' },
    ]
    for (const action of lacking) {
      assert.equal(takeStep('registered', action, '办件人员', now).ok, false, action.kind)
    }
  })

  it('tell the petitioner the reason of a decline', () => {
    const taken = takeStep('registered', actions.decline, '办件人员', now)
    assert.ok(taken.ok && taken.step.text.includes('应当通过诉讼解决'))
  })
})
