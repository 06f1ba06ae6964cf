import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { table } from '../../support/case/calendar.ts'
import { wordsOf } from '../../../cms/src/casework/rules/clocks/clock-labels.ts'
import { runningClocks } from '../../../cms/src/casework/rules/clocks/running-clocks.ts'
import type { Action } from '../../../cms/src/casework/rules/actions/action.ts'
import {
  now,
  of,
  assign,
  actions,
  take,
  taken,
  whyNot,
  lastOf,
} from '../../support/case/actions.ts'
import { caseAfter, civil, housing, lighting } from '../../support/case/facts.ts'

describe('several units', () => {
  const shared = taken(caseAfter(['registered']), {
    kind: 'refer',
    units: [assign(lighting), assign(civil, false, '2026-12-20'), assign(housing, false)],
  })

  it('are told of with the one in the lead first', () => {
    assert.equal(shared.unit, lighting.name)
    assert.equal(
      lastOf(shared).text,
      '已转送区城市管理和综合执法局处理，区民政局、区住房和城乡建设局会同办理。',
    )
  })

  it('answer each for itself: what those beside the lead do is not for the petitioner', () => {
    const helped = taken(shared, { kind: 'accept', unit: civil }, now, of(civil))
    const advised = taken(helped, actions.advise, now, of(civil))
    assert.deepEqual([advised.state, advised.steps], ['referred', shared.steps])
    const [, second] = advised.referrals
    assert.deepEqual([second?.answeredAt, second?.advice], [now.toISOString(), '同意。'])
    const objected = taken(advised, { kind: 'object', unit: housing, reason: '与住房无关' })
    assert.deepEqual([objected.state, objected.unit], ['referred', lighting.name])
    assert.deepEqual(
      objected.referrals.filter(({ endedAt }) => endedAt === null).map(({ unit }) => unit.id),
      ['lighting', 'civil'],
    )
    assert.equal(taken(objected, actions.reply, now, of(lighting)).reply?.text, '经核实……')
  })

  it('beside the lead neither reply nor decline, and the lead gives no advice to itself', () => {
    for (const kind of ['reply', 'decline', 'ask-extension', 'ask-petitioner'] as const) {
      assert.equal(take(shared, actions[kind], now, of(civil)).ok, false, kind)
    }
    assert.match(whyNot(shared, { kind: 'reply', unit: civil, text: '答复' }), /主办单位/)
    assert.equal(take(shared, { ...actions.advise, unit: lighting } as Action).ok, false)
  })

  it('are not credited with what the lead did: a clock that the decision ended is no clock that was kept', () => {
    const helped = taken(shared, { kind: 'accept', unit: civil }, now, of(civil))
    const replied = taken(helped, actions.reply, now, of(lighting))
    const asked = runningClocks(replied, table).filter(({ clock }) => clock === 'inform')
    assert.deepEqual(
      asked.map(({ unit, lapsed }) => [unit?.name ?? lighting.name, lapsed === true]),
      [
        [lighting.name, false],
        [civil.name, false],
        [housing.name, true],
      ],
    )
    const [, , last] = asked.map((clock) => wordsOf(clock, '2027-01-01', table))
    assert.equal(last?.state, 'passed')
    assert.match(last?.until ?? '', /随主办单位的决定结束$/)
  })

  it('lose the case with the lead, and one by one without it', () => {
    const one = taken(shared, { kind: 'recall', units: [civil], reason: '不需要' })
    assert.deepEqual([one.state, one.steps], ['referred', shared.steps])
    const all = taken(one, actions.recall)
    assert.deepEqual([all.state, all.unit], ['registered', null])
    assert.equal(lastOf(all).text, '信访部门已收回，将另行确定办理单位。原因：转错了')
    assert.ok(all.referrals.every(({ endedAt }) => endedAt !== null))
  })

  it('are added to later, none twice, none in the lead', () => {
    const file = caseAfter(['registered', 'referred'])
    assert.equal(taken(file, actions['add-units']).referrals.length, 2)
    const same: Action = { kind: 'add-units', units: [assign(lighting, false)] }
    assert.match(whyNot(file, same), /已经在办理/)
    assert.match(whyNot(file, { kind: 'add-units', units: [assign(civil)] }), /主办单位只有一个/)
    const twice: Action = { kind: 'refer', units: [assign(civil), assign(civil, false)] }
    assert.match(whyNot(file, twice), /选了两次/)
    const over: Action = { kind: 'refer', units: [assign(civil, true, '2026-11-26')] }
    assert.match(whyNot(file, over), /期限已经过去/)
    assert.equal(take(file, { kind: 'refer', units: [assign(civil, true, '2026-11-27')] }).ok, true)
  })
})
