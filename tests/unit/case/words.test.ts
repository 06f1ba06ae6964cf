import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { runningClocks } from '../../../cms/src/casework/rules/clocks/running-clocks.ts'
import { wordsOf } from '../../../cms/src/casework/rules/clocks/clock-labels.ts'
import { caseAfter } from '../../support/case/facts.ts'

const table = { '2026': { off: [], on: [] } }
const words = (facts: ReturnType<typeof caseAfter>, today: string) =>
  runningClocks(facts, table).map((clock) => wordsOf(clock, today, table))

describe('a clock in words for staff', () => {
  it('says how many days are left, that it is today, and how late it is', () => {
    const until = (today: string) => words(caseAfter([]), today)[0]
    assert.equal(until('2026-12-05')?.until, '最后一天 2026年12月7日，还有 2 天')
    assert.equal(until('2026-12-07')?.until, '最后一天 2026年12月7日，就是今天')
    const late = until('2026-12-10')
    assert.deepEqual(
      [late?.until, late?.state, late?.whose],
      ['期限是 2026年12月7日，已经超过 3 天', 'late', '信访部门'],
    )
  })

  it('says when it was done', () => {
    const [register] = words(caseAfter(['registered', 'referred']), '2027-01-01')
    assert.deepEqual([register?.until, register?.state], ['2026年11月24日已完成', 'done'])
  })

  it('calls nobody late for a right that was not used', () => {
    const right = words(caseAfter(['registered', 'replied']), '2026-12-30').at(-1)
    assert.deepEqual([right?.until, right?.state], ['2026年12月24日已截止', 'passed'])
  })

  it('asks to check where the table of working days is missing', () => {
    const facts = caseAfter(['replied'], {
      steps: [
        { at: '2026-12-01T01:00:00Z', state: 'received', text: '', by: '' },
        { at: '2026-12-10T01:00:00Z', state: 'replied', text: '', by: '' },
      ],
    })
    assert.equal(words(facts, '2026-12-11').at(-1)?.alarm, '请核对：缺少 2027 年工作日表')
    assert.equal(words(facts, '2026-12-11')[0]?.alarm, null)
  })
})
