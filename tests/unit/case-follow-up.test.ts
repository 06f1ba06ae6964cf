import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CaseState } from '@portal/content/schema/state'
import {
  takeAppeal,
  takeSupplement,
  takeWithdrawal,
} from '../../cms/src/casework/rules/follow-up.ts'
import { caseAfter } from '../support/case-facts.ts'

const table = { '2026': { off: [], on: [] }, '2027': { off: [], on: [] } }
const matterAfter = (...moves: CaseState[]) => ({ ...caseAfter(moves), evaluated: false })
const at = '2026-12-10T01:00:00.000Z'
const replied = matterAfter('registered', 'replied')

describe('a supplement', () => {
  it('is noted with its files and moves nothing', () => {
    const step = takeSupplement(matterAfter('registered'), at, 2)
    assert.deepEqual(step, {
      at,
      state: 'registered',
      text: '信访人补充了情况，附件 2 个。',
      by: '信访人',
      event: 'note',
    })
  })

  it('is kept after the end too, and says that nothing follows', () => {
    const { text, state } = takeSupplement(matterAfter('registered', 'closed'), at, 0)
    assert.equal(state, 'closed')
    assert.match(text, /不再重新办理/)
  })
})

describe('a withdrawal', () => {
  it('ends a case that is not decided', () => {
    for (const moves of [[], ['registered'], ['registered', 'referred', 'accepted']]) {
      const step = takeWithdrawal(matterAfter(...(moves as CaseState[])), at)
      assert.deepEqual([step.state, step.event], ['withdrawn', undefined])
    }
  })

  it('is noted with the reason where the case is decided or over', () => {
    const late = takeWithdrawal(replied, at)
    assert.deepEqual([late.state, late.event], ['replied', 'note'])
    assert.match(late.text, /已经作出决定，不能撤回/)
    assert.match(takeWithdrawal(matterAfter('withdrawn'), at).text, /已经结束/)
  })
})

describe('an appeal', () => {
  it('starts the review, up to the last minute of the last day', () => {
    // Replied on Tuesday 24 November; the thirtieth day is Thursday 24 December.
    const lastMinute = '2026-12-24T15:59:59.000Z'
    const step = takeAppeal(replied, 'review', lastMinute, table)
    assert.deepEqual([step.state, step.event], ['reviewing', undefined])
    const closed = matterAfter('registered', 'replied', 'closed')
    assert.equal(takeAppeal(closed, 'review', at, table).state, 'reviewing')
  })

  it('that is late is written down with the last day, and starts nothing', () => {
    const step = takeAppeal(replied, 'review', '2026-12-24T16:00:00.000Z', table)
    assert.deepEqual([step.state, step.event], ['replied', 'appeal-refused'])
    assert.match(step.text, /最后一天是2026年12月24日，已经过了/)
  })

  it('is in time on the day after a last day that is not worked', () => {
    const off = { ...table, '2026': { off: ['2026-12-24'], on: [] } }
    const next = '2026-12-25T10:00:00.000Z'
    assert.equal(takeAppeal(replied, 'review', next, off).state, 'reviewing')
    assert.equal(takeAppeal(replied, 'review', '2026-12-25T16:00:00.000Z', off).state, 'replied')
  })

  it('is not held to be late where the table of working days is missing', () => {
    assert.equal(takeAppeal(replied, 'review', '2027-01-05T01:00:00.000Z', {}).state, 'reviewing')
  })

  it('goes to a re-review only after the review', () => {
    assert.equal(takeAppeal(replied, 're-review', at, table).event, 'appeal-refused')
    const reviewed = matterAfter('registered', 'replied', 'reviewing', 'reviewed')
    assert.equal(takeAppeal(reviewed, 're-review', at, table).state, 're-reviewing')
    assert.equal(takeAppeal(reviewed, 'review', at, table).event, 'appeal-refused')
  })

  it('has a reason for every state in which it cannot start', () => {
    const states: [CaseState[], RegExp][] = [
      [['registered'], /须先有书面答复/],
      [['registered', 'declined'], /须先有书面答复/],
      [['registered', 'replied', 'reviewing'], /已经在办理/],
      [['replied', 'reviewing', 'reviewed', 're-reviewing', 're-reviewed'], /最后的意见/],
      [['registered', 'withdrawn'], /已经撤回/],
    ]
    for (const [moves, reason] of states) {
      const step = takeAppeal(matterAfter(...moves), 'review', at, table)
      assert.equal(step.state, moves.at(-1))
      assert.match(step.text, reason)
    }
  })
})
