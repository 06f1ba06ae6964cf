import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CaseState } from '@portal/content/schema/petition/state'
import { petition, type Notify } from '@portal/content/schema/petition/petition'
import type { CaseStep, StepEvent } from '../../../cms/src/contracts/cases/desk-state.ts'
import { recipientOf, wishOf } from '../../../cms/src/casework/notify/recipient.ts'
import { toWord } from '../../../cms/src/strapi/choice-codes.ts'
import { lastDayOf, newStep } from '../../../cms/src/casework/notify/new-step.ts'

const stepsOf = (...states: CaseState[]): CaseStep[] =>
  states.map((state, index) => ({
    at: `2026-11-${String(20 + index)}T01:00:00.000Z`,
    state,
    text: '',
    by: '',
  }))

describe('a step that is told', () => {
  const received = { state: '已收到，待登记', unit: null, steps: stepsOf('received') }
  const registered = { state: '已登记', unit: null, steps: stepsOf('received', 'registered') }

  it('is the first, when the case is made', () => {
    assert.equal(newStep(null, received), 0)
  })

  it('is the one that moves the case on', () => {
    assert.equal(newStep(received, registered), 1)
  })

  it('is one that refers the case to another unit', () => {
    const steps = stepsOf('received', 'registered', 'referred')
    const before = { state: '已转送承办单位', unit: 'a', steps }
    const after = { ...before, unit: 'b', steps: [...steps, ...stepsOf('referred')] }
    assert.equal(newStep(before, after), 3)
  })

  it('is not one that moves nothing, such as an evaluation', () => {
    const after = { ...registered, steps: [...registered.steps, ...stepsOf('registered')] }
    assert.equal(newStep(registered, after), null)
  })

  it('is an extension, and an appeal that could not be taken, but no other note', () => {
    const withEvent = (event: StepEvent) => ({
      ...registered,
      steps: [...registered.steps, ...stepsOf('registered').map((step) => ({ ...step, event }))],
    })
    assert.equal(newStep(registered, withEvent('extended')), 2)
    assert.equal(newStep(registered, withEvent('appeal-refused')), 2)
    assert.equal(newStep(registered, withEvent('note')), null)
    assert.equal(newStep(registered, withEvent('heard')), null)
  })

  it('is not there where a case is saved without a step', () => {
    assert.equal(newStep(registered, registered), null)
    assert.equal(newStep(received, { ...received, state: '已登记' }), null)
  })
})

describe('the last day that is told', () => {
  const table = { '2026': { off: [], on: [] }, '2027': { off: [], on: [] } }
  const lastDays = (steps: CaseStep[], category: 'claim' | 'suggestion' = 'claim') =>
    steps.map((_, index) => lastDayOf(steps, index, category, table))

  it('is that of the clock which the step sets running, as the tracking page has it', () => {
    const steps = stepsOf('received', 'registered', 'referred', 'referred', 'accepted', 'replied')
    assert.deepEqual(lastDays(steps), [
      '2026-12-05',
      null,
      '2026-12-07',
      '2026-12-08',
      '2027-01-23',
      '2026-12-25',
    ])
    assert.equal(lastDays(steps, 'suggestion')[4], null)
  })

  it('is there for both appeals', () => {
    const steps = stepsOf('received', 'replied', 'reviewing', 'reviewed', 're-reviewing')
    assert.deepEqual(lastDays([...steps, ...stepsOf('re-reviewed')]).slice(2), [
      '2026-12-22',
      '2026-12-23',
      '2026-12-24',
      null,
    ])
  })

  it('is the longer one where the period was extended, and none where an appeal was not taken', () => {
    const [received, accepted] = stepsOf('received', 'accepted') as [CaseStep, CaseStep]
    const extended: CaseStep = { ...accepted, event: 'extended', days: 10 }
    const refused: CaseStep = { ...accepted, event: 'appeal-refused' }
    assert.deepEqual(lastDays([received, accepted, extended, refused]).slice(1), [
      '2027-01-20',
      '2027-01-30',
      null,
    ])
  })
})

describe("the petitioner's wish", () => {
  const phone = { petitionerPhone: '13800000000' }
  const kept = (notify: Notify | undefined) => {
    const { notifyBy, petitionerEmail } = wishOf(notify)
    return { notifyBy: notifyBy && toWord('notifyBy', notifyBy), petitionerEmail }
  }

  it('is kept and found again', () => {
    assert.deepEqual(recipientOf({ ...phone, ...kept({ by: 'sms' }) }), {
      by: 'sms',
      to: '13800000000',
    })
    assert.deepEqual(
      recipientOf({ ...phone, ...kept({ by: 'email', address: 'li@example.com' }) }),
      { by: 'email', to: 'li@example.com' },
    )
    assert.equal(recipientOf({ ...phone, ...kept(undefined) }), null)
  })

  it('for an SMS cannot be met on a landline', () => {
    assert.equal(recipientOf({ petitionerPhone: '01012345678', ...kept({ by: 'sms' }) }), null)
  })

  it('is refused where the address is none, and may be absent', () => {
    const { notify } = petition.shape
    assert.ok(notify.safeParse(undefined).success)
    assert.ok(notify.safeParse({ by: 'sms' }).success)
    assert.ok(notify.safeParse({ by: 'email', address: 'li@example.com' }).success)
    const long = `${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(130)}.com`
    for (const address of [
      '',
      'li',
      'li@',
      'a@example.com, b@example.com',
      'li@x.cn\r\nBcc: y',
      long,
    ]) {
      assert.ok(!notify.safeParse({ by: 'email', address }).success, address)
    }
    assert.ok(!notify.safeParse({ by: 'letter' }).success)
  })
})
