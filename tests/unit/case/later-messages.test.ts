import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CaseState } from '@portal/content/schema/petition/state'
import {
  takeAppeal,
  takeSupplement,
  takeWithdrawal,
} from '../../../cms/src/casework/rules/petitioner/later-messages.ts'
import { after, caseAfter } from '../../support/case/facts.ts'

const table = { '2026': { off: [], on: [] }, '2027': { off: [], on: [] } }
const matterAfter = (...moves: CaseState[]) => ({ ...caseAfter(moves), evaluated: false })
const at = '2026-12-10T01:00:00.000Z'
const replied = matterAfter('registered', 'replied')
const sent = { text: '灯还是不亮。', files: [], names: [] }
const picture = (id: string) => ({
  id,
  name: '照片.jpg',
  type: 'image/jpeg',
  bytes: 1,
  sha256: 'A'.repeat(44),
  at,
  state: 'kept' as const,
})
const appeal = (...[matter, level, moment, workdays]: Appeal) =>
  takeAppeal(matter, level, sent, moment, workdays)
type Appeal = [
  ReturnType<typeof matterAfter>,
  'review' | 're-review',
  string,
  Parameters<typeof takeAppeal>[4],
]

describe('a supplement', () => {
  it('is noted with its files and moves nothing', () => {
    const files = [picture('a'), picture('b')]
    const body = takeSupplement(matterAfter('registered'), { ...sent, files })
    assert.equal(body.told, '信访人补充了情况，附件 2 个。')
    const file = after(caseAfter(['registered']), at, body)
    const step = { at, state: 'registered', text: body.told, by: '张', event: 'note' }
    assert.deepEqual(file.steps.at(-1), step)
    assert.deepEqual(file.laterMessages[0]?.attachments, ['a', 'b'])
  })

  it('is kept after the end too, and says that nothing follows', () => {
    const { told } = takeSupplement(matterAfter('registered', 'closed'), sent)
    assert.match(told ?? '', /不再重新办理/)
  })
})

describe('a withdrawal', () => {
  it('ends a case that is not decided', () => {
    for (const moves of [[], ['registered'], ['registered', 'referred', 'accepted']]) {
      const file = caseAfter(moves as CaseState[])
      const body = takeWithdrawal({ ...file, evaluated: false }, sent)
      assert.equal(body.granted, true)
      const ended = after(file, at, body)
      assert.deepEqual([ended.state, ended.steps.at(-1)?.event], ['withdrawn', undefined])
    }
  })

  it('is noted with the reason where the case is decided or over', () => {
    const late = takeWithdrawal(replied, sent)
    assert.equal(late.granted, false)
    assert.match(late.told ?? '', /已经作出决定，不能撤回/)
    assert.match(takeWithdrawal(matterAfter('withdrawn'), sent).told ?? '', /已经结束/)
  })
})

describe('an appeal', () => {
  it('starts the review, up to the last minute of the last day', () => {
    // Replied on Tuesday 24 November; the thirtieth day is Thursday 24 December.
    const lastMinute = '2026-12-24T15:59:59.000Z'
    const body = appeal(replied, 'review', lastMinute, table)
    assert.equal(body.started, true)
    assert.equal(after(replied, lastMinute, body).state, 'reviewing')
    const closed = matterAfter('registered', 'replied', 'closed')
    assert.equal(appeal(closed, 'review', at, table).started, true)
  })

  it('that is late is written down with the last day, and starts nothing', () => {
    const moment = '2026-12-24T16:00:00.000Z'
    const body = appeal(replied, 'review', moment, table)
    const { state, steps } = after(replied, moment, body)
    assert.deepEqual([state, steps.at(-1)?.event], ['replied', 'appeal-refused'])
    assert.match(body.told ?? '', /最后一天是2026年12月24日，已经过了/)
  })

  it('is in time on the day after a last day that is not worked', () => {
    const off = { ...table, '2026': { off: ['2026-12-24'], on: [] } }
    const next = '2026-12-25T10:00:00.000Z'
    assert.equal(appeal(replied, 'review', next, off).started, true)
    assert.equal(appeal(replied, 'review', '2026-12-25T16:00:00.000Z', off).started, false)
  })

  it('is not held to be late where the table of working days is missing', () => {
    assert.equal(appeal(replied, 'review', '2027-01-05T01:00:00.000Z', {}).started, true)
  })

  it('goes to a re-review only after the review', () => {
    assert.equal(appeal(replied, 're-review', at, table).started, false)
    const reviewed = matterAfter('registered', 'replied', 'reviewing', 'reviewed')
    assert.equal(appeal(reviewed, 're-review', at, table).started, true)
    assert.equal(appeal(reviewed, 'review', at, table).started, false)
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
      const body = appeal(matterAfter(...moves), 'review', at, table)
      assert.equal(body.started, false)
      assert.match(body.told ?? '', reason)
    }
  })
})
