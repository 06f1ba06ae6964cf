import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { caseState, type CaseState } from '@portal/content/schema/state'
import fc from 'fast-check'
import type { Action, OpinionAction } from '../../cms/src/casework/rules/action.ts'
import { allowedActions } from '../../cms/src/casework/rules/allowed-actions.ts'
import type { CaseFile } from '../../cms/src/casework/rules/case-file.ts'
import { decide } from '../../cms/src/casework/rules/decide.ts'
import type { Party } from '../../cms/src/casework/rules/wall.ts'
import type { CaseActionKind } from '../../cms/src/contracts/case-desk.ts'
import { opinionSteps } from '../../cms/src/contracts/opinion.ts'
import { after, caseAfter, civil, housing, lighting } from '../support/case-facts.ts'

const table = { '2026': { off: [], on: [] }, '2027': { off: [], on: [] } }
const now = new Date('2026-11-27T02:00:00Z')
const body = '区人民政府'
/** An office where whoever writes a reply sends it. */
const alone = { by: 1, secondReader: false }
const bureau = { kind: 'bureau' } as const
const of = ({ id }: { id: string }) => ({ kind: 'unit', unit: id }) as const
const assign = (unit: typeof civil, lead = true, dueOn: string | null = null) => ({
  unit,
  lead,
  note: '',
  dueOn,
})
const actions: Record<CaseActionKind, Action> = {
  register: { kind: 'register' },
  refer: { kind: 'refer', units: [assign(civil)] },
  'add-units': { kind: 'add-units', units: [assign(housing, false)] },
  accept: { kind: 'accept', unit: lighting },
  decline: { kind: 'decline', unit: lighting, ground: 'litigation', reason: '已经起诉' },
  object: { kind: 'object', unit: lighting, reason: '路灯由区城市管理部门管护' },
  recall: { kind: 'recall', units: [lighting], reason: '转错了' },
  extend: { kind: 'extend', days: 30, reason: '需要鉴定' },
  'ask-extension': { kind: 'ask-extension', days: 30, reason: '需要鉴定' },
  'approve-extension': { kind: 'approve-extension', reason: '情况属实' },
  'refuse-extension': { kind: 'refuse-extension', reason: '不复杂' },
  'ask-petitioner': { kind: 'ask-petitioner', question: '请拍一张照片。' },
  mediate: { kind: 'mediate', on: '2026-11-26', agreed: true, record: '双方到场。' },
  reply: { kind: 'reply', unit: lighting, text: '经核实……' },
  'propose-reply': {
    kind: 'propose-reply',
    proposed: { kind: 'reply', unit: lighting, text: '经核实……' },
  },
  'send-reply': {
    kind: 'send-reply',
    proposed: { kind: 'reply', unit: lighting, text: '经核实……' },
  },
  'return-reply': { kind: 'return-reply', remark: '依据没有写全' },
  advise: { kind: 'advise', unit: civil, text: '同意。' },
  'correct-reply': { kind: 'correct-reply', text: '经核实，……', reason: '漏了一个逗号' },
  correct: { kind: 'correct', change: { field: 'topic', to: '城市管理' }, reason: '选错了' },
  review: { kind: 'review', body, text: '维持原处理意见。' },
  hear: { kind: 'hear', days: 7, on: null, record: '' },
  're-review': { kind: 're-review', body: '市人民政府', text: '维持复查意见。' },
  close: { kind: 'close' },
  reopen: { kind: 'reopen', reason: '路灯又坏了' },
  'follow-up': { kind: 'follow-up', record: '已经解释清楚。' },
  'assign-follow-up': {
    kind: 'assign-follow-up',
    owner: { kind: 'clerk', id: 1, name: '张' },
  },
}

const take = (file: CaseFile, action: Action, at = now, party: Party = bureau) =>
  decide(file, action, party, at, table, alone)
const taken = (file: CaseFile, action: Action, at = now, party: Party = bureau) => {
  const decision = take(file, action, at, party)
  assert.ok(decision.ok, decision.ok ? '' : decision.reason)
  return after(file, at.toISOString(), ...decision.events)
}
/** The opinion that a case asks for now, laid before a second reader. */
const proposal = (file: CaseFile): Action => {
  const offered = allowedActions(file, bureau, table, now)
  const step = opinionSteps.find((kind) => offered.includes(kind)) ?? 'reply'
  return { kind: 'propose-reply', proposed: actions[step] as OpinionAction }
}
const whyNot = (file: CaseFile, action: Action, at = now, party: Party = bureau) => {
  const decision = take(file, action, at, party)
  assert.ok(!decision.ok, 'the step was taken')
  return decision.reason
}
const lastOf = ({ steps }: CaseFile) => steps.at(-1) ?? assert.fail('there is no step')
const accepted = caseAfter(['registered', 'referred', 'accepted'])

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
    })
    assert.equal(lastOf(corrected).text, '答复已更正，以更正后的为准。原因：漏了一个逗号')
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
