import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { encodeQueryCode } from '../../../content/schema/mailbox/query-code.ts'
import {
  deriveSecrets,
  hashBody,
  hashKey,
  newIdempotencyKey,
  parseIdempotencyKey,
} from '../../../site/src/petition/submit/idempotency-key.ts'
import { formatQueryCode, parseQueryCode } from '../../../site/src/petition/access/query-code.ts'
import { formatReceiptNumber } from '@portal/content/characters/receipt-number'
import {
  newReceiptNumber,
  parseReceiptNumber,
} from '../../../site/src/petition/submit/receipt-number.ts'

const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 })

it('reads a query code however it was copied', () => {
  const lookAlike: Record<string, string> = {
    D: 'o',
    '7': 'l',
    '2': 'z',
    '5': 's',
    '6': 'g',
    '8': 'b',
    V: 'u',
  }
  fc.assert(
    fc.property(bytes, (given) => {
      const code = encodeQueryCode(given)
      assert.match(code, /^[2-9A-Z]{12}$/)
      const fullWidth = Array.from(code, (sign) =>
        String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0),
      ).join('')
      const miscopied = Array.from(code, (sign) => lookAlike[sign] ?? sign).join('')
      for (const typed of [
        formatQueryCode(code),
        code.toLowerCase(),
        ` ${code.slice(0, 4)} ${code.slice(4, 8)}－${code.slice(8)}\n`,
        fullWidth,
        miscopied,
      ]) {
        assert.equal(parseQueryCode(typed), code)
      }
    }),
  )
})

it('spreads codes evenly over 25 symbols', () => {
  const counts = new Map<string, number>()
  for (let count = 0; count < 2_000; count += 1) {
    for (const sign of deriveSecrets(newIdempotencyKey()).code)
      counts.set(sign, (counts.get(sign) ?? 0) + 1)
  }
  assert.equal(counts.size, 25)
  for (const count of counts.values())
    assert.ok(Math.abs(count - 960) < 200, `${count} of about 960`)
})

it('takes nothing else for a code', () => {
  for (const typed of ['', 'ABCD', 'A'.repeat(13), '查询码查询码查询码查询码', 'AAAA-AAAA-AAA!']) {
    assert.equal(parseQueryCode(typed), null)
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const code = parseQueryCode(typed)
      assert.ok(code === null || parseQueryCode(code) === code)
    }),
  )
})

it('reads a receipt number however it was copied', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { minLength: 16, maxLength: 16 }), (digits) => {
      const number = newReceiptNumber((from) => Math.max(from, digits.pop() ?? 0))
      assert.match(number, /^[1-9]\d{15}$/)
      assert.equal(parseReceiptNumber(formatReceiptNumber(number)), number)
      assert.equal(parseReceiptNumber(`编号${number}`), null)
    }),
  )
  assert.equal(parseReceiptNumber('１２３４ 5678—9O12-345l'), '1234567890123451')
})

it('makes keys of 128 bits and takes nothing else for one', () => {
  const key = newIdempotencyKey()
  assert.equal(parseIdempotencyKey(key), key)
  assert.notEqual(newIdempotencyKey(), key)
  for (const typed of ['', 'short', `${key}A`, key.slice(1), `${key} `, 'A'.repeat(21) + 'B']) {
    assert.equal(parseIdempotencyKey(typed), null, typed)
  }
})

it('derives the same code from the same key, and hashes that tell nothing of it', () => {
  const key = 'AAAAAAAAAAAAAAAAAAAAAA'
  // Fixed for good: a change would make every code that was handed out wrong on reload.
  const { code, identity, bodyKey } = deriveSecrets(key)
  assert.equal(code, 'HHFHAHWTKX4C')
  assert.equal(
    identity,
    'AGE-SECRET-KEY-1GFYZPXFHEQVGDFGC7CWA6NZY5RJ2PNX76ZY9875CMAYW5TR449WQPH9ZQW',
  )
  const petition = {
    name: '李秀英',
    phone: '13800001234',
    address: '柳岸社区',
    idNumber: null,
    category: 'claim',
    topic: 'labour',
    region: 'qinghe',
    title: '拖欠工资',
    request: '付清工资',
    facts: '三个月没有发工资了。',
  } as const
  const other = deriveSecrets(newIdempotencyKey())
  assert.notEqual(identity, other.identity)
  assert.notDeepEqual(hashBody(bodyKey, petition), hashBody(other.bodyKey, petition))
  assert.notDeepEqual(
    hashBody(bodyKey, petition),
    hashBody(bodyKey, { ...petition, title: '拖欠工钱' }),
  )
  assert.equal(hashKey(key).length, 32)
})
