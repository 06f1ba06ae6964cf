import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { decide } from '../../../cms/src/casework/rules/actions/decide.ts'
import {
  now,
  alone,
  bureau,
  of,
  actions,
  take,
  taken,
  whyNot,
  lastOf,
  accepted,
} from '../../support/case/actions.ts'
import { caseAfter, lighting } from '../../support/case/facts.ts'

describe('an extension', () => {
  it('is told with its reason and its days, and leaves the case where it is', () => {
    const step = lastOf(taken(accepted, actions.extend))
    assert.deepEqual([step.state, step.event, step.days], ['accepted', 'extended', 30])
    assert.equal(step.text, '办理期限延长 30 日。理由：需要鉴定')
  })

  it('is of one to thirty whole days', () => {
    for (const days of [0, 31, -1, 1.5, Number.NaN]) {
      assert.match(whyNot(accepted, { kind: 'extend', days, reason: '需要鉴定' }), /1 到 30/)
    }
  })

  it('is given once, within the period, and to claims', () => {
    assert.match(whyNot(taken(accepted, actions.extend), actions.extend), /只能延长一次/)
    const lastDay = new Date('2027-01-24T15:59:00Z')
    assert.equal(take(accepted, actions.extend, lastDay).ok, true)
    assert.match(whyNot(accepted, actions.extend, new Date('2027-01-24T16:00:00Z')), /期限已过/)
    assert.match(whyNot({ ...accepted, category: 'suggestion' }, actions.extend), /不需要延期/)
  })
})

describe('an objection', () => {
  const referred = caseAfter(['registered', 'referred'])

  it('gives the case back to the bureau, with the reason', () => {
    const givenBack = taken(referred, actions.object)
    assert.deepEqual([givenBack.state, givenBack.unit], ['registered', null])
    assert.match(
      lastOf(givenBack).text,
      /区城市管理和综合执法局提出异议.+理由：路灯由区城市管理部门管护/,
    )
  })

  it('comes within five working days', () => {
    // Received on Tuesday the 24th: the fifth working day is Tuesday the 1st.
    assert.equal(take(referred, actions.object, new Date('2026-12-01T15:59:00Z')).ok, true)
    assert.match(whyNot(referred, actions.object, new Date('2026-12-01T16:00:00Z')), /5 个工作日/)
  })

  it('is not held to be late where the table of working days is missing', () => {
    const late = new Date('2026-12-09T01:00:00Z')
    assert.equal(decide(referred, actions.object, bureau, late, {}, alone).ok, true)
  })
})

describe('an extension that a unit asks for', () => {
  const own = of(lighting)
  const asked = taken(accepted, actions['ask-extension'], now, own)

  it('is not told, and lengthens nothing, before the bureau has granted it', () => {
    assert.deepEqual(asked.steps, accepted.steps)
    assert.deepEqual(asked.extension, { unit: lighting, days: 30, reason: '需要鉴定' })
    const granted = taken(asked, actions['approve-extension'])
    assert.deepEqual([granted.extension, lastOf(granted).days], [null, 30])
    assert.equal(lastOf(granted).text, '办理期限延长 30 日。理由：需要鉴定')
  })

  it('is refused without a word to the petitioner, and may be asked for again', () => {
    const refused = taken(asked, actions['refuse-extension'])
    assert.deepEqual([refused.extension, refused.steps], [null, accepted.steps])
    assert.equal(take(refused, actions['ask-extension'], now, own).ok, true)
  })

  it('is asked for by the unit and answered by the bureau, once', () => {
    assert.match(whyNot(asked, actions['approve-extension'], now, own), /信访部门/)
    assert.match(whyNot(accepted, actions['approve-extension']), /没有待批准的延期/)
    assert.match(whyNot(asked, actions['ask-extension'], now, own), /已经申请/)
    assert.match(whyNot(asked, actions.extend), /已经申请/)
  })
})
