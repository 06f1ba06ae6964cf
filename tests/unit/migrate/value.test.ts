import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { canonical, valueFor, type Stored } from '../../../scripts/migrate/value.ts'

const moment = 'timestamp without time zone'

describe('a value out of SQLite, for PostgreSQL', () => {
  const moments: [Stored, string][] = [
    [1_790_000_000_123n, '2026-09-21T14:13:20.123Z'],
    ['1790000000123', '2026-09-21T14:13:20.123Z'],
    ['2026-09-21T14:13:20.123Z', '2026-09-21T14:13:20.123Z'],
    ['2026-09-21T22:13:20.123+08:00', '2026-09-21T14:13:20.123Z'],
    ['2026-09-21 14:13:20', '2026-09-21T14:13:20.000Z'],
  ]
  for (const [value, expected] of moments) {
    it(`reads the moment ${String(value)}`, () => {
      assert.deepEqual(valueFor(moment, value), new Date(expected))
    })
  }

  it('tells truth from its opposite, and nothing from both', () => {
    assert.deepEqual(
      [1n, 0n, null].map((value) => valueFor('boolean', value)),
      [true, false, null],
    )
  })

  it('refuses what has no place there', () => {
    assert.throws(() => valueFor('text', '甲\0乙'), RangeError)
    assert.throws(() => valueFor(moment, '去年'), RangeError)
    assert.throws(() => valueFor('jsonb', '{'))
  })

  it('keeps every text, every whole number and every byte', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.bigInt(),
        fc.uint8Array(),
        (text, whole, bytes) => {
          const plain = text.replaceAll('\0', '')
          assert.equal(valueFor('text', plain), plain)
          assert.equal(valueFor('bigint', whole), String(whole))
          assert.deepEqual(valueFor('bytea', Buffer.from(bytes)), Buffer.from(bytes))
        },
      ),
    )
  })
})

describe('values of both databases compared', () => {
  it('one value is like itself however it is written', () => {
    const like: [string, unknown, unknown][] = [
      ['numeric', '10', '10.00'],
      ['numeric', '1.5', '1.50'],
      ['bigint', '9007199254740993', '9007199254740993'],
      ['jsonb', '{"a":1,"b":[{"d":2,"c":3}]}', { b: [{ c: 3, d: 2 }], a: 1 }],
      [moment, new Date(5), new Date(5)],
      ['time without time zone', '09:00:00.000', '09:00:00'],
      ['time without time zone', '09:30:10.500', '09:30:10.5'],
      ['date', '2026-11-20', '2026-11-20'],
      ['boolean', true, true],
      ['bytea', Buffer.from('甲'), Buffer.from('甲')],
    ]
    for (const [type, one, other] of like) {
      assert.equal(canonical(type, one), canonical(type, other), type)
    }
  })

  it('what differs is seen', () => {
    const unlike: [string, unknown, unknown][] = [
      ['text', null, 'null'],
      ['text', '', null],
      ['text', '甲', '甲 '],
      ['bigint', '9007199254740993', '9007199254740992'],
      ['jsonb', '[1,2]', [2, 1]],
      [moment, new Date(5), new Date(6)],
      ['time without time zone', '09:00:00', '09:00:10'],
      ['date', '2026-11-20', '2026-11-02'],
      ['boolean', true, false],
    ]
    for (const [type, one, other] of unlike) {
      assert.notEqual(canonical(type, one), canonical(type, other), type)
    }
  })
})
