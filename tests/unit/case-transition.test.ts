import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { caseState, type CaseState } from '@portal/content/schema/state'
import fc from 'fast-check'
import {
  allowedActions,
  takeStep,
  type Action,
  type CaseSituation,
} from '../../cms/src/casework/rules/transition.ts'
import type { CaseActionKind } from '../../cms/src/contracts/case-desk.ts'
import { caseAfter } from '../support/case-facts.ts'

const table = { '2026': { off: [], on: [] }, '2027': { off: [], on: [] } }
const now = new Date('2026-11-27T02:00:00Z')
const body = '区人民政府'
const actions: Record<CaseActionKind, Action> = {
  register: { kind: 'register' },
  refer: { kind: 'refer', unit: '区民政局' },
  accept: { kind: 'accept', unit: '区民政局' },
  decline: { kind: 'decline', unit: '区民政局', reason: '应当通过诉讼解决' },
  object: { kind: 'object', reason: '路灯由区城市管理部门管护' },
  extend: { kind: 'extend', days: 30, reason: '需要鉴定' },
  reply: { kind: 'reply', unit: '区民政局', text: '经核实……' },
  review: { kind: 'review', body, text: '维持原处理意见。' },
  hear: { kind: 'hear', days: 7 },
  're-review': { kind: 're-review', body: '市人民政府', text: '维持复查意见。' },
  close: { kind: 'close' },
}

const take = (standing: CaseSituation, action: Action, at = now) =>
  takeStep(standing, action, '办件人员', at, table)
const stepTaken = (standing: CaseSituation, action: Action, at = now) => {
  const taken = take(standing, action, at)
  assert.ok(taken.ok, taken.ok ? '' : taken.reason)
  return taken.step
}
const whyNot = (standing: CaseSituation, action: Action, at = now) => {
  const taken = take(standing, action, at)
  assert.ok(!taken.ok, 'the step was taken')
  return taken.reason
}
const accepted = caseAfter(['registered', 'referred', 'accepted'])

describe('the steps of a case', () => {
  it('go from the mailbox through both appeals to the end', () => {
    const ways: [CaseState[], CaseActionKind, CaseState][] = [
      [[], 'register', 'registered'],
      [['registered'], 'refer', 'referred'],
      [['registered', 'referred'], 'accept', 'accepted'],
      [['registered', 'referred', 'accepted'], 'reply', 'replied'],
      [['registered', 'replied', 'reviewing'], 'review', 'reviewed'],
      [['replied', 'reviewing', 'reviewed', 're-reviewing'], 're-review', 're-reviewed'],
      [['replied', 'reviewing', 'reviewed', 're-reviewing', 're-reviewed'], 'close', 'closed'],
    ]
    for (const [moves, kind, reached] of ways) {
      assert.equal(stepTaken(caseAfter(moves), actions[kind]).state, reached, kind)
    }
  })

  it('are refused with a sentence where the state does not allow them', () => {
    assert.equal(whyNot(caseAfter([]), actions.reply), '办件的状态已经变化，请刷新页面后再办理。')
    for (const end of ['closed', 'withdrawn'] as const) {
      assert.deepEqual(allowedActions(caseAfter(['registered', end]), table, now), [])
    }
  })

  it('are exactly those that the desk offers', () => {
    const states = fc.constantFrom(...caseState.options)
    const kinds = fc.constantFrom(...(Object.keys(actions) as CaseActionKind[]))
    const before = fc.subarray(['registered', 'referred', 'accepted'] as CaseState[])
    fc.assert(
      fc.property(before, states, kinds, (moves, state, kind) => {
        const standing = caseAfter([...moves, state])
        const offered = allowedActions(standing, table, now).includes(kind)
        assert.equal(take(standing, actions[kind]).ok, offered)
      }),
    )
  })

  it('need a unit or body, and what the petitioner will read', () => {
    const lacking: [CaseState, Action][] = [
      ['registered', { kind: 'refer', unit: '' }],
      ['registered', { kind: 'decline', unit: '区民政局', reason: '  ' }],
      ['registered', { kind: 'reply', unit: '区民政局', text: '\n' }],
      ['referred', { kind: 'object', reason: ' ' }],
      ['accepted', { kind: 'extend', days: 10, reason: '' }],
      ['reviewing', { kind: 'review', body: '', text: '维持。' }],
      ['reviewing', { kind: 'review', body, text: '' }],
    ]
    for (const [state, action] of lacking) {
      assert.match(whyNot(caseAfter([state]), action), /^请/, action.kind)
    }
  })

  it('tell the petitioner the reason of a decline', () => {
    const { text } = stepTaken(caseAfter(['registered']), actions.decline)
    assert.ok(text.includes('应当通过诉讼解决'))
  })

  it('do not send a case to the unit that has it, whose time would begin anew', () => {
    const referred = caseAfter(['registered', 'referred'], { unit: '区民政局' })
    assert.match(whyNot(referred, actions.refer), /请另选单位/)
  })
})

describe('an extension', () => {
  it('is told with its reason and its days, and leaves the case where it is', () => {
    const step = stepTaken(accepted, actions.extend)
    assert.deepEqual([step.state, step.event, step.days], ['accepted', 'extended', 30])
    assert.equal(step.text, '办理期限延长 30 日。理由：需要鉴定')
  })

  it('is of one to thirty whole days', () => {
    for (const days of [0, 31, -1, 1.5, Number.NaN]) {
      assert.match(whyNot(accepted, { kind: 'extend', days, reason: '需要鉴定' }), /1 到 30/)
    }
  })

  it('is given once, within the period, and to claims', () => {
    const steps = [...accepted.steps, stepTaken(accepted, actions.extend)]
    assert.match(whyNot({ ...accepted, steps }, actions.extend), /只能延长一次/)
    const lastDay = new Date('2027-01-24T15:59:00Z')
    assert.equal(take(accepted, actions.extend, lastDay).ok, true)
    assert.match(whyNot(accepted, actions.extend, new Date('2027-01-24T16:00:00Z')), /期限已过/)
    assert.match(whyNot({ ...accepted, category: 'suggestion' }, actions.extend), /不需要延期/)
  })
})

describe('an objection', () => {
  const referred = caseAfter(['registered', 'referred'])

  it('gives the case back to the bureau, with the reason', () => {
    const step = stepTaken(referred, actions.object)
    assert.equal(step.state, 'registered')
    assert.match(step.text, /区城市管理和综合执法局提出异议.+理由：路灯由区城市管理部门管护/)
  })

  it('comes within five working days', () => {
    // Received on Tuesday the 24th: the fifth working day is Tuesday the 1st.
    assert.equal(take(referred, actions.object, new Date('2026-12-01T15:59:00Z')).ok, true)
    assert.match(whyNot(referred, actions.object, new Date('2026-12-01T16:00:00Z')), /5 个工作日/)
  })

  it('is not held to be late where the table of working days is missing', () => {
    const taken = takeStep(referred, actions.object, '', new Date('2026-12-09T01:00:00Z'), {})
    assert.equal(taken.ok, true)
  })
})
