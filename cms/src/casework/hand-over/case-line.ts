import { byteOrderMark, csvLine } from '@portal/content/export/csv'
import { keepText } from '@portal/content/export/kept-cell'
import {
  caseColumnNames,
  caseColumns,
  numberColumns,
  type CaseCells,
} from '../../contracts/cases/case-columns.ts'

/** The head of the table, with what Excel knows UTF-8 by. */
export const caseTableHead = byteOrderMark + csvLine(Object.values(caseColumns))

/**
 * A row of the table as CSV. Long numbers stand in groups of four, so that Excel and WPS keep every digit; whatever
 * else they would run or alter has an apostrophe before it, which our import takes away.
 */
export function caseLine(cells: CaseCells): string {
  return csvLine(
    caseColumnNames.map((name) => {
      const isLong = numberColumns.includes(name) && /^\d{12,}$/.test(cells[name])
      return isLong ? cells[name] : keepText(cells[name])
    }),
  )
}
