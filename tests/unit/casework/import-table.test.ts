import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import iconv from 'iconv-lite'
import { cellsInRow } from '../../../cms/src/casework/import/cells-in-row.ts'
import { guessColumns } from '../../../cms/src/casework/import/guess-columns.ts'
import { readHanded } from '../../../cms/src/casework/import/read-handed.ts'
import { readTable } from '../../../cms/src/casework/import/read-table.ts'

const bytes = (text: string) => Buffer.from(text)
function tableOf(file: Uint8Array) {
  const read = readTable(file, 5)
  return read.ok ? read.table : assert.fail(read.reason)
}
function reasonOf(file: Uint8Array): string {
  const read = readTable(file, 5)
  return read.ok ? assert.fail('it was read') : read.reason
}
const cellsOf = (text: string) => tableOf(bytes(text)).rows.map(({ cells }) => cells)

describe('a table as people have it', () => {
  it('is read in every encoding of here', () => {
    const text = '信访件编号,姓名,内容\r\nA1,王峣,路灯不亮。㐂\r\n'
    const files: [Buffer, string][] = [
      [bytes(text), 'UTF-8'],
      [bytes(`\uFEFF${text}`), 'UTF-8'],
      [iconv.encode(text, 'utf16le', { addBOM: true }), 'UTF-16'],
      [iconv.encode(text, 'utf16be', { addBOM: true }), 'UTF-16'],
      [iconv.encode(text, 'gb18030'), 'GBK'],
      [iconv.encode(text.replace('㐂', '').replace('峣', '明'), 'gbk'), 'GBK'],
    ]
    for (const [file, encoding] of files) {
      const table = tableOf(file)
      assert.deepEqual([table.encoding, table.header[0]], [encoding, '信访件编号'])
      assert.match(table.rows[0]?.cells[2] ?? '', /^路灯不亮。/)
    }
  })

  it('is read whatever parts its cells', () => {
    for (const sign of [',', ';', '\t', '；', '，', '|']) {
      assert.deepEqual(cellsOf(`编号${sign}姓名\nA1${sign}"丁${sign}一"\n`), [
        ['A1', `丁${sign}一`],
      ])
    }
    assert.deepEqual(cellsOf('sep=;\r\n编号;姓名\r\nA1;丁一'), [['A1', '丁一']])
    assert.equal(tableOf(bytes('sep=;\r\n编号;姓名\r\nA1;丁一')).rows[0]?.row, 3)
  })

  it('keeps line ends in cells and quotes that stand alone, and numbers rows as a spreadsheet does', () => {
    const text = '编号,内容\r\n\r\nA1,"一\r\n二"\r\n ,\r\nA2,他说"好\r\nA3,5" 屏"坏"了\r\n'
    const { rows } = tableOf(bytes(text))
    assert.deepEqual(rows, [
      { row: 3, cells: ['A1', '一\r\n二'] },
      { row: 5, cells: ['A2', '他说"好'] },
      { row: 6, cells: ['A3', '5" 屏"坏"了'] },
    ])
    assert.equal(
      cellsInRow(rows[0]?.cells ?? [], ['externalNumber', 'facts']).cells.facts,
      '一\n二',
    )
    // Line ends of an old Mac, and of one cell alone.
    assert.deepEqual(cellsOf('编号,内容\rA1,甲\r'), [['A1', '甲']])
  })

  it('is refused with what to do', () => {
    assert.match(reasonOf(bytes('')), /空的/)
    assert.match(reasonOf(bytes('编号,姓名\n')), /只有表头/)
    assert.match(reasonOf(bytes('\n \n')), /没有表格/)
    assert.match(reasonOf(bytes('PK\u0003\u0004x')), /另存为“CSV UTF-8/)
    assert.match(reasonOf(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10])), /编码认不出/)
    assert.match(reasonOf(bytes('编号,内容\nA1,"没有关上\nA2,x\n')), /第 2 行有一个英文引号/)
    assert.match(reasonOf(bytes(`编号\n${'x\n'.repeat(6)}`)), /有 6 行，一次最多 5 行/)
  })
})

describe('the columns of a file', () => {
  it('are known by what other systems call them', () => {
    assert.deepEqual(
      guessColumns([
        '*信访件编号',
        '姓名（必填）',
        '手机号码',
        '身份证号',
        '问题属地',
        '办结日期',
        '姓名',
        '备注',
      ]),
      ['externalNumber', 'name', 'phone', 'idNumber', 'region', 'closedAt', '', ''],
    )
  })

  it('are read by kind: numbers without spaces, apostrophes taken away, shortened numbers refused', () => {
    const mapping = guessColumns(['信访编号', '身份证号', '电话', '标题', '内容'])
    const good = [
      '2026 1128 0000 0012 34',
      "'110101199003070011",
      '１３８ 0000 0000',
      "'=1+1",
      "'0012",
    ]
    const { cells, faults } = cellsInRow(good, mapping)
    assert.deepEqual(faults, [])
    assert.deepEqual(
      [cells.externalNumber, cells.idNumber, cells.phone, cells.title, cells.facts],
      ['202611280000001234', '110101199003070011', '13800000000', '=1+1', '0012'],
    )
    const bad = cellsInRow(
      ['2.02611E+17', '1.1E+17', '1.38E+10', '1.1E+17', 'x', '多', ''],
      mapping,
    )
    assert.deepEqual(
      bad.faults.map(({ column }) => column),
      ['外部编号', '证件号码', '联系电话', '第 6 列'],
    )
    assert.match(bad.faults[1]?.words ?? '', /设成“文本”/)
    assert.equal(bad.cells.title, '1.1E+17')
  })
})

describe('a file of another office', () => {
  it('is refused with what to do where it is none', () => {
    const reason = (text: string) => {
      const read = readHanded(text, 2)
      return read.ok ? assert.fail('it was read') : read.reason
    }
    const file = { format: 'petition-hand-over', version: 2, office: '某区', unread: [] }
    assert.match(reason('{"format":"petition-hand-over","cases":['), /不完整/)
    assert.match(reason('{}'), /旧版/)
    assert.match(reason(JSON.stringify({ ...file, cases: [] })), /没有办件/)
    assert.match(reason(JSON.stringify({ ...file, cases: [1, 2, 3] })), /一次最多 2 件/)
    const read = readHanded(JSON.stringify({ ...file, cases: [{ number: 1 }] }), 2)
    assert.deepEqual(read.ok && read.rows, [{ row: 1, read: null }])
  })
})
