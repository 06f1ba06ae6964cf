import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { status } from '@portal/content/schema/status'
import { statusOf, type CaseFacts } from '../../cms/src/cases/status.ts'

const table = { '2026': { off: [], on: [] }, '2027': { off: [], on: [] } }
const facts: CaseFacts = {
  number: '1234567890123456',
  revision: 3,
  state: 'accepted',
  title: '小区路灯不亮',
  receivedAt: '2026-11-22T01:00:00.000Z',
  unit: '区城市管理和综合执法局',
  steps: [
    { at: '2026-11-22T01:00:00.000Z', state: 'received', text: '网上信访已收到。', by: '信访人' },
    { at: '2026-11-23T01:00:00.000Z', state: 'registered', text: '信访部门已登记。', by: '张' },
    { at: '2026-11-24T01:00:00.000Z', state: 'accepted', text: '已受理。', by: '张' },
  ],
  reply: null,
  evaluation: null,
}

describe('the status that a petitioner reads', () => {
  it('is of the shape that crosses to the portal', () => {
    assert.ok(status.safeParse(statusOf(facts, table)).success)
  })

  it('does not say who on the staff acted', () => {
    assert.ok(!JSON.stringify(statusOf(facts, table)).includes('张'))
  })

  it('shows the clocks that run, with article and last day', () => {
    const { clocks } = statusOf(facts, table)
    assert.deepEqual(
      clocks.map(({ article, startedOn, lastDay, done }) => [article, startedOn, lastDay, done]),
      [
        [22, '2026-11-22', '2026-12-07', true],
        [34, '2026-11-24', '2027-01-23', false],
      ],
    )
  })

  it('invites to evaluate once there is a reply, until it is evaluated', () => {
    const replied = {
      ...facts,
      state: 'replied' as const,
      reply: { text: '已修复。', deliveredAt: '2026-11-30T01:00:00.000Z' },
    }
    assert.equal(statusOf(facts, table).mayEvaluate, false)
    assert.equal(statusOf(replied, table).mayEvaluate, true)
    const evaluated = {
      ...replied,
      evaluation: { satisfaction: 'satisfied' as const, comment: '' },
    }
    assert.equal(statusOf(evaluated, table).mayEvaluate, false)
  })
})
