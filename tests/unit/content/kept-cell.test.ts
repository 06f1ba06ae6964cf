import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { csvLine } from '@portal/content/export/csv'
import { keepText, readKept } from '@portal/content/export/kept-cell'

describe('a cell that is read back', () => {
  it('is the very text again, whatever it is', () => {
    const odd = fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n\'",;0123456789E./： 年月日真＝') })
    fc.assert(
      fc.property(fc.oneof(odd, fc.string({ unit: 'grapheme' })), (text) => {
        const [[cell]] = parse(csvLine([keepText(text), 'x'])) as [[string]]
        assert.equal(readKept(cell), text)
      }),
      { numRuns: 1000 },
    )
  })

  it('is no formula, and nothing that a spreadsheet alters', () => {
    for (const text of [
      '=HYPERLINK("http://x")',
      '+8613800000000',
      '-1+1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '＝1',
      '0571',
      '110101199003070000',
      '1E5',
      '3-4',
      '2026/1/2',
      'TRUE',
      '00012',
    ]) {
      assert.equal(keepText(text), `'${text}`)
    }
    for (const text of ['张三', '13700000000', '3号楼', "it's", "'tis", '']) {
      assert.equal(keepText(text), text)
    }
    assert.equal(readKept("'tis"), "'tis")
    assert.equal(readKept("'3号楼"), "'3号楼")
  })
})
