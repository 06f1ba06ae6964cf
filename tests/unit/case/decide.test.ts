import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { caseState, type CaseState } from '@portal/content/schema/petition/state'
import fc from 'fast-check'
import type { Action } from '../../../cms/src/casework/rules/actions/action.ts'
import { allowedActions } from '../../../cms/src/casework/rules/actions/allowed-actions.ts'
import { statusOf } from '../../../cms/src/casework/rules/petitioner/status.ts'
import type { CaseActionKind } from '../../../cms/src/contracts/cases/desk-state.ts'
import {
  table,
  now,
  body,
  bureau,
  of,
  assign,
  actions,
  take,
  taken,
  proposal,
  whyNot,
  lastOf,
  accepted,
} from '../../support/case/actions.ts'
import { caseAfter, civil, lighting } from '../../support/case/facts.ts'

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
      assert.equal(taken(caseAfter(moves), actions[kind]).state, reached, kind)
    }
  })

  it('are refused with a sentence where the state does not allow them', () => {
    assert.equal(whyNot(caseAfter([]), actions.reply), '办件的状态已经变化，请刷新页面后再办理。')
    const allowedAfter = (end: CaseState) =>
      allowedActions(caseAfter(['registered', end]), bureau, table, now)
    assert.deepEqual(allowedAfter('withdrawn'), [])
    assert.deepEqual(allowedAfter('closed'), ['reopen'])
  })

  it('are exactly those that the desk offers', () => {
    const states = fc.constantFrom(...caseState.options)
    const kinds = fc.constantFrom(...(Object.keys(actions) as CaseActionKind[]))
    const before = fc.subarray(['registered', 'referred', 'accepted'] as CaseState[])
    fc.assert(
      fc.property(before, states, kinds, (moves, state, kind) => {
        const file = caseAfter([...moves, state])
        const offered = allowedActions(file, bureau, table, now).includes(kind)
        const decision = take(file, kind === 'propose-reply' ? proposal(file) : actions[kind])
        // What asks for units depends on which are chosen.
        if (!decision.ok && /另选单位|要收回的单位/.test(decision.reason)) return
        assert.equal(decision.ok, offered, JSON.stringify(decision))
      }),
    )
  })

  it('need a unit or body, and what the petitioner will read', () => {
    const nobody = { id: '', name: '' }
    const lacking: [CaseState, Action][] = [
      ['registered', { kind: 'refer', units: [] }],
      ['registered', { kind: 'refer', units: [assign(nobody)] }],
      ['registered', { kind: 'refer', units: [assign(civil, false)] }],
      ['registered', { kind: 'decline', unit: civil, ground: 'police', reason: '  ' }],
      ['registered', { kind: 'reply', unit: civil, text: '\n' }],
      ['registered', { kind: 'accept', unit: nobody }],
      ['referred', { kind: 'object', unit: lighting, reason: ' ' }],
      ['referred', { kind: 'recall', units: [], reason: '转错了' }],
      ['accepted', { kind: 'extend', days: 10, reason: '' }],
      ['accepted', { kind: 'ask-petitioner', question: '' }],
      ['reviewing', { kind: 'review', body: '', text: '维持。' }],
      ['reviewing', { kind: 'review', body, text: '' }],
      ['closed', { kind: 'reopen', reason: '' }],
    ]
    for (const [state, action] of lacking) {
      assert.match(whyNot(caseAfter([state]), action), /^请/, action.kind)
    }
  })

  it('tell the petitioner the reason of a decline', () => {
    const { text } = lastOf(taken(caseAfter(['registered']), actions.decline))
    assert.equal(
      text,
      '区城市管理和综合执法局不予受理：应当通过诉讼解决（条例第 31 条）。请向有管辖权的人民法院提起诉讼。理由：已经起诉',
    )
  })

  it('do not send a case to the unit that has it, whose time would begin anew', () => {
    const referred = caseAfter(['registered', 'referred'])
    assert.match(whyNot(referred, { kind: 'refer', units: [assign(lighting)] }), /请另选单位/)
  })
})

describe('a correction', () => {
  it('of category, topic or place says what it was, what it is and why', () => {
    const change = { field: 'category', to: 'suggestion' } as const
    const corrected = taken(accepted, { kind: 'correct', change, reason: '提的是建议' })
    assert.equal(corrected.category, 'suggestion')
    assert.equal(lastOf(corrected).text, '信访类别由“申诉求决”更正为“建议意见”。原因：提的是建议')
    assert.equal(lastOf(corrected).event, 'corrected')
    assert.match(whyNot(corrected, { kind: 'correct', change, reason: '再改' }), /和现在的一样/)
    assert.match(whyNot(accepted, actions.correct, now, of(lighting)), /信访部门/)
  })

  it('into an accusation waits until somebody has said whom it accuses, while a unit has it', () => {
    const change = { field: 'category', to: 'accusation' } as const
    const action: Action = { kind: 'correct', change, reason: '是检举' }
    assert.match(whyNot(accepted, action), /请先填写被检举控告的单位/)
    assert.equal(take({ ...accepted, accusedConfirmed: true }, action).ok, true)
    assert.equal(take(caseAfter(['registered']), action).ok, true)
  })

  it('of a reply is shown as one, keeps the day of delivery, and ends with a review', () => {
    const replied = caseAfter(['registered', 'referred', 'accepted', 'replied'])
    const corrected = taken(replied, actions['correct-reply'], now, of(lighting))
    assert.deepEqual(corrected.reply, {
      text: '经核实，……',
      deliveredAt: replied.reply?.deliveredAt,
      correctedAt: now.toISOString(),
      files: [],
    })
    assert.equal(lastOf(corrected).text, '答复已更正，以更正后的为准。原因：漏了一个逗号')
    const file = {
      ...{ id: randomUUID(), name: '一.pdf', type: 'application/pdf', bytes: 3 },
      sha256: Buffer.alloc(32).toString('base64'),
    }
    const sameText = { ...actions['correct-reply'], text: corrected.reply?.text ?? '' }
    const withFile = { ...sameText, files: [file] } as Action
    const exchanged = taken(corrected, withFile, now, of(lighting))
    assert.deepEqual(exchanged.reply?.files, [file])
    assert.deepEqual(statusOf(exchanged, table).reply?.files, [file])
    assert.equal(take(exchanged, withFile).ok, false)
    const without = taken(exchanged, sameText as Action, now, of(lighting))
    assert.equal(statusOf(without, table).reply?.files, undefined)
    const same = { ...actions['correct-reply'], text: '已修复。' } as Action
    assert.match(whyNot(replied, same), /没有变化/)
    const reviewing = caseAfter(['registered', 'replied', 'reviewing'])
    assert.equal(take(reviewing, actions['correct-reply']).ok, false)
  })
})

describe('a case that is taken up again', () => {
  const again = taken(caseAfter(['registered', 'referred', 'replied', 'closed']), actions.reopen)

  it('is with the bureau, without units, and says why', () => {
    assert.deepEqual([again.state, again.unit], ['registered', null])
    assert.equal(lastOf(again).text, '信访部门重新办理。原因：路灯又坏了')
  })

  it('may be extended anew', () => {
    const extended = taken(accepted, actions.extend)
    const closed = taken(taken(extended, actions.reply), actions.close)
    const anew = taken(taken(closed, actions.reopen), { kind: 'accept', unit: lighting })
    assert.equal(take(anew, actions.extend).ok, true)
  })
})

describe('mediation, hearing and a question', () => {
  it('are written down in the words of the law, without what was said', () => {
    const words = (action: Action) => lastOf(taken(accepted, action)).text
    assert.equal(words(actions.mediate), '已经调解，双方达成一致意见。')
    assert.equal(words(actions.hear), '已举行听证。')
    assert.equal(words(actions['ask-petitioner']), '区城市管理和综合执法局请您补充：请拍一张照片。')
    assert.equal(lastOf(taken(accepted, actions['ask-petitioner'])).event, 'asked')
  })
})
