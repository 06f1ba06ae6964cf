import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { appealLimit, message as messageSchema } from '../../../content/schema/mailbox/message.ts'
import type {
  LaterMessageKind,
  TypedLaterMessage,
} from '../../../site/src/petition/later-messages/forms.ts'
import { laterMessageKind } from '../../../site/src/petition/later-messages/forms.ts'
import { onceId, supplementId } from '../../../site/src/petition/later-messages/message-id.ts'
import { offers } from '../../../site/src/petition/later-messages/open-forms.ts'
import { parseLaterMessage } from '../../../site/src/petition/later-messages/parse.ts'
import { nothingPending } from '../../../site/src/petition/later-messages/pending.ts'
import { statusWith } from '../../support/portal/status.ts'

const kinds: LaterMessageKind[] = ['evaluation', 'supplement', 'withdrawal', 'appeal']

describe('what was typed', () => {
  const typedText = fc.option(
    fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 4200 })),
    { nil: undefined },
  )
  const typed = fc.record({
    satisfaction: fc.option(
      fc.oneof(fc.constantFrom('satisfied', 'dissatisfied', '__proto__'), fc.string()),
      { nil: undefined },
    ),
    comment: typedText,
    text: typedText,
    reason: typedText,
    grounds: typedText,
  }) as fc.Arbitrary<TypedLaterMessage>

  it('becomes a message that every office takes, or a fault that says what to do', () => {
    fc.assert(
      fc.property(typed, fc.constantFrom(...kinds), (given, kind) => {
        const parsed = parseLaterMessage(kind, given, 're-review')
        if (!parsed.ok) {
          const faults = Object.values(parsed.faults)
          assert.ok(faults.length > 0)
          for (const fault of faults) assert.match(fault, /^请|请删去 \d+ 个字$/)
          return
        }
        const envelope = { version: 2, number: '1234567890123456', sentAt: '2026-11-22T01:00:00Z' }
        const sealed = { ...envelope, ...parsed.laterMessage, attachments: [] }
        assert.ok(messageSchema.safeParse(sealed).success)
      }),
    )
  })

  it('is counted as a reader counts it, to the last character', () => {
    const grounds = (count: number) =>
      parseLaterMessage('appeal', { grounds: ` ${'𠮷'.repeat(count)}\r\n` }, 'review')
    assert.equal(grounds(appealLimit).ok, true)
    assert.deepEqual(grounds(appealLimit + 2), {
      ok: false,
      faults: { grounds: '申请的理由最多 4000 个字，请删去 2 个字' },
    })
    assert.equal(grounds(0).ok, false)
  })

  it('names only what the page has forms for', () => {
    assert.equal(laterMessageKind('withdraw'), 'withdrawal')
    for (const intent of ['calendar', 'toString', '__proto__', '', undefined]) {
      assert.equal(laterMessageKind(intent), null)
    }
  })
})

describe('the id of a message', () => {
  const [mine, other] = ['AGE-SECRET-KEY-1MINE', 'AGE-SECRET-KEY-1OTHER']
  const review = statusWith({ may: { appeal: { level: 'review', lastDay: '2026-12-21' } } })

  it('is a version 8 UUID and the same for the same offer of the same petition only', () => {
    const ids = [
      onceId(mine, 'appeal', review),
      onceId(other, 'appeal', review),
      onceId(mine, 'appeal', statusWith({})),
      onceId(mine, 'withdrawal', review),
      onceId(mine, 'evaluation', review),
      supplementId(mine, 'key', '又有一个月没有发。'),
      supplementId(mine, 'key', '又有两个月没有发。'),
      supplementId(mine, 'other key', '又有一个月没有发。'),
    ]
    assert.equal(new Set(ids).size, ids.length)
    for (const id of ids) {
      assert.match(id, /^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
    }
    assert.equal(onceId(mine, 'appeal', statusWith({ ...review, revision: 7 })), ids[0])
    assert.equal(supplementId(mine, 'key', '又有一个月没有发。'), ids[5])
  })

  it('is made of texts of any length', () => {
    assert.notEqual(
      supplementId(mine, 'key', `${'字'.repeat(2000)}甲`),
      supplementId(mine, 'key', `${'字'.repeat(2000)}乙`),
    )
  })
})

describe('what is offered', () => {
  const appeal = { level: 'review', lastDay: '2026-12-21' } as const
  const all = statusWith({ may: { evaluate: true, supplement: true, withdraw: true, appeal } })

  it('is what the status allows, an appeal up to its last day', () => {
    const open = { evaluation: true, supplement: true, withdrawal: true, appeal }
    assert.deepEqual(offers(all, nothingPending, '2026-12-21'), open)
    assert.deepEqual(offers(all, nothingPending, '2026-12-22'), { ...open, appeal: null })
  })

  it('leaves out what was sent; supplements stay open', () => {
    const sent = { evaluation: true, withdrawal: false, appeal: true, supplements: 2 }
    assert.deepEqual(offers(all, sent, '2026-11-22'), {
      evaluation: false,
      supplement: true,
      withdrawal: true,
      appeal: null,
    })
  })

  it('is nothing before the office has collected the petition, or after a withdrawal', () => {
    const withdrawn = { ...nothingPending, withdrawal: true }
    for (const open of [
      offers(null, nothingPending, '2026-11-22'),
      offers(all, withdrawn, '2026-11-22'),
    ]) {
      assert.deepEqual(Object.values(open), [false, false, false, null])
    }
  })
})
