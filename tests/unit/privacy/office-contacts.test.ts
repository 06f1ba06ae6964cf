import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findPersonal, signOf } from '../../../content/privacy/find.ts'
import { officeDigests } from '../../../content/privacy/office-contacts.ts'
import { digestOf } from '../../../content/schema/release/privacy-allowed.ts'

const allowed = (text: string, entry: object) => {
  const own = new Set(officeDigests([entry]))
  return findPersonal(text).every((hit) => own.has(digestOf(signOf(text, hit))))
}

test('the telephone of the office may stand in any spelling, nobody else’s', () => {
  const entry = { name: '区信访局', phone: '0571-87654321' }
  for (const text of ['电话 87654321', '0571—8765 4321', '+86 571 8765 4321', '（0571）87654321']) {
    assert.ok(allowed(text, entry), text)
  }
  assert.ok(!allowed('电话 87654322', entry))
  assert.ok(allowed('电话：8765-4321', { phone: '87654321' }))
})
