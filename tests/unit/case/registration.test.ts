import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { eventBody } from '../../../cms/src/casework/events/event.ts'
import { allowedActions } from '../../../cms/src/casework/rules/actions/allowed-actions.ts'
import { describeEvent, mayRead } from '../../../cms/src/casework/rules/event-words.ts'
import { projectCase } from '../../../cms/src/casework/rules/case/project-case.ts'
import { lawOnRepeat, linkRepeat } from '../../../cms/src/casework/rules/repeats/link-repeat.ts'
import { runningClocks } from '../../../cms/src/casework/rules/clocks/running-clocks.ts'
import { settleOnSpot } from '../../../cms/src/casework/rules/actions/settle-on-spot.ts'
import { statusOf } from '../../../cms/src/casework/rules/petitioner/status.ts'
import type { RegisterChannel } from '../../../cms/src/contracts/cases/registration.ts'
import { shanghai, table } from '../../support/case/calendar.ts'
import { after, caseAfter, filed, lighting } from '../../support/case/facts.ts'

const clerk = { kind: 'staff' as const, id: 1, name: '张' }
const at = (text: string) => shanghai(text).toISOString()

/** A case as it is registered: it came on one day and was written down on another. */
function registered(channel: RegisterChannel, came: string, written: string) {
  const base = { number: '1234567890123456', actor: clerk }
  return projectCase([
    { ...base, sequence: 1, at: at(came), body: filed({ channel, told: '来信已收到。' }) },
    {
      ...base,
      sequence: 2,
      at: at(written),
      body: { kind: 'registered', told: '信访部门已登记。' },
    },
  ])
}

describe('a case that was registered at the desk', () => {
  it('counts from the day on which it came, not from the one on which it was written down', () => {
    const file = registered('letter', '2026-03-02 23:59', '2026-03-05 09:00')
    const [clock] = runningClocks(file, table)
    assert.deepEqual(
      [clock?.clock, clock?.startedOn, clock?.lastDay, clock?.doneOn],
      ['register', '2026-03-02', '2026-03-17', null],
    )
    assert.deepEqual([file.channel, file.state], ['letter', 'registered'])
  })

  it('reads petitions of before, and of the online form, that say no channel', () => {
    assert.equal(eventBody.safeParse(filed()).success, true)
    assert.equal(caseAfter([]).channel, null)
    assert.equal(eventBody.safeParse({ ...filed(), channel: 'pigeon' }).success, false)
  })

  // 网格走访排查, 当场解决: 走访 2026-09-30 16:00, 登记 10-08; closed on the day it was written down.
  it('a grid round that settled it ends it: all clocks done, to be evaluated, nothing to appeal', () => {
    const file = registered('grid', '2026-09-30 16:00', '2026-10-08 09:00')
    const settling = settleOnSpot(file, ' 已换好楼道灯。 ')
    assert.ok(settling.ok)
    const done = after(file, at('2026-10-08 09:00'), settling.body)
    assert.equal(done.state, 'closed')
    assert.deepEqual(
      runningClocks(done, table).map(({ clock, lastDay, doneOn }) => [clock, lastDay, doneOn]),
      [['register', '2026-10-15', '2026-10-08']],
    )
    const { may, steps } = statusOf(done, table)
    assert.deepEqual(may, { evaluate: true, supplement: false, withdraw: false, appeal: null })
    assert.equal(steps.at(-1)?.text, '走访时已当场解决，事项办结。已换好楼道灯。')
    const bureau = { kind: 'bureau' as const }
    assert.ok(allowedActions(done, bureau, table, shanghai('2026-10-09 09:00')).includes('reopen'))
  })

  it('is settled on the spot by no other channel, as no accusation, and not once a unit has it', () => {
    const grid = registered('grid', '2026-03-02 09:00', '2026-03-02 10:00')
    const refused = (changes: object, done = '已修好。') => {
      const settling = settleOnSpot({ ...grid, ...changes }, done)
      return settling.ok ? assert.fail('was settled') : settling.reason
    }
    for (const channel of ['visit', 'letter', 'call', null])
      assert.match(refused({ channel }), /只有网格走访排查/)
    assert.match(refused({ category: 'accusation' }), /第三十条/)
    for (const state of ['referred', 'accepted', 'closed', 'withdrawn'])
      assert.match(refused({ state }), /已经转送或者办结/)
    assert.match(refused({}, ' \n'), /请写明当场怎样解决/)
  })
})

describe('a repeat of an earlier case', () => {
  const file = registered('visit', '2026-03-02 09:00', '2026-03-02 09:00')
  const earlier = '2222333344445555'

  it('is linked with a reason; the case and its clocks stay as they are, and no unit reads the number', () => {
    const linking = linkRepeat(file, earlier, ' 同一盏路灯 ')
    assert.ok(linking.ok)
    const linked = after(file, at('2026-03-02 09:01'), linking.body)
    assert.deepEqual(linked.repeatOf, { number: earlier, reason: '同一盏路灯' })
    const same = ({ state, steps }: typeof file) => ({ state, steps })
    assert.deepEqual(same(linked), same(file))
    assert.deepEqual(runningClocks(linked, table), runningClocks(file, table))
    const event = { number: file.number, sequence: 3, at: '', actor: clerk, body: linking.body }
    assert.equal(
      describeEvent(event).text,
      '登记为重复信访，与 2222 3333 4444 5555 是同一事项。理由：同一盏路灯',
    )
    const unit = { kind: 'unit' as const, unit: lighting.id }
    const withUnit = caseAfter(['registered', 'referred'])
    assert.equal(mayRead(event, withUnit, unit), false)
    assert.equal(mayRead(event, withUnit, { kind: 'bureau' }), true)
  })

  it('is linked neither to itself, nor twice, nor without a reason', () => {
    for (const [of, reason, words] of [
      [file.number, '同一件', /就是同一件/],
      [earlier, ' ', /请写明为什么/],
    ] as const) {
      const linking = linkRepeat(file, of, reason)
      assert.ok(!linking.ok && words.test(linking.reason))
    }
    const linked = { ...file, repeatOf: { number: earlier, reason: '同一事项' } }
    assert.equal(linkRepeat(linked, earlier, '同一事项').ok, false)
    assert.equal(linkRepeat(linked, '6666777788889999', '其实是这一件').ok, true)
  })

  it('tells the clerk what the law says of the earlier one, which rejects nothing', () => {
    const re = [{ level: 'review' as const }, { level: 're-review' as const }]
    assert.match(lawOnRepeat('closed', re), /不再受理（条例第三十六条）；有新的事实/)
    assert.match(lawOnRepeat('accepted', []), /第十九条.+期限照常计算/)
    assert.match(lawOnRepeat('replied', []), /第三十五条/)
    assert.match(lawOnRepeat('reviewed', re.slice(0, 1)), /复核（条例第三十六条）/)
    assert.match(lawOnRepeat('closed', []), /照常登记办理/)
  })
})
