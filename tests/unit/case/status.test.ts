import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CaseState } from '@portal/content/schema/petition/state'
import { status } from '@portal/content/schema/petition/status'
import { statusOf, type CaseFacts } from '../../../cms/src/casework/rules/petitioner/status.ts'
import { caseAfter } from '../../support/case/facts.ts'

const table = { '2026': { off: [], on: [] }, '2027': { off: [], on: [] } }
const clocksOf = (facts: CaseFacts) =>
  statusOf(facts, table).clocks.map(({ whose, article, startedOn, lastDay, done }) => [
    whose,
    article,
    startedOn,
    lastDay,
    done,
  ])
const mayOf = (facts: CaseFacts) => statusOf(facts, table).may
const untilReply: CaseState[] = ['registered', 'referred', 'accepted', 'replied']

describe('the status that a petitioner reads', () => {
  it('is of the shape that crosses to the portal', () => {
    const all: CaseState[] = [...untilReply, 'reviewing', 'reviewed', 're-reviewing', 're-reviewed']
    all.forEach((_, index) => {
      const parsed = status.safeParse(statusOf(caseAfter(all.slice(0, index)), table))
      assert.ok(parsed.success, JSON.stringify(parsed.error?.issues))
    })
  })

  it('does not say who on the staff acted', () => {
    assert.ok(!JSON.stringify(statusOf(caseAfter(untilReply), table)).includes('张'))
  })

  it('shows the clocks that run, for whom, with article and last day', () => {
    assert.deepEqual(clocksOf(caseAfter(['registered', 'referred', 'accepted'])), [
      ['bureau', 22, '2026-11-22', '2026-12-07', true],
      ['unit', 23, '2026-11-24', '2026-12-09', true],
      ['unit', 34, '2026-11-25', '2027-01-24', false],
    ])
  })

  it('lets the bureau go on counting until the matter is routed, not only registered', () => {
    assert.deepEqual(clocksOf(caseAfter(['registered'])), [
      ['bureau', 22, '2026-11-22', '2026-12-07', false],
    ])
  })

  it('promises sixty days to claims only', () => {
    const suggestion = caseAfter(['registered', 'accepted'], { category: 'suggestion' })
    assert.deepEqual(
      clocksOf(suggestion).map(([, article]) => article),
      [22],
    )
  })

  it('counts anew for the unit that receives it next', () => {
    const again = caseAfter(['registered', 'referred', 'registered', 'referred'])
    assert.deepEqual(clocksOf(again).at(-1), ['unit', 23, '2026-11-26', '2026-12-11', false])
    assert.equal(clocksOf(again).length, 2)
    const givenBack = caseAfter(['registered', 'referred', 'registered'])
    assert.equal(clocksOf(givenBack).length, 1, 'a unit without the case is still counted for')
  })

  it('does not take a note for a step', () => {
    const facts = caseAfter(['registered', 'referred'])
    const note = { at: '2026-12-01T01:00:00.000Z', state: facts.state, text: '补充', by: '信访人' }
    const noted = { ...facts, steps: [...facts.steps, { ...note, event: 'note' as const }] }
    assert.deepEqual(clocksOf(noted), clocksOf(facts))
  })

  it('lengthens handling by an extension, and a re-review by the time of its hearing', () => {
    const add = (facts: CaseFacts, event: 'extended' | 'heard', days: number): CaseFacts => {
      const at = '2026-12-05T01:00:00.000Z'
      const step = { at, state: facts.state, text: '', by: '', event, days }
      return { ...facts, steps: [...facts.steps, step] }
    }
    const accepted = caseAfter(['registered', 'accepted'])
    assert.equal(clocksOf(accepted).at(-1)?.[3], '2027-01-23')
    assert.equal(clocksOf(add(accepted, 'extended', 30)).at(-1)?.[3], '2027-02-22')
    const hearing = caseAfter([...untilReply, 'reviewing', 'reviewed', 're-reviewing'])
    assert.equal(clocksOf(hearing).at(-1)?.[3], '2026-12-29')
    assert.equal(clocksOf(add(hearing, 'heard', 7)).at(-1)?.[3], '2027-01-05')
  })

  it('shows both appeals with their clocks, each done when the next step was taken', () => {
    const moves: CaseState[] = [...untilReply, 'reviewing', 'reviewed']
    assert.deepEqual(clocksOf(caseAfter(moves)).slice(3), [
      ['petitioner', 35, '2026-11-26', '2026-12-28', true],
      ['review-body', 35, '2026-11-27', '2026-12-27', true],
      ['petitioner', 36, '2026-11-28', '2026-12-28', false],
    ])
  })
})

describe('what a petitioner may do', () => {
  it('is to add and to withdraw until somebody decides, and to add until the end', () => {
    for (const moves of [[], ['registered'], ['registered', 'referred', 'accepted']]) {
      const { supplement, withdraw } = mayOf(caseAfter(moves as CaseState[]))
      assert.deepEqual([supplement, withdraw], [true, true])
    }
    const replied = mayOf(caseAfter(untilReply))
    assert.deepEqual([replied.supplement, replied.withdraw], [true, false])
    for (const end of ['closed', 'withdrawn'] as const) {
      const { supplement, withdraw, appeal } = mayOf(caseAfter(['registered', end]))
      assert.deepEqual([supplement, withdraw, appeal], [false, false, null])
    }
  })

  it('is to evaluate once there is a reply, once', () => {
    assert.equal(mayOf(caseAfter(['registered', 'accepted'])).evaluate, false)
    assert.equal(mayOf(caseAfter(untilReply)).evaluate, true)
    const evaluation = { satisfaction: 'satisfied' as const, comment: '' }
    assert.equal(mayOf(caseAfter(untilReply, { evaluation })).evaluate, false)
    assert.equal(mayOf(caseAfter(['registered', 'withdrawn'])).evaluate, false)
  })

  it('is to appeal once at each level, also after the case was closed', () => {
    const appeal = (...more: CaseState[]) => mayOf(caseAfter([...untilReply, ...more])).appeal
    assert.deepEqual(appeal(), { level: 'review', lastDay: '2026-12-28' })
    assert.deepEqual(appeal('closed'), { level: 'review', lastDay: '2026-12-28' })
    assert.equal(appeal('reviewing'), null)
    assert.equal(appeal('reviewing', 'reviewed')?.level, 're-review')
    assert.equal(appeal('reviewing', 'reviewed', 'closed')?.level, 're-review')
    assert.equal(appeal('reviewing', 'reviewed', 're-reviewing'), null)
    assert.equal(appeal('reviewing', 'reviewed', 're-reviewing', 're-reviewed'), null)
    assert.equal(appeal('reviewing', 'reviewed', 're-reviewing', 're-reviewed', 'closed'), null)
    assert.equal(mayOf(caseAfter(['registered', 'declined', 'closed'])).appeal, null)
  })
})
