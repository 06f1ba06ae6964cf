import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { DeskKeyError } from '@portal/content/schema/operation/desk-key'
import { readDeskKeys } from '../../../cms/src/casework/vault/desk-keys.ts'
import { openValue, sealRow } from '../../../cms/src/casework/vault/rows.ts'
import { exactKey, isCurrent, openText, sealText } from '../../../cms/src/casework/vault/seal.ts'

const line = () => randomBytes(32).toString('base64url')
const [older, newer] = [line(), line()]
const deskKeys = readDeskKeys(`${older}\n`)
const place = { type: 'api::case.case', row: 'r1', field: 'title' }

describe('a sealed value', () => {
  it('opens to the same text in its place, and looks different each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const text = given.toWellFormed()
        const sealed = sealText(deskKeys, place, text)
        assert.equal(openText(deskKeys, place, sealed), text)
        assert.notEqual(sealText(deskKeys, place, text), sealed)
      }),
    )
  })

  it('opens in no other row, field or type', () => {
    const sealed = sealText(deskKeys, place, '路灯不亮')
    for (const moved of [{ row: 'r2' }, { field: 'facts' }, { type: 'api::other.other' }]) {
      assert.equal(openText(deskKeys, { ...place, ...moved }, sealed), null)
    }
  })

  it('does not open when a sign of it was changed, cut off or added', () => {
    const sealed = sealText(deskKeys, place, '路灯不亮')
    for (let at = 0; at < sealed.length; at += 1) {
      const other = sealed[at] === 'A' ? 'B' : 'A'
      const changed = sealed.slice(0, at) + other + sealed.slice(at + 1)
      // The last sign of base64 holds bits that count for nothing.
      if (Buffer.from(changed, 'base64url').equals(Buffer.from(sealed, 'base64url'))) continue
      if (at === sealed.length - 1) continue
      assert.equal(openText(deskKeys, place, changed), null, String(at))
    }
    for (const wrong of ['', 'sealed:1:', sealed.slice(0, -4), `${sealed}AAAA`, '路灯不亮']) {
      assert.equal(openText(deskKeys, place, wrong), null)
    }
  })

  it('opens under former keys, and under no other', () => {
    const sealed = sealText(deskKeys, place, '路灯不亮')
    const rotated = readDeskKeys(`# 现用\n${newer}\n# 以前的\n${older}\n`)
    assert.equal(openText(rotated, place, sealed), '路灯不亮')
    assert.ok(isCurrent(deskKeys, sealed) && !isCurrent(rotated, sealed))
    assert.equal(openText(readDeskKeys(newer), place, sealed), null)
  })
})

describe('a key file', () => {
  it('with no key, a short one or something else is refused', () => {
    for (const text of ['', '# nothing\n', 'short', `${older}x`, `${older}\nAGE-SECRET-KEY-1`]) {
      assert.throws(() => readDeskKeys(text), DeskKeyError)
    }
  })
})

describe('an exact key', () => {
  const keyOf = (text: string) => exactKey(deskKeys, place, text)

  it('is the same for every way of writing a name or a telephone number', () => {
    for (const [one, other] of [
      ['13800000000', '138 0000 0000'],
      ['13800000000', '+86 138-0000-0000'],
      ['13800000000', '１３８００００００００'],
      ['古丽·热合曼', '古丽热合曼'],
      ['古丽·热合曼', '古丽•热合曼'],
      ['李 秀英', '李秀英'],
      ['Ann Lee', 'ANN LEE'],
    ] as const) {
      assert.equal(keyOf(one), keyOf(other), other)
    }
    assert.notEqual(keyOf('李秀英'), keyOf('李秀兰'))
    assert.notEqual(keyOf('8613'), keyOf('13'))
  })

  it('tells nothing without the key, and differs by field', () => {
    const other = readDeskKeys(newer)
    assert.notEqual(exactKey(other, place, '李秀英'), keyOf('李秀英'))
    assert.notEqual(exactKey(deskKeys, { ...place, field: 'x' }, '李秀英'), keyOf('李秀英'))
  })
})

describe('a row', () => {
  const fields = [
    { name: 'title', json: false, exact: 'titleKey' },
    { name: 'steps', json: true, exact: null },
  ]
  const owner = { type: 'api::case.case', row: 'r1' }

  it('is sealed where it is to be, lists as well, and nothing else is touched', () => {
    const row = { title: '路灯', steps: [{ text: '已登记' }], state: '已登记', unit: 3 }
    const sealed = sealRow(deskKeys, owner, fields, row)
    assert.doesNotMatch(JSON.stringify(sealed), /路灯|text/)
    assert.deepEqual([sealed.state, sealed.unit], ['已登记', 3])
    for (const field of fields) {
      const opened = openValue(deskKeys, owner, field, sealed[field.name])
      assert.deepEqual(opened, { ok: true, value: row[field.name as 'title' | 'steps'] })
    }
    assert.deepEqual(sealRow(deskKeys, owner, fields, { state: 'x' }), { state: 'x' })
    const empty = { title: null, steps: null, titleKey: null }
    assert.deepEqual(sealRow(deskKeys, owner, fields, { title: null, steps: null }), empty)
  })

  it('holds text in the clear, of any kind, as something that does not open', () => {
    for (const value of ['路灯', '', { sealed: 3 }, [], [{ text: '已登记' }], { sealed: '路灯' }]) {
      for (const field of fields) assert.equal(openValue(deskKeys, owner, field, value).ok, false)
    }
  })
})
