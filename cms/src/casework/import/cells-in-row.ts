import { readKept } from '@portal/content/export/kept-cell'
import { line, prose } from '@portal/content/characters/typed-text'
import {
  caseColumns,
  emptyCells,
  numberColumns,
  type CaseCells,
  type CaseColumn,
} from '../../contracts/cases/case-columns.ts'
import type { Mapping } from './guess-columns.ts'

/** What is wrong with a row: in which column, and what to do. */
export type RowFault = { column: string; words: string }

const several: readonly CaseColumn[] = [
  'representatives',
  'request',
  'facts',
  'reply',
  'review',
  'reReview',
  'comment',
  'declineReason',
  'attachments',
]

/** A number that a spreadsheet has shortened: 1.1E+17. */
const shortened = /^\s*\d(?:\.\d+)?E\+?\d+\s*$/i

function readCell(name: CaseColumn, cell: string): string {
  const text = readKept(cell)
  if (numberColumns.includes(name)) return line(text).normalize('NFKC').replace(/\s/g, '')
  return several.includes(name) ? prose(text) : line(text)
}

/** The cells of a row by what their columns are, or what is wrong with them. */
export function cellsInRow(
  cells: readonly string[],
  mapping: Mapping,
): { cells: CaseCells; faults: RowFault[] } {
  const read = { ...emptyCells }
  const faults: RowFault[] = []
  cells.forEach((cell, index) => {
    const name = mapping[index]
    if (name === undefined && cell.trim() !== '') {
      faults.push({
        column: `第 ${index + 1} 列`,
        words: '这一行比表头多出一格：大概是文字里的逗号没有放在引号里，请在表格软件里核对。',
      })
    }
    if (!name) return
    if (numberColumns.includes(name) && shortened.test(cell)) {
      faults.push({
        column: caseColumns[name],
        words:
          '这是表格软件缩短了的号码（像 1.1E+17），后面的数字已经丢了：请把这一列设成“文本”，从原系统重新导出或者重新填写。',
      })
      return
    }
    read[name] = readCell(name, cell)
  })
  return { cells: read, faults }
}
