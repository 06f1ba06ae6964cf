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
          assert.equal(seen.replace(/^'/, ''), cell.replace(/^'/, ''))
        })
      }),
    )
  })
})
