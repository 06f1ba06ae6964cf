import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { EventBody } from '../../../cms/src/casework/events/event.ts'
import { describeEvent, mayRead } from '../../../cms/src/casework/rules/event-words.ts'
import { projectCase } from '../../../cms/src/casework/rules/case/project-case.ts'
import { after, caseAfter, civil, housing, lighting } from '../../support/case/facts.ts'
import { history } from '../../support/case/histories.ts'

const at = '2026-11-27T02:00:00.000Z'
const event = (body: EventBody) => ({
  number: '1234567890123456',
  sequence: 9,
  at,
  actor: { kind: 'staff' as const, id: 1, name: '张' },
  body,
})
const assign = (unit: typeof civil) => ({ unit, lead: false, note: '', dueOn: null })

describe('an event in words for staff', () => {
  it('always says what happened, and by whom', () => {
    fc.assert(
      fc.property(history, (events) => {
        for (const each of events) {
          const { text, by } = describeEvent(each)
          assert.ok(text.length > 3 && by.length > 0, each.body.kind)
          assert.doesNotMatch(text, /办件有了变化/)
        }
      }),
    )
  })

  it('has the words that were written with it', () => {
    const advice = event({ kind: 'unit-advised', told: null, unit: civil, text: '同意。' })
    assert.deepEqual(describeEvent(advice), {
      at,
      by: '张',
      text: '区民政局提出了会办意见。',
      words: '同意。',
    })
  })
})

describe('who reads an event', () => {
  const file = after(caseAfter(['registered', 'referred']), at, {
    kind: 'units-added',
    told: null,
    units: [assign(civil), assign(housing)],
  })
  const reads = (body: EventBody, unit: typeof civil) =>
    mayRead(event(body), file, { kind: 'unit', unit: unit.id })

  it('is everybody who sees the case, where the petitioner is told', () => {
    fc.assert(
      fc.property(history, (events) => {
        const now = projectCase(events)
        for (const each of events) {
          assert.equal(mayRead(each, now, { kind: 'bureau' }), true)
          if (each.body.told === null) continue
          assert.equal(mayRead(each, now, { kind: 'unit', unit: 'other' }), true)
        }
      }),
    )
  })

  it('of what a unit beside the lead says, itself and the lead', () => {
    const advice: EventBody = { kind: 'unit-advised', told: null, unit: civil, text: '同意。' }
    assert.deepEqual(
      [lighting, civil, housing].map((unit) => reads(advice, unit)),
      [true, true, false],
    )
  })

  it('of whom the case accuses, the bureau alone', () => {
    const body: EventBody = { kind: 'accused-settled', told: null, accused: [housing], settled: [] }
    assert.ok([lighting, civil, housing].every((unit) => !reads(body, unit)))
  })
})
