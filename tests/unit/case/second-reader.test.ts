import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { replyPageOf } from '../../../cms/src/casework/reply/reply-page.ts'
import type { Action, OpinionAction } from '../../../cms/src/casework/rules/actions/action.ts'
import type { CaseFile } from '../../../cms/src/casework/rules/case/case-file.ts'
import { decide } from '../../../cms/src/casework/rules/actions/decide.ts'
import { applyEvent, projectCase } from '../../../cms/src/casework/rules/case/project-case.ts'
import { unread } from '../../../cms/src/casework/rules/actions/second-reader.ts'
import type { Party } from '../../../cms/src/casework/rules/wall.ts'
import { caseAfter, lighting } from '../../support/case/facts.ts'
import { history } from '../../support/case/histories.ts'
import { table } from '../../support/case/random-actions.ts'

const now = new Date('2026-11-27T02:00:00Z')
const bureau: Party = { kind: 'bureau' }
const unit: Party = { kind: 'unit', unit: lighting.id }
const accepted = caseAfter(['registered', 'referred', 'accepted'])
const reply: OpinionAction = { kind: 'reply', unit: lighting, text: '已修复。' }

const take = (
  file: CaseFile,
  action: Action,
  by: number,
  party: Party = bureau,
  secondReader = true,
) => decide(file, action, party, now, table, { by, secondReader })

/** The case after a step of a person. */
function taken(file: CaseFile, action: Action, by: number, party: Party = bureau): CaseFile {
  const decision = take(file, action, by, party)
  assert.ok(decision.ok, decision.ok ? '' : decision.reason)
  return decision.events.reduce(
    (before, body, index) =>
      applyEvent(before, {
        number: file.number,
        sequence: 100 + index,
        at: now.toISOString(),
        actor: { kind: 'staff', id: by, name: `${by}` },
        body,
      }),
    file,
  )
}
const whyNot = (file: CaseFile, action: Action, by: number, party: Party = bureau) => {
  const decision = take(file, action, by, party)
  assert.ok(!decision.ok)
  return decision.reason
}
const propose: Action = { kind: 'propose-reply', proposed: reply }
const sends = (file: CaseFile): Action => ({
  kind: 'send-reply',
  proposed: { ...reply, text: file.proposal?.text ?? '' },
})

describe('where the office wants a second reader', () => {
  it('no opinion goes out at once, of whatever kind and whoever writes it', () => {
    const ways: [CaseFile, OpinionAction, Party][] = [
      [accepted, reply, bureau],
      [accepted, reply, unit],
      [
        caseAfter(['registered', 'replied']),
        { kind: 'correct-reply', text: '改', reason: '错字' },
        unit,
      ],
      [
        caseAfter(['replied', 'reviewing']),
        { kind: 'review', body: '区政府', text: '维持' },
        bureau,
      ],
    ]
    for (const [file, action, party] of ways) assert.equal(whyNot(file, action, 1, party), unread)
  })

  it('shows what has not gone out to the bureau and to the unit that wrote it, and to no other', () => {
    const given = {
      ...{ units: [], secondReader: true, draft: null, templates: [], office: '' },
      ...{ placeholders: {}, seen: { revision: 1, steps: 1 } },
    }
    const shown = (file: CaseFile, party: Party) =>
      replyPageOf(file, party, 2, given as Parameters<typeof replyPageOf>[3], now, table, () => [])
    const ofUnit = taken(accepted, propose, 1, unit)
    const review: OpinionAction = { kind: 'review', body: '区政府', text: '维持' }
    const reviewing = caseAfter(['registered', 'referred', 'replied', 'reviewing'])
    const ofBureau = taken(reviewing, { kind: 'propose-reply', proposed: review }, 1)
    const other: Party = { kind: 'unit', unit: 'another' }
    assert.ok(shown(ofUnit, bureau).proposal)
    assert.ok(shown(ofUnit, unit).proposal)
    assert.equal(shown(ofUnit, other).proposal, null)
    assert.ok(shown(ofBureau, bureau).proposal)
    // The unit whose reply is under appeal.
    assert.equal(shown(ofBureau, unit).proposal, null)
  })

  it('another than its writer sends it, as it was written', () => {
    const proposed = taken(accepted, propose, 1, unit)
    assert.equal(proposed.state, 'accepted')
    assert.equal(proposed.reply, null)
    assert.equal(proposed.steps.length, accepted.steps.length, 'the petitioner is not told')
    const own = '送审的人不能自己发出，请另一位工作人员审阅。'
    assert.equal(whyNot(proposed, sends(proposed), 1), own)
    assert.match(whyNot(proposed, sends(proposed), 2, unit), /由信访部门/)
    const sent = taken(proposed, sends(proposed), 2)
    assert.equal(sent.state, 'replied')
    assert.equal(sent.reply?.text, '已修复。')
    assert.equal(sent.proposal, null)
  })

  it('the reader gives it back with a remark, and the writer has it again', () => {
    const proposed = taken(accepted, propose, 1)
    assert.equal(whyNot(proposed, { kind: 'return-reply', remark: ' ' }, 2), '请写明退回的意见。')
    const back = taken(proposed, { kind: 'return-reply', remark: '依据没有写全' }, 2)
    assert.equal(back.proposal, null)
    assert.equal(back.returned?.remark, '依据没有写全')
    assert.equal(back.returned?.proposal.text, '已修复。')
    assert.match(whyNot(back, sends(back), 2), /没有送审/)
    assert.equal(taken(back, propose, 1).returned, null)
  })

  it('a proposal goes with the unit that made it', () => {
    const proposed = taken(accepted, propose, 1)
    const refer: Action = {
      kind: 'recall',
      units: [lighting],
      reason: '转错了',
    }
    assert.equal(taken(proposed, refer, 2).proposal, null)
    assert.notEqual(
      taken(proposed, { kind: 'ask-petitioner', question: '哪一盏？' }, 2).proposal,
      null,
    )
  })

  it('a proposal that lacks what the law asks for is refused', () => {
    const parts = { request: '修灯', facts: '坏了', opinion: '修', basis: ' ', citations: [] }
    const lacking: Action = { kind: 'propose-reply', proposed: { ...reply, parts } }
    assert.equal(whyNot(accepted, lacking, 1), '请写“法律依据”（条例第三十二条）。')
  })

  it('whatever happened before, nothing goes out at once and no writer sends his own', () => {
    fc.assert(
      fc.property(history, fc.nat(), (events, length) => {
        const file = projectCase(events.slice(0, 1 + (length % events.length)))
        const kinds: OpinionAction[] = [
          reply,
          { kind: 'correct-reply', text: '改', reason: '错字' },
          { kind: 'review', body: '区政府', text: '维持' },
          { kind: 're-review', body: '市政府', text: '维持' },
        ]
        for (const action of kinds) assert.equal(take(file, action, 1).ok, false)
        const writer = file.proposal?.writer.id
        if (writer) assert.equal(take(file, sends(file), writer).ok, false)
      }),
      { numRuns: 100 },
    )
  })
})
