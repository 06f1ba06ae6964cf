import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { phonePattern, takesSms } from '../../../content/schema/petition/phone.ts'
import { parsePhone } from '@portal/content/characters/typed-phone'

const mobile = '13800001234'
const landline = '057187650000'

it('reads a mobile number however it is dialled and written', () => {
  for (const typed of [
    mobile,
    '013800001234',
    '0138 0000 1234',
    '+86 13800001234',
    '+86 013800001234',
    '0086-138-0000-1234',
    '86 138 0000 1234',
    '8613800001234',
    '（＋８６）１３８　００００　１２３４',
    '０１３８００００１２３４',
    '138.0000.1234',
    '138——0000——1234',
  ]) {
    assert.equal(parsePhone(typed), mobile, typed)
  }
  assert.ok(takesSms(mobile))
})

it('keeps the extension of a switchboard', () => {
  for (const typed of [
    '0571-87650000-802',
    '0571-87650000转802',
    '0571 8765 0000 转 802',
    '０５７１－８７６５００００－８０２',
    '（0571）87650000（转802）',
    '+86-571-87650000-802',
    '+86 0571 87650000转802',
    '057187650000—802',
    '0571-87650000 分机802',
    '0571-87650000 分机：802',
    '0571-87650000转分机802',
    '0571-87650000 ext. 802',
    '0571-87650000 x802',
    '0571-87650000#802',
    '0571-87650000，802',
  ]) {
    assert.equal(parsePhone(typed), `${landline}-802`, typed)
  }
  assert.equal(parsePhone('010-87650000-1'), '01087650000-1')
  assert.equal(parsePhone('0912-8765000-802'), '09128765000-802')
  assert.ok(!takesSms(`${landline}-802`))
})

it('takes dashes inside a number for nothing', () => {
  assert.equal(parsePhone('0571-8765-0000'), landline)
  assert.equal(parsePhone('0571 8765 0000'), landline)
  assert.equal(parsePhone('+86-571-87650000'), landline)
  assert.equal(parsePhone('010—8765—0000'), '01087650000')
  assert.equal(parsePhone('+86 10 87650000'), '01087650000')
  assert.equal(parsePhone('0912-8765000'), '09128765000')
})

it('refuses what is no number of a person', () => {
  for (const typed of [
    '',
    '1380000123',
    '138000012345',
    '12800001234',
    '87650000',
    '0571-876500',
    '010-8765000',
    '13800001234转802',
    '0571-87650000-8021234',
    '转802',
    '0571转802',
    '电话',
  ]) {
    assert.equal(parsePhone(typed), null, typed)
  }
})

it('gives only what the schema of a petition takes', () => {
  const typed = fc.stringMatching(/^[+0]?[0-9]{0,4}[-转 ]?[0-9]{5,12}([-转#][0-9]{1,7})?$/)
  fc.assert(
    fc.property(typed, (each) => {
      const phone = parsePhone(each)
      assert.ok(phone === null || phonePattern.test(phone))
    }),
    { numRuns: 2_000 },
  )
})
