import { decodeAs, encodingByMark, type Encoding } from '@portal/content/files/decode'
import { CsvError, parse } from 'csv-parse/sync'

/** A table as it was sent; `row` is the number that a spreadsheet shows beside a row. */
export type Table = {
  encoding: string
  separator: string
  header: string[]
  rows: { row: number; cells: string[] }[]
}
export type ReadTable = { ok: true; table: Table } | { ok: false; reason: string }

const encodingNames: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  gb18030: 'GBK',
}
const separators = [',', '\t', ';', '，', '；', '|']
const control = /[\u0000-\u0008\u000e-\u001f\u007f\uffff]/u
/** Longer than any cell that is taken; past it a quote was left open. */
const longestRow = 1_000_000

const refuse = (reason: string) => ({ ok: false, reason }) as const

/** The text of a file, by its mark of byte order, else UTF-8, UTF-16 or GB18030; undefined where it is no text. */
export function decodeTable(bytes: Uint8Array): { text: string; encoding: Encoding } | undefined {
  const marked = encodingByMark(bytes)
  const guesses: Encoding[] = marked ? [marked] : ['utf-8', 'gb18030', 'utf-16le', 'utf-16be']
  for (const encoding of guesses) {
    const text = decodeAs(encoding, bytes)
    if (text !== undefined && !control.test(text)) return { text, encoding }
  }
  return undefined
}

/** What parts the cells: what the first line has most of, outside quotes. */
function separatorOf(text: string): string {
  const first = text.replace(/"(?:[^"]|"")*"/g, '').match(/^[^\r\n]*/)?.[0] ?? ''
  const counts = separators.map((sign) => first.split(sign).length - 1)
  return separators[counts.indexOf(Math.max(...counts))] ?? ','
}

function faultOf(error: unknown): string {
  if (!(error instanceof CsvError)) throw error
  const row = Number(error.records ?? 0) + 1
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
    case 'CSV_MAX_RECORD_SIZE':
      return `第 ${row} 行有一个英文引号（"）没有配对，从那里起分不清格子：请在表格软件里打开，重新另存为 CSV。`
    default:
      return `第 ${row} 行读不懂：请在表格软件里打开，重新另存为“CSV UTF-8”。`
  }
}

/** The kind of a file that is no table of text, where it is one that people choose by mistake. */
function otherKind(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  if (head.startsWith('PK') || head.startsWith('\xd0\xcf\x11\xe0')) {
    return '这是 Excel 或 WPS 的工作簿：请打开它，另存为“CSV UTF-8（逗号分隔）”再选。'
  }
  return null
}

/**
 * Reads a CSV file as people have it: in any encoding of here, parted by commas, semicolons or tabs, with line ends
 * in cells and quotes that stand alone.
 * @param most so many rows at most, the head not counted
 */
export function readTable(bytes: Uint8Array, most: number): ReadTable {
  if (bytes.length === 0) return refuse('文件是空的：请检查是否选错了文件。')
  const other = otherKind(bytes)
  if (other !== null) return refuse(other)
  const decoded = decodeTable(bytes)
  if (!decoded) {
    return refuse('不是文字文件，或者编码认不出：请在表格软件里另存为“CSV UTF-8”再选。')
  }
  // Excel writes what parts the cells before the head where it is asked to.
  const [, named] = /^sep=(.)\r?\n/i.exec(decoded.text) ?? []
  const text = named ? decoded.text.replace(/^[^\n]*\n/, '') : decoded.text
  const separator = named ?? separatorOf(text)
  try {
    const records = parse(text, {
      delimiter: separator,
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: longestRow,
      record_delimiter: ['\r\n', '\n', '\r'],
    }) as string[][]
    const first = named ? 2 : 1
    const rows = records
      .map((cells, index) => ({ row: index + first, cells }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    const [head, ...body] = rows
    if (!head) return refuse('文件里没有表格：请检查是否选错了文件。')
    if (body.length === 0) return refuse('表格里只有表头，没有办件：请检查是否选错了文件。')
    if (body.length > most) {
      return refuse(`表格有 ${body.length} 行，一次最多 ${most} 行：请分成几个文件。`)
    }
    const table = {
      encoding: encodingNames[decoded.encoding],
      separator,
      header: head.cells.map((cell) => cell.trim()),
      rows: body,
    }
    return { ok: true, table }
  } catch (error) {
    return refuse(faultOf(error))
  }
}
