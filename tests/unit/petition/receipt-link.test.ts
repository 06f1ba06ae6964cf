import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { encodeQueryCode } from '../../../content/schema/mailbox/query-code.ts'
import {
  readReceiptFragment,
  receiptFragment,
} from '../../../site/src/petition-form/receipt/receipt-link.ts'
import { newReceiptNumber } from '../../../site/src/petition/submit/receipt-number.ts'

const numbers = fc
  .array(fc.nat(9), { minLength: 16, maxLength: 16 })
  .map((digits) => newReceiptNumber((from) => Math.max(from, digits.pop() ?? 0)))
const codes = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(encodeQueryCode)

it('brings number and code to the tracking page, behind the sign that no server sees', () => {
  fc.assert(
    fc.property(numbers, codes, (number, code) => {
      const url = new URL(`https://example.cn/petition/track/${receiptFragment(number, code)}`)
      assert.equal(url.pathname + url.search, '/petition/track/')
      assert.deepEqual(readReceiptFragment(url.hash), { number, code })
    }),
  )
})

it('takes no other fragment for a receipt', () => {
  for (const fragment of ['', '#', '#main', '#1234567890123456', '#1234567890123456.<script>ab']) {
    assert.equal(readReceiptFragment(fragment), null)
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const read = readReceiptFragment(text)
      assert.ok(read === null || receiptFragment(read.number, read.code).length === text.length)
    }),
  )
})
