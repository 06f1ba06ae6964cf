import { mostImported } from '../../contracts/cases/case-import.ts'
import {
  caseColumnNames,
  type CaseCells,
  type CaseColumn,
} from '../../contracts/cases/case-columns.ts'
import { unreadWords } from '../hand-over/pieces.ts'
import { cellsInRow, type RowFault } from './cells-in-row.ts'
import type { Told } from './check-cells.ts'
import { guessColumns, type Mapping } from './guess-columns.ts'
import { readHanded } from './read-handed.ts'
import { decodeTable, readTable } from './read-table.ts'

/** A row of a file, as what its columns are. */
export type IncomingRow = {
  row: number
  cells: CaseCells
  faults: RowFault[]
  history: Told['history']
}
export type Incoming = {
  kind: 'csv' | 'json'
  written: string
  /** Whence the file says that it is; '' where it does not. */
  source: string
  header: string[]
  mapping: Mapping
  rows: IncomingRow[]
}
export type ReadIncoming = { ok: true; incoming: Incoming } | { ok: false; reason: string }

const separatorNames: Record<string, string> = { ',': '逗号', '\t': '制表符', ';': '分号' }

/** What the clerk says that columns are, where that is a choice for each of them. */
export function readMapping(given: readonly string[], header: readonly string[]): Mapping | null {
  const isKnown = (name: string): name is CaseColumn | '' =>
    name === '' || caseColumnNames.includes(name as CaseColumn)
  const chosen = given.filter((name) => name !== '')
  const isWhole = given.length === header.length && new Set(chosen).size === chosen.length
  return isWhole && given.every(isKnown) ? (given as Mapping) : null
}

function unreadFault(cells: CaseCells): RowFault[] {
  return cells.state === unreadWords
    ? [{ column: '办理状态', words: '这一件在原系统里打不开，没有内容：请对方修好以后再移交。' }]
    : []
}

/** Reads a file of cases, a table or JSON. @param mapping what its columns are; null is guessed */
export function readIncoming(bytes: Uint8Array, mapping: readonly string[] | null): ReadIncoming {
  const start = decodeTable(bytes.subarray(0, 4))?.text.trimStart() ?? ''
  const text = start.startsWith('{') ? decodeTable(bytes)?.text : undefined
  if (text !== undefined) {
    const read = readHanded(text, mostImported)
    if (!read.ok) return read
    const rows = read.rows.flatMap(({ row, read: one }): IncomingRow[] => {
      if (one) return [{ row, cells: one.cells, faults: [], history: one.history }]
      const words = '这一件的内容不完整：请对方重新移交。'
      const cells = cellsInRow([], []).cells
      return [{ row, cells, faults: [{ column: '整件', words }], history: [] }]
    })
    const rest = { header: [], mapping: [], written: '', source: read.office }
    return { ok: true, incoming: { kind: 'json', rows, ...rest } }
  }
  const read = readTable(bytes, mostImported)
  if (!read.ok) return read
  const { header, encoding, separator } = read.table
  const known = (mapping && readMapping(mapping, header)) ?? guessColumns(header)
  const rows = read.table.rows.map(({ row, cells: typed }): IncomingRow => {
    const { cells, faults } = cellsInRow(typed, known)
    return { row, cells, faults: [...unreadFault(cells), ...faults], history: [] }
  })
  const written = `${encoding}，用${separatorNames[separator] ?? separator}分格`
  return { ok: true, incoming: { kind: 'csv', written, source: '', header, mapping: known, rows } }
}
