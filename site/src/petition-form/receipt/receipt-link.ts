import { parseQueryCode } from '../../petition/access/query-code.ts'
import { parseReceiptNumber } from '../../petition/submit/receipt-number.ts'

/**
 * What follows the tracking page's address on a receipt: `#NUMBER.CODE`. A fragment stays in the
 * browser: no server, no proxy and no log sees it, which a query would be seen by. It holds the code
 * too, because the paper around it does, and twelve signs are what people mistype. What remains: an
 * app that reads QR codes may show what it reads to its maker.
 */
export function receiptFragment(number: string, code: string): string {
  return `#${number}.${code}`
}

/** Number and code of such a fragment; `null` where it is none. */
export function readReceiptFragment(fragment: string): { number: string; code: string } | null {
  const [, typedNumber = '', typedCode = ''] = /^#(\d{16})\.(\w{12})$/.exec(fragment) ?? []
  const number = parseReceiptNumber(typedNumber)
  const code = parseQueryCode(typedCode)
  return number && code ? { number, code } : null
}
