import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { EventBody } from '../../../cms/src/casework/events/event.ts'
import type { Action } from '../../../cms/src/casework/rules/actions/action.ts'
import { allowedActions } from '../../../cms/src/casework/rules/actions/allowed-actions.ts'
import { decide } from '../../../cms/src/casework/rules/actions/decide.ts'
import { followUpAfter } from '../../../cms/src/casework/rules/petitioner/open-follow-up.ts'
import { nextDuty } from '../../../cms/src/casework/rules/clocks/next-duty.ts'
import { runningClocks } from '../../../cms/src/casework/rules/clocks/running-clocks.ts'
import { situationOf } from '../../../cms/src/casework/rules/situation.ts'
import { statusOf } from '../../../cms/src/casework/rules/petitioner/status.ts'
import { after, caseAfter, civil, lighting } from '../../support/case/facts.ts'

const table = { '2026': { off: [], on: [] }, '2027': { off: [], on: [] } }
const bureau = { kind: 'bureau' } as const
const lead = { kind: 'unit', unit: lighting.id } as const
const now = new Date('2026-12-02T02:00:00.000Z')
const replied = caseAfter(['registered', 'referred', 'accepted', 'replied'])

function evaluatedAt(at: string, satisfaction: 'dissatisfied' | 'satisfied' = 'dissatisfied') {
  const body: EventBody = {
    kind: 'evaluated',
    told: '评价。',
    satisfaction,
    comment: '',
    names: [],
  }
  return after(replied, at, body, ...followUpAfter(replied, satisfaction, at, 15))
}
const file = evaluatedAt('2026-12-01T02:00:00.000Z')
const take = (of: typeof file, action: Action, party: Parameters<typeof decide>[2] = bureau) => {
  const decision = decide(of, action, party, now, table, { by: 1, secondReader: false })
  return decision.ok ? after(of, now.toISOString(), ...decision.events) : decision.reason
}

describe('a petitioner who is dissatisfied', () => {
  // Each can be counted by hand: the day on which the evaluation came is not counted.
  for (const [at, lastDay] of [
    ['2026-12-01T02:00:00.000Z', '2026-12-16'],
    ['2026-12-01T15:59:59.000Z', '2026-12-16'],
    ['2026-12-01T16:00:00.000Z', '2026-12-17'],
    ['2028-02-14T02:00:00.000Z', '2028-02-29'],
    ['2026-12-20T02:00:00.000Z', '2027-01-04'],
  ] as const) {
    it(`of ${at} is to be spoken with by ${lastDay}`, () => {
      const clock = runningClocks(evaluatedAt(at), table).at(-1)
      assert.deepEqual([clock?.clock, clock?.lastDay, clock?.doneOn], ['follow-up', lastDay, null])
    })
  }

  it('is the bureau’s to speak with until somebody has taken it; no such thing of one who is satisfied', () => {
    assert.equal(evaluatedAt('2026-12-01T02:00:00.000Z', 'satisfied').dissatisfaction, null)
    assert.equal(nextDuty(file, table)?.clock, 'follow-up')
    assert.equal(nextDuty(file, table, lead), undefined)
    assert.deepEqual(allowedActions(file, bureau, table, now).slice(0, 2), [
      'follow-up',
      'assign-follow-up',
    ])
    assert.ok(!allowedActions(file, lead, table, now).includes('follow-up'))
  })

  it('can be left to a unit that has the case, which then owes it and may write it down', () => {
    const other = take(file, { kind: 'assign-follow-up', owner: { kind: 'unit', unit: civil } })
    assert.equal(other, '只能请办理这一件的单位回访，请重新选择。')
    const given = take(file, { kind: 'assign-follow-up', owner: { kind: 'unit', unit: lighting } })
    assert.ok(typeof given !== 'string', String(given))
    assert.equal(nextDuty(given, table, lead)?.clock, 'follow-up')
    assert.ok(allowedActions(given, lead, table, now).includes('follow-up'))
    const done = take(given, { kind: 'follow-up', record: '已经解释清楚。' }, lead)
    assert.ok(typeof done !== 'string', String(done))
    assert.equal(nextDuty(done, table), undefined)
    assert.equal(runningClocks(done, table).at(-1)?.doneOn, '2026-12-02')
    assert.equal(
      take(done, { kind: 'follow-up', record: '再说一次。' }),
      '办件的状态已经变化，请刷新页面后再办理。',
    )
  })

  it('can be taken by a clerk, once, and not without what was said', () => {
    const own = { kind: 'assign-follow-up', owner: { kind: 'clerk', id: 7, name: '王' } } as const
    const taken = take(file, own)
    assert.ok(typeof taken !== 'string', String(taken))
    assert.equal(take(taken, own), '回访已经由您负责。')
    assert.equal(take(taken, { kind: 'follow-up', record: ' ' }), '请写明和信访人说了什么。')
  })

  it('stays to be spoken with after the case was closed, and when it is late the sentence says so', () => {
    const closed = take(file, { kind: 'close' })
    assert.ok(typeof closed !== 'string', String(closed))
    assert.deepEqual(allowedActions(closed, bureau, table, now).slice(0, 1), ['follow-up'])
    const late = situationOf(closed, bureau, table, '2026-12-20', false)
    assert.deepEqual(
      late.map(({ text, late: isLate }) => [text, isLate]),
      [
        ['已办结。', false],
        ['信访人不满意，还没有回访。', false],
        ['信访部门应当在2026年12月16日以前回访信访人，已经超过 4 天。', true],
        ['信访人可以申请复查，最后一天是2026年12月28日。', false],
      ],
    )
  })

  it('reads that somebody has spoken with them, and not what was written down', () => {
    const done = take(file, { kind: 'follow-up', record: '电话里说的话。' })
    assert.ok(typeof done !== 'string', String(done))
    const told = JSON.stringify(statusOf(done, table))
    assert.match(told, /已就您的评价回访/)
    assert.doesNotMatch(told, /电话里说的话|回访信访人/)
  })
})
