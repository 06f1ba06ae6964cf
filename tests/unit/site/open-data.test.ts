import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { csv, csvCell } from '@portal/content/export/csv'

/** Reads RFC 4180 back, to see what a spreadsheet would see. */
function read(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (quoted) {
      if (character !== '"') cell += character
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (character === '"') quoted = true
    else if (character === ',' || character === '\n') {
      rows.at(-1)?.push(cell)
      cell = ''
      if (character === '\n') rows.push([])
    } else if (character !== '\r') cell += character
  }
  return rows.slice(0, -1)
}

describe('CSV', () => {
  it('exports what begins like a formula as text', () => {
    for (const start of ['=', '+', '-', '@', '\t', '\r', '＝']) {
      const [[cell = ''] = []] = read(`${csvCell(`${start}cmd|' /C calc'!A0`)}\r\n`)
      assert.match(cell, /^'/, JSON.stringify(start))
    }
  })

  it('leaves numbers and ordinary text alone', () => {
    assert.equal(csvCell(-5), '-5')
    assert.equal(csvCell('劳动社保'), '劳动社保')
    assert.equal(csvCell(null), '')
  })

  it('keeps every digit of a number that is a name', () => {
    // A spreadsheet reads digits as a number: it keeps fifteen of them and no zero in front.
    for (const [text, written] of [
      ['1234567890123456', '1234 5678 9012 3456'],
      ['0012345678901234', '0012 3456 7890 1234'],
      ['110101199003070011', '1101 0119 9003 0700 11'],
      ['123456789012', '1234 5678 9012'],
      ['１２３４５６７８９０１２３４５６', '１２３４ ５６７８ ９０１２ ３４５６'],
      [' 1234567890123456', '" 1234 5678 9012 3456"'],
      ['00123', "'00123"],
      ['12e5', "'12e5"],
      ['12E+500', "'12E+500"],
      ['1234567890123456.7', "'1234567890123456.7"],
      ['1234-5678-9012-3456', '1234-5678-9012-3456'],
      ['12345', '12345'],
      ['0', '0'],
      ['2026-11-20', '2026-11-20'],
      ['编号1234567890123456', '编号1234567890123456'],
    ] as const) {
      assert.equal(csvCell(text), written)
    }
    assert.equal(csvCell(1234567890123456), '1234567890123456')
  })

  it('begins with a byte order mark, without which Excel misreads Chinese', () => {
    assert.equal(csv(['标题'], []).charCodeAt(0), 0xfeff)
  })

  it('gives every cell back, however it is written, and no cell that runs', () => {
    const cells = fc.array(
      fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 2 }),
    )
    fc.assert(
      fc.property(cells, (rows) => {
        const back = read(csv(['a', 'b'], rows).slice(1)).slice(1)
        assert.equal(back.length, rows.length)
        rows.flat().forEach((cell, at) => {
          const seen = back.flat()[at] ?? ''
          assert.doesNotMatch(seen, /^[=+\-@\t\r]/)
          const plain = (text: string) => text.replace(/^'/, '').replaceAll(' ', '')
          assert.equal(plain(seen), plain(cell))
        })
      }),
    )
  })
})
